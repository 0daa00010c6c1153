package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.text.Range;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;
import java.util.Locale;

/**
 * Where the work of one workload went: of its distinct sessions, each counted once.
 *
 * @param workload the workload's label
 * @param distinctSessions sessions with a script of their own, 1 to 1,024
 * @param eventsPerSession events of each after its mount, at least 1
 * @param eventTypes what its steps were: the mount and each name of an event, by name
 * @param peak what the largest session kept where it was largest
 */
public record WorkloadAttribution(
    String workload,
    int distinctSessions,
    int eventsPerSession,
    List<EventType> eventTypes,
    RetainedPeak peak) {

  /**
   * @throws IllegalArgumentException if a count is out of range, or the event types are not in
   *     order or are not of all steps
   */
  public WorkloadAttribution {
    Scenario.requireLabel(workload);
    Range.require("distinctSessions", distinctSessions, 1, Scenario.DISTINCT_SESSIONS);
    Range.require("eventsPerSession", eventsPerSession, 1, Integer.MAX_VALUE);
    eventTypes = List.copyOf(eventTypes);
    for (int i = 1; i < eventTypes.size(); i++) {
      if (eventTypes.get(i - 1).name().compareTo(eventTypes.get(i).name()) >= 0) {
        throw new IllegalArgumentException(
            "kinds: '" + eventTypes.get(i).name() + "' is not in its place, by name and once");
      }
    }
    long steps = eventTypes.stream().mapToLong(EventType::count).sum();
    long expected = distinctSessions * (1L + eventsPerSession);
    if (steps != expected) {
      throw new IllegalArgumentException(
          "kinds: "
              + steps
              + " steps in all, expected "
              + expected
              + ": a mount and "
              + eventsPerSession
              + " events in each of "
              + distinctSessions
              + " sessions");
    }
  }

  /** CPU units of all steps. */
  public long cpuUnits() {
    return eventTypes.stream().mapToLong(EventType::cpuUnits).sum();
  }

  /** Bytes that all steps allocated. */
  public long allocatedBytes() {
    return eventTypes.stream().mapToLong(EventType::allocatedBytes).sum();
  }

  /** The size in words, such as {@code 90 sessions × 150 events}. */
  public String size() {
    return size(distinctSessions, eventsPerSession);
  }

  static String size(int sessions, int events) {
    return String.format(
        Locale.ROOT,
        "%,d session%s × %,d event%s",
        sessions,
        sessions == 1 ? "" : "s",
        events,
        events == 1 ? "" : "s");
  }
}
