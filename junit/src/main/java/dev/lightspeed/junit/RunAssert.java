package dev.lightspeed.junit;

import dev.lightspeed.harness.gate.Tolerances;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.Descriptable;
import org.assertj.core.description.Description;

/** Assertions on a run: the gate of its suite, and its workloads. */
public final class RunAssert implements Descriptable<RunAssert> {

  private final PerformanceRun run;
  private final Failing failing;

  RunAssert(PerformanceRun run, Failing failing) {
    this.run = run;
    this.failing = failing;
  }

  @Override
  public RunAssert describedAs(Description description) {
    return new RunAssert(run, failing.describedAs(description));
  }

  /** Its report. */
  public ReportAssert report() {
    return new ReportAssert(run.report(), failing);
  }

  /** One of its workloads, by its label. It has to be there. */
  public WorkloadAssert workload(String label) {
    return report().workload(label);
  }

  /**
   * Every budget of the suite is met, and every workload fits the profile's memory. Without a
   * budget it fails: nothing would be gated.
   */
  public RunAssert meetsBudgets() {
    report().meetsBudgets(run.suite().budgets());
    return this;
  }

  /**
   * No figure is worse than in the baseline beside the suite's file, but for the suite's
   * tolerances: what {@code lightspeed check} compares.
   */
  public RunAssert matchesBaseline() {
    Optional<Path> suite = run.file();
    Tolerances tolerances = run.suite().tolerances();
    failing.unlessEmpty(
        () ->
            suite.isEmpty()
                ? List.of("no suite was run, beside which a baseline would be: name its file")
                : BaselineCheck.beside(suite.get()).of(run.report(), run.eventTypes(), tolerances));
    return this;
  }

  /** The same with another baseline, from the working directory. */
  public RunAssert matchesBaseline(Path file) {
    report().matchesBaseline(file, run.suite().tolerances());
    return this;
  }
}
