package dev.lightspeed.harness.machine;

/**
 * What replaying a trace on a profile gave.
 *
 * @param latency how long the events took
 * @param cpuBusyNs how long the CPU served events, at least 0
 * @param linkBusyNs how long the link sent frames, at least 0
 * @param endNs when the last byte of the last frame left the link, at least as late as either was
 *     busy
 */
public record Replay(LatencyMs latency, long cpuBusyNs, long linkBusyNs, long endNs) {

  /**
   * @throws IllegalArgumentException if a component is negative or a station was busy after the end
   */
  public Replay {
    requireWithin("cpuBusyNs", cpuBusyNs, endNs);
    requireWithin("linkBusyNs", linkBusyNs, endNs);
  }

  private static void requireWithin(String component, long value, long endNs) {
    if (value < 0 || value > endNs) {
      throw new IllegalArgumentException(
          "replay." + component + ": " + value + " is out of range, 0 to endNs " + endNs);
    }
  }
}
