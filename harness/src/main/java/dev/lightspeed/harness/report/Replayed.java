package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Replay;
import dev.lightspeed.harness.text.Range;
import dev.lightspeed.harness.trace.Trace;
import java.math.BigInteger;

/**
 * A trace and what its replay gave: what figures are computed from. Every rounding goes against the
 * workload.
 *
 * @param trace what was counted
 * @param totals what all its sessions cost together
 * @param replay how long it took
 */
record Replayed(Trace trace, Totals totals, Replay replay) {

  private static final long WHOLE_PERMILLE = 1000;

  long totalCpuUnits() {
    return Range.exact("totalCpuUnits", totals.cpuUnits());
  }

  long totalAllocatedBytes() {
    return Range.exact("totalAllocatedBytes", totals.allocatedBytes());
  }

  long totalPayloadBytes() {
    return Range.exact("totalPayloadBytes", totals.payloadBytes());
  }

  long totalPatchOps() {
    return Range.exact("totalPatchOps", totals.patchOps());
  }

  /** The mean of all events, rounded up. */
  long perEvent(long total) {
    return Range.ceilDiv(total, trace.totalEvents());
  }

  /** The mean of all sessions, rounded up. */
  long perSession(BigInteger sum) {
    return mean(sum, trace.sessionCount());
  }

  /** The share of the time up to the last frame, rounded up; nothing of no time is 0. */
  long permilleOfTime(long busyNs) {
    return replay.endNs() == 0
        ? 0
        : mean(
            BigInteger.valueOf(busyNs).multiply(BigInteger.valueOf(WHOLE_PERMILLE)),
            replay.endNs());
  }

  /** A mean of longs, rounded up, and so a long. */
  private static long mean(BigInteger sum, long count) {
    return sum.add(BigInteger.valueOf(count - 1))
        .divide(BigInteger.valueOf(count))
        .longValueExact();
  }
}
