package dev.lightspeed.harness;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.BudgetGate;
import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.MeterMissingException;
import java.util.List;

/**
 * The harness as one sentence: a suite's workloads are run and their work is counted into traces,
 * the traces are replayed on a virtual machine into a report, and a gate holds the report against
 * budgets.
 *
 * <p>Nothing in a report comes from a clock: the same class files, suite and profile give the same
 * report and signature everywhere.
 */
public final class PerformanceHarness {

  private PerformanceHarness() {}

  /**
   * Runs {@code suite} and gates it: workload → trace → virtual machine → report → gate.
   *
   * @return a result for every budget, see {@link BudgetGate#evaluate}
   * @throws MeterMissingException if the meter is not running in this JVM
   * @throws WorkloadFailure if a workload cannot be measured
   */
  public static List<BudgetResult> gate(Suite suite) {
    return run(suite).budgets().stream().map(BudgetVerdict::result).toList();
  }

  /** The pinned profile. */
  public static Profile pinnedProfile() {
    return StandardSuite.profile();
  }

  /** The scenarios that run if nobody says otherwise: the four standard workloads. */
  public static List<Scenario> defaultSuite() {
    return StandardSuite.scenarios();
  }

  /** The budgets of {@link #defaultSuite} on {@link #pinnedProfile}. */
  public static List<Budget> defaultBudget() {
    return StandardSuite.budgets();
  }

  /**
   * Runs {@link #defaultSuite} on {@link #pinnedProfile}.
   *
   * @throws MeterMissingException if the meter is not running in this JVM
   */
  public static Report runSuite() {
    return runSuiteWith(pinnedProfile(), defaultSuite());
  }

  /**
   * Runs {@code scenarios} and replays them on {@code profile}.
   *
   * @throws IllegalArgumentException before anything runs, if there is no scenario or a workload is
   *     there twice
   * @throws MeterMissingException if the meter is not running in this JVM
   * @throws WorkloadFailure if a workload cannot be measured
   */
  public static Report runSuiteWith(Profile profile, List<Scenario> scenarios) {
    return run(new Suite(profile, scenarios, List.of())).report();
  }

  /**
   * Replays traces that were taken before, such as those of a trace file, on {@code profile}.
   *
   * @throws IllegalArgumentException if a trace is too large to replay, or a figure is beyond 2^63
   *     - 1
   */
  public static Report report(Profile profile, TraceSet traces) {
    return Pipeline.replay(profile, traces);
  }

  /**
   * Holds {@code report} against {@code budgets}, see {@link BudgetGate#evaluate}.
   *
   * @throws InputException if a workload has two budgets
   */
  public static List<BudgetResult> evaluateBudget(Report report, List<Budget> budgets) {
    return BudgetGate.evaluate(report, budgets);
  }

  /**
   * Holds {@code report} against {@code baseline}, an earlier one, see {@link
   * BaselineGate#compare}.
   *
   * @throws InputException if the two cannot be compared
   */
  public static Comparison compareWithBaseline(
      Report report, Report baseline, Tolerances tolerances) {
    return BaselineGate.compare("baseline", report, baseline, tolerances);
  }

  /** How many results did not pass. */
  public static int budgetFailures(List<BudgetResult> results) {
    return (int) results.stream().filter(result -> !result.passed()).count();
  }

  /**
   * A verdict's stable label, {@code PASS crud_table} or {@code FAIL crud_table}: it depends on the
   * workload and on whether it passed. Why it did not is {@link BudgetResult#reason}.
   */
  public static String budgetLabel(BudgetResult result) {
    return (result.passed() ? "PASS " : "FAIL ") + result.workload();
  }

  /**
   * The stable name of {@code workload}.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static String workloadLabel(Workload workload) {
    return Scenario.requireLabel(workload.label());
  }

  /** One line that equal reports share and different ones do not, see {@link ReportSignature}. */
  public static String reportSignature(Report report) {
    return ReportSignature.of(report);
  }

  private static Outcome run(Suite suite) {
    return Pipeline.run(Plan.of(suite, CountingPlan.usual()), RunListener.NONE);
  }
}
