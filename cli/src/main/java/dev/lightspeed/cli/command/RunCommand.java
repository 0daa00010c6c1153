package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.OutputOptions;
import dev.lightspeed.cli.option.PlanOptions;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Progress;
import dev.lightspeed.cli.text.Verdicts;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Plan;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code lightspeed run}: the figures and their budgets. */
@Command(
    name = "run",
    description = {
      "Run workloads, print their figures and hold them against their budgets.",
      "",
      "A budget holds for one size of a workload. A scenario that is resized, or that has no"
          + " budget, is reported and not gated, and the output says so; that every session fits"
          + " the profile's memory is checked in any case. A budget whose scenario is missing from"
          + " its suite fails."
    })
public final class RunCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final PlanOptions options = new PlanOptions();

  @Mixin private final OutputOptions outputs = new OutputOptions();

  /** The command that prints on {@code output}. */
  public RunCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    outputs.requireWritable();
    Plan plan = outputs.planned(options.plan(outputs.attributing(), output.environment()));
    Outcome outcome = Pipeline.run(plan, new Progress(output));
    boolean written = outputs.write(outcome, output);
    Verdicts.print(plan, outcome, written, options.verify(), output);
    return ExitCode.of(outcome).code();
  }
}
