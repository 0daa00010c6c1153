package dev.lightspeed.harness.calibrate;

/**
 * A workload, counted and timed on this machine.
 *
 * @param workload its label
 * @param units CPU units of a pass, at least 1
 * @param ns nanoseconds of CPU time of a pass, at least 1
 * @param steady whether passes had stopped to get faster when they were timed
 */
public record WorkloadRate(String workload, long units, long ns, boolean steady) {

  private static final double NS_PER_MS = 1e6;

  /**
   * @throws IllegalArgumentException if a figure is out of range
   */
  public WorkloadRate {
    if (units < 1 || ns < 1) {
      throw new IllegalArgumentException(
          workload + ": " + units + " units in " + ns + " ns, each must be at least 1");
    }
  }

  /** How many units it executes in a millisecond, at least 1. */
  public long unitsPerMs() {
    return Math.max(1, Math.round(units / (ns / NS_PER_MS)));
  }
}
