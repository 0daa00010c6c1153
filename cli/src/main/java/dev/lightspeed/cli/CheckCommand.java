package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.git.GitRevision;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lightspeed check}: the gate. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Run workloads, hold them against their budgets and compare them with the committed"
          + " baseline.",
      "",
      "Fails if a figure is worse than its tolerance allows, by however little where there is"
          + " none, and if a scenario is new, gone, or of another size. What is better passes."
          + " Writes nothing: 'lightspeed update' accepts what it finds."
    })
final class CheckCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final ReportSource source = new ReportSource();

  @Mixin private final BaselineOption baselineOption = new BaselineOption();

  @Option(
      names = "--against",
      paramLabel = "REF",
      description =
          "Compare with the baseline as it is at another git revision, such as origin/main.")
  private @Nullable String revision;

  @Mixin private final ReportOutputs outputs = new ReportOutputs();

  CheckCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    outputs.requireWritable();
    ReportSource.Prepared prepared = source.prepare(outputs.attribute(), output);
    Path file = baselineOption.path(prepared.suite(), output.environment().workplace());
    String name = revision == null ? file.toString() : file + " at " + revision;
    outputs.requireOther(file);
    Baseline baseline = baseline(file, name);
    BaselineGate.requireComparable(
        name, baseline.report(), prepared.meter(), prepared.plan().profile());

    ReportSource.Counted counted = prepared.count(output);
    Comparison comparison =
        BaselineGate.compare(
                name,
                counted.report(),
                counted.kinds(),
                baseline,
                prepared.plan().suite().tolerances())
            .without(prepared.plan().notAsked());
    BaselineVerdicts verdicts =
        new BaselineVerdicts(comparison, accept(file), baseline.remark(name).stream().toList());
    boolean passed = outputs.tell(counted, Optional.of(verdicts), source.verify(), output);
    return (passed ? ExitCode.PASSED : ExitCode.GATE_FAILED).code();
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

  private String accept(Path file) {
    String command = baselineOption.accept(source, output.environment().workplace());
    String accept = "'" + command + "', and commit " + file;
    return revision == null
        ? accept
        : accept + "; then check without --against, which goes by the baseline at " + revision;
  }
}
