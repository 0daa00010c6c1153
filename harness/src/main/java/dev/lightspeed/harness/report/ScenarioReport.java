package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.Replay;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;
import java.math.BigInteger;

/**
 * The figures of one scenario. Every rounding goes against the workload, so that no budget is met
 * by rounding.
 *
 * @param workload the workload's label
 * @param sessionCount sessions at the same time, at least 1
 * @param eventsPerSession events of each, at least 1
 * @param totalEvents {@code sessionCount} × {@code eventsPerSession}
 * @param p50LatencyMs median latency of an event in virtual milliseconds, nearest rank, rounded up
 * @param p95LatencyMs 95th percentile of the latency, likewise
 * @param totalPayloadBytes bytes of the frames of all events
 * @param avgPayloadBytes {@code totalPayloadBytes} / {@code totalEvents}, rounded up
 * @param totalPatchOps patch operations of all events
 * @param avgPatchOps {@code totalPatchOps} / {@code totalEvents}, rounded up
 * @param peakMemoryUnitsPerSession the most KiB that any session held after its mount or an event
 * @param estimatedTotalMemoryUnits the sum of every session's own peak, in KiB
 * @param throughputEventsPerSecond what the profile can sustain with its bottleneck never idle,
 *     rounded down; {@code Long.MAX_VALUE} for what costs nothing
 */
public record ScenarioReport(
    String workload,
    int sessionCount,
    int eventsPerSession,
    long totalEvents,
    long p50LatencyMs,
    long p95LatencyMs,
    long totalPayloadBytes,
    long avgPayloadBytes,
    long totalPatchOps,
    long avgPatchOps,
    long peakMemoryUnitsPerSession,
    long estimatedTotalMemoryUnits,
    long throughputEventsPerSecond) {

  private static final long BYTES_PER_MEMORY_UNIT = 1024;

  /**
   * @throws IllegalArgumentException if a figure is out of range or contradicts another
   */
  public ScenarioReport {
    Scenario.requireLabel(workload);
    requireAtLeast("sessionCount", sessionCount, 1);
    requireAtLeast("eventsPerSession", eventsPerSession, 1);
    requireEqual("totalEvents", totalEvents, (long) sessionCount * eventsPerSession);
    requireAtLeast("p50LatencyMs", p50LatencyMs, 0);
    requireAtLeast("p95LatencyMs", p95LatencyMs, p50LatencyMs);
    requireAtLeast("totalPayloadBytes", totalPayloadBytes, 0);
    requireEqual("avgPayloadBytes", avgPayloadBytes, ceilDiv(totalPayloadBytes, totalEvents));
    requireAtLeast("totalPatchOps", totalPatchOps, 0);
    requireEqual("avgPatchOps", avgPatchOps, ceilDiv(totalPatchOps, totalEvents));
    requireAtLeast("peakMemoryUnitsPerSession", peakMemoryUnitsPerSession, 0);
    requireAtLeast(
        "estimatedTotalMemoryUnits", estimatedTotalMemoryUnits, peakMemoryUnitsPerSession);
    BigInteger most =
        BigInteger.valueOf(peakMemoryUnitsPerSession).multiply(BigInteger.valueOf(sessionCount));
    if (BigInteger.valueOf(estimatedTotalMemoryUnits).compareTo(most) > 0) {
      throw new IllegalArgumentException(
          "estimatedTotalMemoryUnits: "
              + estimatedTotalMemoryUnits
              + " is out of range, at most "
              + most
              + " (sessionCount × peakMemoryUnitsPerSession)");
    }
    requireAtLeast("throughputEventsPerSecond", throughputEventsPerSecond, 0);
  }

  /**
   * The figures of {@code trace}, replayed on {@code profile}.
   *
   * @throws IllegalArgumentException if a figure is beyond 2^63 - 1
   */
  public static ScenarioReport of(Trace trace, Profile profile, Replay replay) {
    Totals totals = Totals.of(trace);
    long totalPayloadBytes = exact("totalPayloadBytes", totals.payloadBytes());
    long totalPatchOps = exact("totalPatchOps", totals.patchOps());
    return new ScenarioReport(
        trace.workload(),
        trace.sessionCount(),
        trace.eventsPerSession(),
        trace.totalEvents(),
        replay.latency().p50(),
        replay.latency().p95(),
        totalPayloadBytes,
        ceilDiv(totalPayloadBytes, trace.totalEvents()),
        totalPatchOps,
        ceilDiv(totalPatchOps, trace.totalEvents()),
        totals.peakMemoryUnits(),
        exact("estimatedTotalMemoryUnits", totals.memoryUnits()),
        Math.min(
            eventsPerSecond(trace.totalEvents(), totals.cpuUnits(), profile.cpuUnits()),
            eventsPerSecond(trace.totalEvents(), totals.payloadBytes(), profile.ioUnits())));
  }

  /** KiB that hold {@code bytes}. */
  static long memoryUnits(long bytes) {
    return ceilDiv(bytes, BYTES_PER_MEMORY_UNIT);
  }

  /** Events a second of a resource that does {@code unitsPerMs}, if they need {@code units}. */
  private static long eventsPerSecond(long events, BigInteger units, long unitsPerMs) {
    if (units.signum() == 0) {
      return Long.MAX_VALUE;
    }
    return BigInteger.valueOf(events)
        .multiply(BigInteger.valueOf(1000))
        .multiply(BigInteger.valueOf(unitsPerMs))
        .divide(units)
        .min(BigInteger.valueOf(Long.MAX_VALUE))
        .longValueExact();
  }

  private static long ceilDiv(long dividend, long divisor) {
    return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
  }

  private static long exact(String figure, BigInteger value) {
    if (value.bitLength() > 63) {
      throw new IllegalArgumentException(
          figure + ": " + value + " is out of range, at most " + Long.MAX_VALUE);
    }
    return value.longValueExact();
  }

  private static void requireAtLeast(String component, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(
          component + ": " + value + " is out of range, at least " + min);
    }
  }

  private static void requireEqual(String component, long value, long derived) {
    if (value != derived) {
      throw new IllegalArgumentException(
          component + ": " + value + " contradicts the other figures, they give " + derived);
    }
  }
}
