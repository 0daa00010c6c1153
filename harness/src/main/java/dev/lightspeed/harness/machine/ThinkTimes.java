package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.SplitMix64;

/**
 * How long each user thinks before each event: exponential, drawn from a generator of the session's
 * own. SplitMix64's state after n draws is known without drawing, so no state is kept per session:
 * a million sessions think in no memory.
 */
final class ThinkTimes {

  /** -log(2^-54) is 37.43: no user thinks longer than so many means. */
  private static final long MAX_MEANS = 38;

  private final long seed;
  private final long meanNs;
  private final double minusMean;

  /** The think times of the users of the workload with this label. */
  ThinkTimes(String label, Pace pace) {
    this.seed = SplitMix64.fnv1a64(label + "/pace");
    this.meanNs = pace.meanNs();
    this.minusMean = -pace.meanNs();
  }

  /** Nanoseconds that {@code session} thinks before its event {@code event}, both from 0. */
  long beforeEvent(int session, int event) {
    long state = SplitMix64.mix(seed + session);
    long k = SplitMix64.mix(state + (event + 1L) * SplitMix64.GOLDEN_GAMMA) >>> 11;
    return (long) (minusMean * NaturalLog.of((2 * k + 1) * 0x1p-54));
  }

  /** A bound that no think time passes, in nanoseconds. */
  long maxNs() {
    return Math.multiplyExact(MAX_MEANS, meanNs);
  }
}
