package dev.lightspeed.harness.machine;

/**
 * Latencies of every event of a scenario, by nearest rank from exact nanoseconds, each then rounded
 * up to whole virtual milliseconds.
 *
 * @param p50 half of the events took no longer
 * @param p95 95 % of the events took no longer
 * @param p99 99 % of the events took no longer
 * @param max no event took longer
 */
public record LatencyMs(long p50, long p95, long p99, long max) {

  /**
   * @throws IllegalArgumentException if a component is negative or less than the one before
   */
  public LatencyMs {
    if (p50 < 0 || p95 < p50 || p99 < p95 || max < p99) {
      throw new IllegalArgumentException(
          "latency: p50 "
              + p50
              + ", p95 "
              + p95
              + ", p99 "
              + p99
              + ", max "
              + max
              + " are out of range, at least 0 and in ascending order");
    }
  }
}
