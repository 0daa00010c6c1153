package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.text.Range;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The limits of one workload, on any of its figures. A figure that equals its limit is within it.
 *
 * @param workload the workload's label
 * @param limits at least one, each at least 0 and in the figure's unit: the most that it may be, or
 *     the least where higher is better; in the order of {@link Figure}
 */
public record Budget(String workload, SortedMap<Figure, Long> limits) {

  /**
   * @throws IllegalArgumentException if the label is malformed, there is no limit, one is negative,
   *     or one is on the size of the scenario
   */
  public Budget {
    Scenario.requireLabel(workload);
    if (limits.isEmpty()) {
      throw new IllegalArgumentException("limits: none, expected at least one");
    }
    for (Map.Entry<Figure, Long> limit : limits.entrySet()) {
      if (limit.getKey().direction() == Direction.SIZE) {
        throw new IllegalArgumentException(
            limit.getKey().key() + ": says how large the scenario is, and has no limit");
      }
      Range.requireAtLeast(limit.getKey().key(), limit.getValue(), 0);
    }
    limits = Collections.unmodifiableSortedMap(new TreeMap<>(limits));
  }

  /**
   * The four limits of the reference page.
   *
   * @param maxP95LatencyMs virtual milliseconds, at least 0
   * @param maxAvgPayloadBytes bytes an event, at least 0
   * @param minThroughputEventsPerSecond events a second, at least 0
   * @param maxMemoryUnitsPerSession KiB, at least 0
   * @throws IllegalArgumentException if the label is malformed or a limit is negative
   */
  public Budget(
      String workload,
      long maxP95LatencyMs,
      long maxAvgPayloadBytes,
      long minThroughputEventsPerSecond,
      long maxMemoryUnitsPerSession) {
    this(
        workload,
        page(
            maxP95LatencyMs,
            maxAvgPayloadBytes,
            minThroughputEventsPerSecond,
            maxMemoryUnitsPerSession));
  }

  /** The four limits of the reference page for {@code workload}. */
  public Budget(
      Workload workload,
      long maxP95LatencyMs,
      long maxAvgPayloadBytes,
      long minThroughputEventsPerSecond,
      long maxMemoryUnitsPerSession) {
    this(
        workload.label(),
        maxP95LatencyMs,
        maxAvgPayloadBytes,
        minThroughputEventsPerSecond,
        maxMemoryUnitsPerSession);
  }

  /** Virtual milliseconds; 2^63 - 1 if there is no limit. */
  public long maxP95LatencyMs() {
    return limits.getOrDefault(Figure.P95_LATENCY, Long.MAX_VALUE);
  }

  /** Bytes an event; 2^63 - 1 if there is no limit. */
  public long maxAvgPayloadBytes() {
    return limits.getOrDefault(Figure.AVG_PAYLOAD, Long.MAX_VALUE);
  }

  /** Events a second; 0 if there is no limit. */
  public long minThroughputEventsPerSecond() {
    return limits.getOrDefault(Figure.THROUGHPUT, 0L);
  }

  /** KiB; 2^63 - 1 if there is no limit. */
  public long maxMemoryUnitsPerSession() {
    return limits.getOrDefault(Figure.PEAK_MEMORY, Long.MAX_VALUE);
  }

  private static SortedMap<Figure, Long> page(
      long maxP95LatencyMs,
      long maxAvgPayloadBytes,
      long minThroughputEventsPerSecond,
      long maxMemoryUnitsPerSession) {
    Range.requireAtLeast("maxP95LatencyMs", maxP95LatencyMs, 0);
    Range.requireAtLeast("maxAvgPayloadBytes", maxAvgPayloadBytes, 0);
    Range.requireAtLeast("minThroughputEventsPerSecond", minThroughputEventsPerSecond, 0);
    Range.requireAtLeast("maxMemoryUnitsPerSession", maxMemoryUnitsPerSession, 0);
    SortedMap<Figure, Long> limits = new TreeMap<>();
    limits.put(Figure.P95_LATENCY, maxP95LatencyMs);
    limits.put(Figure.AVG_PAYLOAD, maxAvgPayloadBytes);
    limits.put(Figure.THROUGHPUT, minThroughputEventsPerSecond);
    limits.put(Figure.PEAK_MEMORY, maxMemoryUnitsPerSession);
    return limits;
  }
}
