package dev.lightspeed.harness.report;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What the server keeps for a session from its mount to its last event, over the distinct sessions
 * of a scenario.
 *
 * @param points at rising numbers of events, the first at the mount and the last at the last event
 */
public record MemoryTimeline(List<Point> points) {

  private static final int MAX_STEPS = 200;

  /**
   * After some events. Between two points nothing is lost: a point's largest is that of all the
   * events since the point before.
   *
   * @param event how many events the sessions have had, 0 at the mount
   * @param medianBytes half of the sessions keep no more, at least 0
   * @param maxBytes what the largest session kept, at least {@code medianBytes}
   */
  public record Point(int event, long medianBytes, long maxBytes) {}

  /** Copies the list. */
  public MemoryTimeline {
    points = List.copyOf(points);
  }

  /** The timeline of {@code trace}, in at most some two hundred points. */
  public static MemoryTimeline of(Trace trace) {
    List<Point> points = new ArrayList<>();
    int events = trace.eventsPerSession();
    int steps = Math.min(events, MAX_STEPS);
    int last = -1;
    for (int step = 0; step <= steps; step++) {
      int event = (int) ((long) events * step / steps);
      long max = 0;
      for (int since = last + 1; since <= event; since++) {
        for (SessionTrace session : trace.sessions()) {
          max = Math.max(max, retainedBytes(session, since));
        }
      }
      points.add(new Point(event, median(trace, event), max));
      last = event;
    }
    return new MemoryTimeline(points);
  }

  /** The most that any session kept. */
  public long peakBytes() {
    return points.stream().mapToLong(Point::maxBytes).max().orElse(0);
  }

  private static long median(Trace trace, int event) {
    long[] bytes =
        trace.sessions().stream().mapToLong(session -> retainedBytes(session, event)).toArray();
    Arrays.sort(bytes);
    return bytes[(bytes.length - 1) / 2];
  }

  private static long retainedBytes(SessionTrace session, int event) {
    return event == 0 ? session.mount().retainedBytes() : session.retainedBytes(event - 1);
  }
}
