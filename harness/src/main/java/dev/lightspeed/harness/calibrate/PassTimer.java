package dev.lightspeed.harness.calibrate;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Times passes by the CPU time of this thread: what else the machine does matters less, and the
 * JIT's threads and the collector's do not count.
 *
 * <p>Passes are timed in batches long enough for the clock. The warm-up goes on until in batch
 * after batch nothing was compiled and passes got no faster: on a busy machine the JIT takes its
 * time. Then the fastest of some batches counts: what else a machine does makes some of them
 * slower, and none faster.
 */
public final class PassTimer {

  private static final long WARM_UP_BATCH_NS = Duration.ofMillis(20).toNanos();
  private static final double FASTER = 0.98;

  private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
  private final CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
  private final int steadyBatches;
  private final int maxBatches;
  private final int measurements;
  private final long measurementNs;

  /** What the last pass returned: without a reader of results, work could be optimised away. */
  @SuppressWarnings({"unused", "UnusedVariable"}) // written to, so that nothing is optimised away
  private volatile @Nullable Object sink;

  private PassTimer(int steadyBatches, int maxBatches, int measurements, long measurementNs) {
    this.steadyBatches = steadyBatches;
    this.maxBatches = maxBatches;
    this.measurements = measurements;
    this.measurementNs = measurementNs;
  }

  /** For figures that are kept: a warm-up of at least one second, and ten at most. */
  public static PassTimer thorough() {
    return new PassTimer(50, 500, 20, Duration.ofMillis(50).toNanos());
  }

  /** For a first look: a warm-up of at least 0.4 seconds, and three at most. */
  public static PassTimer quick() {
    return new PassTimer(20, 150, 5, Duration.ofMillis(40).toNanos());
  }

  /**
   * Times {@code pass} on this thread.
   *
   * @throws Exception if it fails
   */
  public Timing time(Pass pass) throws Exception {
    boolean steady = warmUp(pass);
    double fastest = Double.MAX_VALUE;
    for (int i = 0; i < measurements; i++) {
      fastest = Math.min(fastest, batch(pass, measurementNs));
    }
    return new Timing(Math.max(1, Math.round(fastest)), steady);
  }

  private boolean warmUp(Pass pass) throws Exception {
    double best = Double.MAX_VALUE;
    int steady = 0;
    long compiled = 0;
    for (int i = 0; i < maxBatches && steady < steadyBatches; i++) {
      double nsPerPass = batch(pass, WARM_UP_BATCH_NS);
      boolean changing = nsPerPass < FASTER * best || compiler.getTotalCompilationTime() > compiled;
      compiled = compiler.getTotalCompilationTime();
      steady = changing ? 0 : steady + 1;
      best = Math.min(best, nsPerPass);
    }
    return steady == steadyBatches;
  }

  /** Nanoseconds a pass, over as many passes as take {@code atLeastNs}. */
  private double batch(Pass pass, long atLeastNs) throws Exception {
    long passes = 0;
    long start = clock.getCurrentThreadCpuTime();
    long elapsed;
    long next = 1;
    do {
      for (long i = 0; i < next; i++) {
        sink = pass.run();
      }
      passes += next;
      elapsed = clock.getCurrentThreadCpuTime() - start;
      // Ask the clock a few times a batch only: asking costs as much as a short pass.
      next = Math.max(1, passes * Math.max(1, atLeastNs - elapsed) / Math.max(1, elapsed) / 2);
    } while (elapsed < atLeastNs);
    return (double) elapsed / passes;
  }
}
