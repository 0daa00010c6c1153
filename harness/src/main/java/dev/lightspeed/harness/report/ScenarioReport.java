package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.Replay;
import dev.lightspeed.harness.text.Range;
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
 * @param details further figures, beyond those of the reference page
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
    long throughputEventsPerSecond,
    Details details) {

  private static final long BYTES_PER_MEMORY_UNIT = 1024;

  /**
   * @throws IllegalArgumentException if a figure is out of range or contradicts another
   */
  public ScenarioReport {
    Scenario.requireLabel(workload);
    Range.requireAtLeast("sessionCount", sessionCount, 1);
    Range.requireAtLeast("eventsPerSession", eventsPerSession, 1);
    Range.requireEqual("totalEvents", totalEvents, (long) sessionCount * eventsPerSession);
    Range.requireAtLeast("p50LatencyMs", p50LatencyMs, 0);
    Range.requireAtLeast("p95LatencyMs", p95LatencyMs, p50LatencyMs);
    Range.requireAtLeast("totalPayloadBytes", totalPayloadBytes, 0);
    Range.requireEqual(
        "avgPayloadBytes", avgPayloadBytes, Range.ceilDiv(totalPayloadBytes, totalEvents));
    Range.requireAtLeast("totalPatchOps", totalPatchOps, 0);
    Range.requireEqual("avgPatchOps", avgPatchOps, Range.ceilDiv(totalPatchOps, totalEvents));
    Range.requireAtLeast("peakMemoryUnitsPerSession", peakMemoryUnitsPerSession, 0);
    Range.requireAtLeast(
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
    Range.requireAtLeast("throughputEventsPerSecond", throughputEventsPerSecond, 0);
    details.requireConsistent(totalEvents, p95LatencyMs, avgPayloadBytes, totalPayloadBytes);
  }

  /**
   * The figures of {@code trace}, replayed on {@code profile}.
   *
   * @throws IllegalArgumentException if a figure is beyond 2^63 - 1
   */
  public static ScenarioReport of(Trace trace, Profile profile, Replay replay) {
    Totals totals = Totals.of(trace);
    Replayed replayed = new Replayed(trace, totals, replay);
    return new ScenarioReport(
        trace.workload(),
        trace.sessionCount(),
        trace.eventsPerSession(),
        trace.totalEvents(),
        replay.latency().p50(),
        replay.latency().p95(),
        replayed.totalPayloadBytes(),
        replayed.perEvent(replayed.totalPayloadBytes()),
        replayed.totalPatchOps(),
        replayed.perEvent(replayed.totalPatchOps()),
        totals.peakMemoryUnits(),
        Range.exact("estimatedTotalMemoryUnits", totals.memoryUnits()),
        Math.min(
            eventsPerSecond(trace.totalEvents(), totals.cpuUnits(), profile.cpuUnits()),
            eventsPerSecond(trace.totalEvents(), totals.payloadBytes(), profile.ioUnits())),
        Details.of(replayed));
  }

  /** Whether both scenarios ran with the same numbers of sessions and events. */
  public boolean isAsLargeAs(ScenarioReport other) {
    return sessionCount == other.sessionCount && eventsPerSession == other.eventsPerSession;
  }

  /** {@code 50 sessions × 1 event}. */
  public String sizeInWords() {
    return counted(sessionCount, "session") + " × " + counted(eventsPerSession, "event");
  }

  private static String counted(int count, String noun) {
    return count + " " + noun + (count == 1 ? "" : "s");
  }

  /** KiB that hold {@code bytes}. */
  static long memoryUnits(long bytes) {
    return Range.ceilDiv(bytes, BYTES_PER_MEMORY_UNIT);
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
}
