package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;

/**
 * The limits of one workload. A figure that equals its limit is within it.
 *
 * @param workload the workload's label
 * @param maxP95LatencyMs virtual milliseconds, at least 0
 * @param maxAvgPayloadBytes bytes an event, at least 0
 * @param minThroughputEventsPerSecond events a second, at least 0
 * @param maxMemoryUnitsPerSession KiB, at least 0
 */
public record Budget(
    String workload,
    long maxP95LatencyMs,
    long maxAvgPayloadBytes,
    long minThroughputEventsPerSecond,
    long maxMemoryUnitsPerSession) {

  /**
   * @throws IllegalArgumentException if the label is malformed or a limit is negative
   */
  public Budget {
    Scenario.requireLabel(workload);
    requireNotNegative("maxP95LatencyMs", maxP95LatencyMs);
    requireNotNegative("maxAvgPayloadBytes", maxAvgPayloadBytes);
    requireNotNegative("minThroughputEventsPerSecond", minThroughputEventsPerSecond);
    requireNotNegative("maxMemoryUnitsPerSession", maxMemoryUnitsPerSession);
  }

  /** The limits of {@code workload}. */
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

  private static void requireNotNegative(String component, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(component + ": " + value + " is out of range, at least 0");
    }
  }
}
