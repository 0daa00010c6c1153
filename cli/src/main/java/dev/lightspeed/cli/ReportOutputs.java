package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a report and what the gates say of it are told; shared by {@code run} and {@code check}. */
final class ReportOutputs {

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

  /** Checks, before any work is done for it, that what is asked for can be written. */
  void requireWritable() {
    OutFile.requireWritableIfGiven("--out", outFile);
  }

  /**
   * Refuses to write to a baseline, which would be replaced by what failed it.
   *
   * @throws InputException if it is asked for
   */
  void requireOther(Path baseline) {
    if (outFile != null && OutFile.isSame(outFile, baseline)) {
      throw OutFile.isBaseline("--out", outFile);
    }
  }

  /**
   * Tells everything.
   *
   * @param verified whether everything was counted twice
   * @return whether every gate that was asked has passed
   */
  boolean tell(
      ReportSource.Prepared prepared,
      Report report,
      Optional<BaselineVerdicts> baseline,
      boolean verified,
      Output output) {
    AppliedBudgets budgets = prepared.plan().budgets();
    Verdicts verdicts =
        new Verdicts(
            PerformanceHarness.evaluateBudget(report, budgets.budgets()),
            budgets.notices(),
            baseline);
    if (outFile != null) {
      AtomicFile.write(outFile, ReportJson.write(report));
    }
    if (format == ReportFormat.JSON) {
      output.text(ReportJson.write(report));
      verdicts.printFailures(output);
      return verdicts.passed();
    }
    prepared.suite().ifPresent(suite -> output.line("suite " + suite));
    output.text(ReportTable.render(report));
    verdicts.print(output);
    if (verified) {
      output.line("verified: counted twice, and every count is the same");
    }
    output.line(PerformanceHarness.reportSignature(report));
    return verdicts.passed();
  }
}
