package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.RetainedType;
import java.util.List;

/**
 * What the largest session kept, at the first step where it was largest; of equals, the session of
 * the lowest index.
 *
 * @param session its index, from 0
 * @param event the step, from 1; 0 is the mount
 * @param eventType the step's event type
 * @param types what it kept, by the types' names
 */
public record RetainedPeak(int session, int event, String eventType, List<RetainedType> types) {

  /**
   * @throws IllegalArgumentException if a number is out of range, or the types are not in order
   */
  public RetainedPeak {
    if (session < 0 || session >= Scenario.DISTINCT_SESSIONS || event < 0) {
      throw new IllegalArgumentException(
          "peak: session " + session + ", event " + event + " is out of range");
    }
    types = List.copyOf(types);
    for (int i = 1; i < types.size(); i++) {
      if (types.get(i - 1).type().compareTo(types.get(i).type()) >= 0) {
        throw new IllegalArgumentException(
            "types: '" + types.get(i).type() + "' is not in its place, by name and once");
      }
    }
  }

  /** All that it kept, in bytes. */
  public long bytes() {
    return types.stream().mapToLong(RetainedType::bytes).sum();
  }

  /** Where it was largest, such as {@code session 3 after event 17 (update)}. */
  public String place() {
    return "session "
        + session
        + " after "
        + (event == 0 ? "its mount" : "event " + event)
        + (event == 0 ? "" : " (" + eventType + ")");
  }
}
