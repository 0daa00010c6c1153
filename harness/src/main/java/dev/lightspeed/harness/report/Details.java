package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Replay;
import dev.lightspeed.harness.trace.Trace;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Figures of one scenario beyond those of the reference page. Every rounding goes against the
 * workload.
 *
 * @param p99LatencyMs 99th percentile of the latency in virtual milliseconds, rounded up
 * @param maxLatencyMs latency of the slowest event, likewise
 * @param totalCpuUnits CPU units of all events
 * @param avgCpuUnits {@code totalCpuUnits} / {@code totalEvents}, rounded up
 * @param maxCpuUnits CPU units of the most expensive event
 * @param totalAllocatedBytes bytes that all events allocated, in the pinned layout
 * @param avgAllocatedBytes {@code totalAllocatedBytes} / {@code totalEvents}, rounded up
 * @param maxPayloadBytes length of the longest frame of an event
 * @param avgMountCpuUnits CPU units of a mount, mean over all sessions, rounded up
 * @param avgMountPayloadBytes length of a mount's frame, likewise
 * @param avgMountAllocatedBytes bytes that a mount allocated, likewise
 * @param cpuUtilisationPermille the share of the time until the last frame in which the CPU is
 *     busy, 0 to 1000, rounded up
 * @param linkUtilisationPermille the same for the link
 */
public record Details(
    long p99LatencyMs,
    long maxLatencyMs,
    long totalCpuUnits,
    long avgCpuUnits,
    long maxCpuUnits,
    long totalAllocatedBytes,
    long avgAllocatedBytes,
    long maxPayloadBytes,
    long avgMountCpuUnits,
    long avgMountPayloadBytes,
    long avgMountAllocatedBytes,
    long cpuUtilisationPermille,
    long linkUtilisationPermille) {

  private static final long WHOLE_PERMILLE = 1000;

  /**
   * What can be said without the rest of the report; {@link ScenarioReport} checks the others.
   *
   * @throws IllegalArgumentException if a figure is out of range
   */
  public Details {
    Range.requireAtLeast("p99LatencyMs", p99LatencyMs, 0);
    Range.requireAtLeast("maxLatencyMs", maxLatencyMs, p99LatencyMs);
    Range.requireAtLeast("totalCpuUnits", totalCpuUnits, 0);
    Range.require("maxCpuUnits", maxCpuUnits, avgCpuUnits, totalCpuUnits);
    Range.requireAtLeast("totalAllocatedBytes", totalAllocatedBytes, 0);
    Range.requireAtLeast("avgMountCpuUnits", avgMountCpuUnits, 0);
    Range.requireAtLeast("avgMountPayloadBytes", avgMountPayloadBytes, 0);
    Range.requireAtLeast("avgMountAllocatedBytes", avgMountAllocatedBytes, 0);
    Range.require("cpuUtilisationPermille", cpuUtilisationPermille, 0, WHOLE_PERMILLE);
    Range.require("linkUtilisationPermille", linkUtilisationPermille, 0, WHOLE_PERMILLE);
  }

  /**
   * The details of {@code trace}, replayed; empty if its allocation was not counted.
   *
   * @throws IllegalArgumentException if a figure is beyond 2^63 - 1
   */
  static Optional<Details> of(Trace trace, Totals totals, Replay replay) {
    if (!trace.countsAllocation()) {
      return Optional.empty();
    }
    long totalCpuUnits = Range.exact("totalCpuUnits", totals.cpuUnits());
    long totalAllocatedBytes = Range.exact("totalAllocatedBytes", totals.allocatedBytes());
    return Optional.of(
        new Details(
            replay.latency().p99(),
            replay.latency().max(),
            totalCpuUnits,
            Range.ceilDiv(totalCpuUnits, trace.totalEvents()),
            totals.maxCpuUnits(),
            totalAllocatedBytes,
            Range.ceilDiv(totalAllocatedBytes, trace.totalEvents()),
            totals.maxPayloadBytes(),
            mean(totals.mountCpuUnits(), trace.sessionCount()),
            mean(totals.mountPayloadBytes(), trace.sessionCount()),
            mean(totals.mountAllocatedBytes(), trace.sessionCount()),
            permille(replay.cpuBusyNs(), replay.endNs()),
            permille(replay.linkBusyNs(), replay.endNs())));
  }

  /** Refuses details that contradict the other figures of their scenario. */
  void requireConsistent(
      long totalEvents, long p95LatencyMs, long avgPayloadBytes, long totalPayloadBytes) {
    Range.requireAtLeast("p99LatencyMs", p99LatencyMs, p95LatencyMs);
    Range.requireEqual("avgCpuUnits", avgCpuUnits, Range.ceilDiv(totalCpuUnits, totalEvents));
    Range.requireEqual(
        "avgAllocatedBytes", avgAllocatedBytes, Range.ceilDiv(totalAllocatedBytes, totalEvents));
    Range.require("maxPayloadBytes", maxPayloadBytes, avgPayloadBytes, totalPayloadBytes);
  }

  /** A mean of longs, rounded up, and so a long. */
  private static long mean(BigInteger sum, long count) {
    return sum.add(BigInteger.valueOf(count - 1))
        .divide(BigInteger.valueOf(count))
        .longValueExact();
  }

  /** The share of {@code wholeNs}, rounded up; nothing of no time is 0. */
  private static long permille(long partNs, long wholeNs) {
    return wholeNs == 0
        ? 0
        : mean(BigInteger.valueOf(partNs).multiply(BigInteger.valueOf(WHOLE_PERMILLE)), wholeNs);
  }
}
