package dev.lightspeed.junit;

import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.EndWatch;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Runs a suite in a JVM that runs other tests before, after and beside it, so that its report is
 * the one that the command gives in a JVM of its own.
 *
 * <p>One after the other: what is counted, and what was handed to other threads, are said of the
 * whole JVM. Nothing is lost by it, since each run uses every processor.
 */
final class CountedRun {

  private static final Object TURN = new Object();

  private CountedRun() {}

  /**
   * The run.
   *
   * @param file of the suite, if it has one
   * @param suite makes the suite once the meter counts in {@code mode}
   * @throws WorkloadFailure if a workload cannot be measured
   */
  static PerformanceRun of(MeterMode mode, Optional<Path> file, Supplier<Suite> suite) {
    synchronized (TURN) {
      Meter meter = Meter.require();
      meter.configure(mode, false);
      EndWatch.begin();
      try {
        meter.forgetHandOffs();
        return run(mode, file, suite.get());
      } finally {
        EndWatch.end();
        meter.configure(MeterMode.PORTABLE, false);
      }
    }
  }

  private static PerformanceRun run(MeterMode mode, Optional<Path> file, Suite suite) {
    CountingPlan counting =
        new CountingPlan(mode, false, TraceOptions.defaults(), Optional.empty());
    Outcome outcome = Pipeline.run(Plan.of(suite, counting), RunListener.NONE);
    return new PerformanceRun(suite, file, outcome.counted().traces(), outcome.report());
  }
}
