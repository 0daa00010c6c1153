package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.BaselineOption;
import dev.lightspeed.cli.option.OutFile;
import dev.lightspeed.cli.option.PlanOptions;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Progress;
import dev.lightspeed.cli.text.UpdateText;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.run.BaselineUpdate;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Plan;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed update}: the one command that writes a baseline. */
@Command(
    name = "update",
    description = {
      "Run workloads, show how they differ from the baseline, and make what they give the new one.",
      "",
      "The baseline is a file to be reviewed and committed. No other command writes it, and this"
          + " one refuses to in CI. With --workload the entries of other workloads stay as they"
          + " are."
    })
public final class UpdateCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final PlanOptions options = new PlanOptions();

  @Mixin private final BaselineOption baselineOption = new BaselineOption();

  /** The command that prints on {@code output}. */
  public UpdateCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    if (output.environment().workplace().ci()) {
      throw new InputException(
          "a baseline is not written in CI (the variable CI is set): run '"
              + output.environment().workplace().update().orElse("lightspeed update")
              + "' where you work, look at the difference and commit it");
    }
    options.requireOwnSizes();
    Plan plan = options.plan(false, output.environment());
    Path file = baselineOption.path(plan.suiteFile(), output.environment().workplace());
    OutFile.requireBaselineWritable("--baseline", file);
    BaselineUpdate.Old old = BaselineUpdate.Old.read(file, plan);
    old.damage().ifPresent(why -> output.warning("replaced without a comparison: " + why));

    BaselineUpdate update = old.with(plan, Pipeline.run(plan, new Progress(output)));
    UpdateText.print(update, output);
    if (!update.isSame()) {
      update.write();
      output.line(file + ": written; commit it with what has changed the figures");
    }
    return ExitCode.PASSED.code();
  }
}
