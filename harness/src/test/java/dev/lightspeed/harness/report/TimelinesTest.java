package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.lightspeed.harness.report.MemoryTimeline.Point;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read off a trace beside the figures: its event types, and its memory over time. */
class TimelinesTest {

  @Test
  void kindsAreReadFromTheScript() {
    SessionTrace one = session(10, cost(100, 7, 20), cost(40, 5, 30), cost(1, 1, 1));
    SessionTrace other = session(10, cost(300, 9, 20), cost(60, 5, 30), cost(2, 2, 1));

    assertThat(
            EventTypeFigures.of(
                trace(2, 3, List.of(one, other)), new Script(List.of("add", "pay", "add"))))
        .containsExactly(
            new EventTypeFigures("add", 4, 19, 9, 4, 403, 32),
            new EventTypeFigures("pay", 2, 10, 5, 2, 100, 16));
  }

  @Test
  void aSessionCountsAsOftenAsItOccurs() {
    SessionTrace session = session(10, cost(100, 7, 20));
    List<SessionTrace> sessions = new ArrayList<>();
    for (int i = 0; i < 1024; i++) {
      sessions.add(session);
    }

    assertThat(EventTypeFigures.of(trace(2050, 1, sessions), new Script(List.of("go"))))
        .containsExactly(new EventTypeFigures("go", 2050, 2050 * 7, 7, 2050, 205_000, 2050 * 8));
  }

  @Test
  void aKindHasItsPartInTheFiguresThatEventsAddUpTo() {
    EventTypeFigures kind = new EventTypeFigures("add", 3, 10, 5, 4, 11, 16);
    Map<Figure, Long> parts = new EnumMap<>(Figure.class);
    for (Figure figure : Figure.values()) {
      kind.of(figure).ifPresent(value -> parts.put(figure, value));
    }

    assertThat(parts)
        .containsExactly(
            entry(Figure.TOTAL_PAYLOAD, 10L),
            entry(Figure.AVG_PAYLOAD, 4L),
            entry(Figure.TOTAL_PATCH_OPS, 4L),
            entry(Figure.AVG_PATCH_OPS, 2L),
            entry(Figure.TOTAL_CPU, 11L),
            entry(Figure.AVG_CPU, 4L),
            entry(Figure.TOTAL_ALLOCATED, 16L),
            entry(Figure.AVG_ALLOCATED, 6L),
            entry(Figure.MAX_PAYLOAD, 5L));
  }

  @Test
  void aKindWithoutAnEventIsNone() {
    assertThatThrownBy(() -> new EventTypeFigures("add", 0, 0, 0, 0, 0, 0))
        .hasMessage("events: 0 is out of range, at least 1");
    assertThatThrownBy(() -> new EventTypeFigures("add", 2, 9, 10, 0, 0, 0))
        .hasMessage("maxPayloadBytes: 10 is out of range, 0 to 9");
  }

  @Test
  void aSumBeyondALongIsNotWrappedAround() {
    Trace trace = trace(1, 2, List.of(session(1, cost(1L << 62, 1, 1), cost(1L << 62, 1, 1))));

    assertThatThrownBy(() -> EventTypeFigures.of(trace, new Script(List.of("go"))))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void memoryIsThatAfterTheMountAndEachEvent() {
    MemoryTimeline timeline =
        MemoryTimeline.of(
            trace(
                3,
                2,
                List.of(
                    session(10, cost(1, 1, 20), cost(1, 1, 25)),
                    session(12, cost(1, 1, 90), cost(1, 1, 26)),
                    session(14, cost(1, 1, 22), cost(1, 1, 24)))));

    assertThat(timeline.points())
        .containsExactly(new Point(0, 12, 14), new Point(1, 22, 90), new Point(2, 25, 26));
    assertThat(timeline.peakBytes()).isEqualTo(90);
  }

  @Test
  void ofManyEventsNoPeakIsLost() {
    Cost[] costs = new Cost[1_001];
    for (int i = 0; i < costs.length; i++) {
      costs[i] = cost(1, 1, i == 777 ? 5_000 : 100 + i);
    }
    MemoryTimeline timeline =
        MemoryTimeline.of(trace(1, costs.length, List.of(session(50, costs))));

    assertThat(timeline.points()).hasSize(201);
    assertThat(timeline.points().get(0)).isEqualTo(new Point(0, 50, 50));
    assertThat(timeline.points().get(200)).isEqualTo(new Point(1_001, 1_100, 1_100));
    assertThat(timeline.peakBytes()).isEqualTo(5_000);
  }

  private static Cost cost(long cpuUnits, int payloadBytes, long retainedBytes) {
    return new Cost(cpuUnits, payloadBytes, 1, 8, retainedBytes);
  }

  private static SessionTrace session(long mountRetained, Cost... events) {
    return SessionTrace.of(cost(1, 1, mountRetained), List.of(events));
  }

  private static Trace trace(int sessions, int events, List<SessionTrace> distinct) {
    return new Trace("shop", Pace.thinking(Duration.ofSeconds(1)), sessions, events, distinct);
  }

  /** Events of these names, again and again. */
  private record Script(List<String> names) implements Workload {

    @Override
    public String label() {
      return "shop";
    }

    @Override
    public Pace pace() {
      return Pace.thinking(Duration.ofSeconds(1));
    }

    @Override
    public Iterator<Event> script(int sessionIndex) {
      return Stream.iterate(0, i -> i + 1)
          .map(i -> Event.of(names.get(i % names.size())))
          .iterator();
    }

    @Override
    public Session open(int sessionIndex) {
      throw new AssertionError("a script must not open a session");
    }
  }
}
