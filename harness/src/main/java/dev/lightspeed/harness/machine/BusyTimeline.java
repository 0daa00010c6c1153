package dev.lightspeed.harness.machine;

import java.util.List;

/**
 * How busy a station was over virtual time.
 *
 * @param slotNs the length of a slot in virtual nanoseconds, at least 1
 * @param permille for each slot from time 0 on, which share of it the station was busy, 0 to 1000,
 *     rounded up; of the last, the share until the end of the replay
 */
public record BusyTimeline(long slotNs, List<Integer> permille) {

  /**
   * @throws IllegalArgumentException if a component is out of range
   */
  public BusyTimeline {
    permille = List.copyOf(permille);
    if (slotNs < 1
        || permille.isEmpty()
        || permille.stream().anyMatch(busy -> busy < 0 || busy > 1000)) {
      throw new IllegalArgumentException(
          "busy: slots of " + slotNs + " ns, " + permille + " are out of range");
    }
  }
}
