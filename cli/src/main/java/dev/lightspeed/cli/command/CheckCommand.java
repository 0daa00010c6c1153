package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.BaselineOption;
import dev.lightspeed.cli.option.OutputOptions;
import dev.lightspeed.cli.option.PlanOptions;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Progress;
import dev.lightspeed.cli.text.Verdicts;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.git.GitRevision;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lightspeed check}: the gate. */
@Command(
    name = "check",
    description = {
      "Run workloads, hold them against their budgets and compare them with the committed"
          + " baseline.",
      "",
      "Fails if a figure is worse than its tolerance allows, by however little where there is"
          + " none, and if a scenario is new, gone, or of another size. What is better passes."
          + " Writes nothing: 'lightspeed update' accepts what it finds."
    })
public final class CheckCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final PlanOptions options = new PlanOptions();

  @Mixin private final BaselineOption baselineOption = new BaselineOption();

  @Option(
      names = "--against",
      paramLabel = "REF",
      description =
          "Compare with the baseline as it is at another git revision, such as origin/main.")
  private @Nullable String revision;

  @Mixin private final OutputOptions outputs = new OutputOptions();

  /** The command that prints on {@code output}. */
  public CheckCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    outputs.requireWritable();
    Plan plan = against(options.plan(outputs.attributing(), output.environment()));
    Outcome outcome = Pipeline.run(outputs.planned(plan), new Progress(output));
    boolean written = outputs.write(outcome, output);
    Verdicts.print(plan, outcome, written, options.verify(), output);
    return ExitCode.of(outcome).code();
  }

  private Plan against(Plan plan) {
    Path file = baselineOption.path(plan.suiteFile(), output.environment().workplace());
    outputs.requireOther(file);
    String name = revision == null ? file.toString() : file + " at " + revision;
    return plan.against(name, baseline(file, name), accept(file));
  }

  private Baseline baseline(Path file, String name) {
    if (revision != null) {
      return BaselineFile.parse(name, new GitRevision(revision).text(file));
    }
    if (!Files.exists(file)) {
      throw new InputException(file + ": there is no baseline: write it with " + accept(file));
    }
    return BaselineFile.read(file);
  }

  /**
   * How to accept what is found, with the options that were given; where a build tool runs this
   * command, in its words.
   */
  private String accept(Path file) {
    List<String> words = new ArrayList<>(List.of("lightspeed update"));
    words.addAll(options.words());
    String command =
        output
            .environment()
            .workplace()
            .update()
            .orElseGet(() -> String.join(" ", words) + baselineOption.option());
    String accept = "'" + command + "', and commit " + file;
    return revision == null
        ? accept
        : accept + "; then check without --against, which goes by the baseline at " + revision;
  }
}
