package dev.lightspeed.junit;

import dev.lightspeed.harness.report.Report;
import org.assertj.core.api.SoftAssertions;

/**
 * AssertJ's soft assertions with those on figures: all that fails is told at the end, by {@code
 * assertAll()} or AssertJ's {@code SoftAssertionsExtension}.
 */
public class PerformanceSoftAssertions extends SoftAssertions {

  /** Assertions on a report. */
  public ReportAssert assertThat(Report report) {
    return new ReportAssert(report, Failing.later(this));
  }

  /** Assertions on a run, which knows the budgets and tolerances of its suite. */
  public RunAssert assertThat(PerformanceRun run) {
    return new RunAssert(run, Failing.later(this));
  }
}
