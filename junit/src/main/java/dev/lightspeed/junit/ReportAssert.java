package dev.lightspeed.junit;

import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.BudgetGate;
import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.report.ScenarioReport;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Descriptable;
import org.assertj.core.description.Description;

/** Assertions on a report, in the words of the command. */
public final class ReportAssert implements Descriptable<ReportAssert> {

  private final Report report;
  private final Failing failing;

  ReportAssert(Report report, Failing failing) {
    this.report = report;
    this.failing = failing;
  }

  @Override
  public ReportAssert describedAs(Description description) {
    return new ReportAssert(report, failing.describedAs(description));
  }

  /** One of its workloads, by its label. It has to be there. */
  public WorkloadAssert workload(String label) {
    Optional<ScenarioReport> scenario =
        report.scenarios().stream().filter(each -> each.workload().equals(label)).findFirst();
    if (scenario.isEmpty()) {
      List<String> labels = report.scenarios().stream().map(ScenarioReport::workload).toList();
      failing.fail(
          "unknown workload '"
              + label
              + "'"
              + NearestWord.question(label, labels)
              + " in the report: "
              + String.join(", ", labels));
    }
    return new WorkloadAssert(this, label, scenario, failing);
  }

  /**
   * The budget's workload is within all of its limits, and every workload within the profile's
   * memory.
   */
  public ReportAssert meets(Budget budget) {
    return meetsBudgets(List.of(budget));
  }

  /**
   * The same for several budgets, at most one of a workload. Without any it fails: nothing would be
   * gated.
   */
  public ReportAssert meetsBudgets(List<Budget> budgets) {
    failing.unlessEmpty(() -> broken(budgets));
    return this;
  }

  /**
   * No figure is worse than in the baseline, by however little, and both have the same scenarios:
   * what {@code lightspeed check} compares.
   *
   * @param file a baseline, from the working directory
   */
  public ReportAssert matchesBaseline(Path file) {
    return matchesBaseline(file, Tolerances.none());
  }

  /** The same, where figures may be worse by their tolerances. */
  public ReportAssert matchesBaseline(Path file, Tolerances tolerances) {
    failing.unlessEmpty(() -> BaselineCheck.of(file).of(report, tolerances));
    return this;
  }

  /**
   * All work was counted: there is no class that could not be instrumented, and nothing was handed
   * to other threads.
   */
  public ReportAssert countsEverything() {
    failing.unlessEmpty(
        () -> report.uncounted().stream().map(each -> "not counted: " + each).toList());
    return this;
  }

  /** The two are the same to the byte, and so have one signature. */
  public ReportAssert isEqualTo(Report expected) {
    return hasSignature(ReportSignature.of(expected));
  }

  /** The report is the one of this signature, to the byte. */
  public ReportAssert hasSignature(String signature) {
    String actual = ReportSignature.of(report);
    failing.unlessEmpty(
        () ->
            actual.equals(signature)
                ? List.of()
                : List.of("the signature is " + actual + ", not " + signature));
    return this;
  }

  Report report() {
    return report;
  }

  private List<String> broken(List<Budget> budgets) {
    if (budgets.isEmpty()) {
      return List.of("nothing is gated: no budget applies to what was run");
    }
    return BudgetGate.evaluate(report, budgets).stream()
        .filter(result -> !result.passed())
        .map(ReportAssert::line)
        .toList();
  }

  private static String line(BudgetResult result) {
    return result.workload() + ": " + result.reason();
  }
}
