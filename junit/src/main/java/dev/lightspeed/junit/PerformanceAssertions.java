package dev.lightspeed.junit;

import dev.lightspeed.harness.report.Report;

/**
 * Assertions on figures, to be imported beside those of AssertJ:
 *
 * <pre>{@code
 * assertThat(report).workload("checkout").avgPayloadBytes().isAtMost(400);
 * }</pre>
 */
public final class PerformanceAssertions {

  private PerformanceAssertions() {}

  /** Assertions on a report. */
  public static ReportAssert assertThat(Report report) {
    return new ReportAssert(report, Failing.atOnce());
  }

  /** Assertions on a run, which knows the budgets and tolerances of its suite. */
  public static RunAssert assertThat(PerformanceRun run) {
    return new RunAssert(run, Failing.atOnce());
  }
}
