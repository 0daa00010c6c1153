package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
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
          + " its suite fails. So does a scenario that only one of run and --baseline has, or that"
          + " has another size there."
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
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "Compare with a report that --out has written, and fail if any figure is worse.")
  private @Nullable Path baselineFile;

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
      requireNotBaseline(outFile);
    }
    return traceFile == null ? run() : replay(traceFile);
  }

  private int run() {
    tracing.configureMeter(MeterMode.PORTABLE, false);
    Plan plan = selection.plan();
    Optional<Report> baseline = baseline(Meter.version(), plan.profile());
    return judge(plan, tracing.trace(selection, plan.scenarios(), output), baseline);
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
    if (!weights(counted.meter()).equals(weights(Meter.version()))) {
      throw new InputException(
          file
              + ": counted with "
              + counted.meter()
              + ", this lightspeed counts with "
              + Meter.version()
              + ", and the two cannot be compared: count again with 'lightspeed trace'");
    }
    Plan plan = selection.replayOf(file, counted);
    return judge(plan, counted, baseline(counted.meter(), plan.profile()));
  }

  /** The version of a meter's weights, {@code 2} of {@code full/2@17.0.15}: both modes share it. */
  private static String weights(String meter) {
    return meter.replaceFirst("^[^/]*/", "").replaceFirst("@.*$", "");
  }

  /** The baseline, read before anything is run that could not be compared with it. */
  private Optional<Report> baseline(String meter, Profile profile) {
    if (baselineFile == null) {
      return Optional.empty();
    }
    Report baseline = ReportJson.read(baselineFile);
    BaselineGate.requireComparable(baselineFile.toString(), baseline, meter, profile);
    return Optional.of(baseline);
  }

  private int judge(Plan plan, TraceSet counted, Optional<Report> baseline) {
    output.warnOfUncounted(counted.uncounted());
    Report report = report(plan.profile(), counted);
    Verdicts verdicts =
        new Verdicts(
            PerformanceHarness.evaluateBudget(report, plan.budgets().budgets()),
            plan.budgets().notices(),
            baseline.map(earlier -> compared(report, earlier)));
    if (outFile != null) {
      AtomicFile.write(outFile, ReportJson.write(report));
    }
    if (format == ReportFormat.JSON) {
      output.text(ReportJson.write(report));
      verdicts.printFailures(output);
    } else {
      output.text(ReportTable.render(report));
      verdicts.print(output);
      if (tracing.verify()) {
        output.line("verified: every count is the same again, in this JVM and in another one");
      }
      output.line(PerformanceHarness.reportSignature(report));
    }
    return (verdicts.passed() ? ExitCode.PASSED : ExitCode.GATE_FAILED).code();
  }

  private BaselineVerdicts compared(Report report, Report baseline) {
    return new BaselineVerdicts(
        Objects.requireNonNull(baselineFile),
        PerformanceHarness.evaluateBaseline(report, baseline));
  }

  /** A baseline that failed would be replaced by what failed it. */
  private void requireNotBaseline(Path file) {
    if (baselineFile != null && isSame(file, baselineFile)) {
      throw new InputException(
          "--out: '"
              + file
              + "' is the baseline: name another file, or leave --baseline out to write it again");
    }
  }

  private static boolean isSame(Path file, Path other) {
    try {
      return Files.isSameFile(file, other);
    } catch (IOException e) { // one of them is not there
      return false;
    }
  }

  /**
   * What the virtual machine refuses is too large or too slow: the user's choice, not a mistake.
   */
  private static Report report(Profile profile, TraceSet traces) {
    try {
      return PerformanceHarness.report(profile, traces);
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }
}
