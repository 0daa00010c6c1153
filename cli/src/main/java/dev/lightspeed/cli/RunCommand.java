package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.meter.Meter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lightspeed run}: the main job. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Run workloads, print their figures and hold them against their budgets.",
      "",
      "A budget holds for one size of a workload. A scenario that is resized, or that has no"
          + " budget, is reported and not gated, and the output says so; that every session fits"
          + " the profile's memory is checked in any case. A budget whose scenario is missing from"
          + " its suite fails."
    })
final class RunCommand implements Callable<Integer> {

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Replay what 'lightspeed trace' has counted, and run nothing.")
  private @Nullable Path traceFile;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the report to FILE as JSON, too.")
  private @Nullable Path outFile;

  @Option(
      names = "--format",
      paramLabel = "table|json",
      converter = ReportFormat.Converter.class,
      description = "How to print the report. With json, verdicts go to standard error.")
  private ReportFormat format = ReportFormat.TABLE;

  @Mixin private final TracingOptions tracing = new TracingOptions();

  RunCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    if (outFile != null) {
      OutFile.requireWritable("--out", outFile);
    }
    return traceFile == null ? run() : replay(traceFile);
  }

  private int run() {
    Plan plan = selection.plan();
    return judge(plan, tracing.trace(plan.scenarios(), output));
  }

  private int replay(Path file) {
    String given = selection.optionForRunning();
    given = given == null ? tracing.firstGiven() : given;
    if (given != null) {
      throw new ParameterException(
          spec.commandLine(),
          given + " cannot be combined with --trace: what was counted is replayed as it is");
    }
    TraceSet counted = TraceFile.read(file);
    if (!counted.meter().equals(Meter.version())) {
      throw new InputException(
          file
              + ": counted with "
              + counted.meter()
              + ", this lightspeed counts with "
              + Meter.version()
              + ", and the two cannot be compared: count again with 'lightspeed trace'");
    }
    List<Trace> traces = counted.traces();
    return judge(selection.replayOf(file, traces), traces);
  }

  private int judge(Plan plan, List<Trace> traces) {
    Report report = report(plan.profile(), traces);
    List<BudgetResult> results =
        PerformanceHarness.evaluateBudget(report, plan.budgets().budgets());
    boolean passed = PerformanceHarness.budgetFailures(results).isEmpty();
    if (outFile != null) {
      AtomicFile.write(outFile, ReportJson.write(report));
    }
    Verdicts verdicts = new Verdicts(results, plan.budgets().notices());
    if (format == ReportFormat.JSON) {
      output.text(ReportJson.write(report));
      verdicts.printFailures(output);
    } else {
      output.text(ReportTable.render(report));
      verdicts.print(output);
      if (tracing.verify()) {
        output.line("verified: counted twice, and every count is the same");
      }
      output.line(PerformanceHarness.reportSignature(report));
    }
    return (passed ? ExitCode.PASSED : ExitCode.GATE_FAILED).code();
  }

  /**
   * What the virtual machine refuses is too large or too slow: the user's choice, not a mistake.
   */
  private static Report report(Profile profile, List<Trace> traces) {
    try {
      return PerformanceHarness.report(profile, traces);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
