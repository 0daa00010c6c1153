package dev.lightspeed.harness.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Figure;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Where a figure has changed, as a line of a comparison tells it. */
class EventTypeComparisonTest {

  private static final EventTypeFigures ADD = kind("add", 10, 500, 60, 1_000);
  private static final EventTypeFigures PAY = kind("pay", 5, 500, 120, 9_000);

  @Test
  void theKindThatGrewIsNamed() {
    EventTypeComparison kinds =
        compare(List.of(ADD, PAY), List.of(ADD, kind("pay", 5, 1100, 240, 9_000)));

    assertThat(kinds.where(Figure.TOTAL_PAYLOAD, true)).contains("event pay 500 → 1100 B");
    assertThat(kinds.where(Figure.AVG_PAYLOAD, true)).contains("event pay 100 → 220 B");
    assertThat(kinds.where(Figure.MAX_PAYLOAD, true)).contains("event pay 120 → 240 B");
    assertThat(kinds.where(Figure.TOTAL_CPU, true)).isEmpty();
  }

  @Test
  void aFigureThatFellIsToldByTheKindsThatFell() {
    EventTypeComparison kinds =
        compare(
            List.of(ADD, PAY), List.of(kind("add", 10, 600, 60, 1_000), kind("pay", 5, 50, 10, 1)));

    assertThat(kinds.where(Figure.TOTAL_PAYLOAD, false)).contains("event pay 500 → 50 B");
    assertThat(kinds.where(Figure.TOTAL_PAYLOAD, true)).contains("event add 500 → 600 B");
  }

  @Test
  void theOnesThatAccountForMostComeFirstAndTheRestIsCounted() {
    List<EventTypeFigures> now =
        List.of(
            kind("add", 10, 600, 60, 1_000),
            kind("pay", 5, 700, 120, 9_000),
            kind("undo", 1, 9, 9, 1),
            kind("redo", 1, 9, 9, 1));

    assertThat(compare(List.of(ADD, PAY), now).where(Figure.TOTAL_PAYLOAD, true))
        .contains("events pay 500 → 700 B, add 500 → 600 B, 2 more");
  }

  @Test
  void anAverageIsRankedByWhatAllItsEventsGrew() {
    List<EventTypeFigures> now =
        List.of(kind("add", 10, 700, 60, 1_000), kind("pay", 5, 625, 120, 9_000));

    assertThat(compare(List.of(ADD, PAY), now).where(Figure.AVG_PAYLOAD, true))
        .contains("events add 50 → 70 B, pay 100 → 125 B");
  }

  @Test
  void aKindThatIsNewOrGoneIsSaidToBe() {
    assertThat(compare(List.of(ADD), List.of(ADD, PAY)).where(Figure.AVG_CPU, true))
        .contains("event pay (new) 1800 units");
    assertThat(compare(List.of(ADD, PAY), List.of(ADD)).where(Figure.AVG_CPU, false))
        .contains("event pay 1800 units → gone");
  }

  @Test
  void moreEventsOfTheSameCostDoNotChangeTheirAverage() {
    List<EventTypeFigures> now = List.of(ADD, kind("pay", 10, 1_000, 120, 18_000));

    assertThat(compare(List.of(ADD, PAY), now).where(Figure.AVG_CPU, true)).isEmpty();
    assertThat(compare(List.of(ADD, PAY), now).where(Figure.TOTAL_CPU, true))
        .contains("event pay 9000 → 18000 units");
  }

  @Test
  void whereOneSideIsNotKnownNothingIsTold() {
    assertThat(compare(List.of(), List.of(ADD)).where(Figure.AVG_CPU, true)).isEmpty();
    assertThat(compare(List.of(ADD), List.of()).where(Figure.AVG_CPU, false)).isEmpty();
    assertThat(compare(List.of(ADD), List.of(PAY)).where(Figure.P95_LATENCY, true)).isEmpty();
  }

  @Test
  void aNameIsMadeHarmless() {
    String name = "\u001b[31m" + "x".repeat(60);

    assertThat(
            compare(List.of(ADD), List.of(ADD, kind(name, 1, 7, 7, 1)))
                .where(Figure.AVG_PAYLOAD, true))
        .contains("event ?[31m" + "x".repeat(35) + "… (new) 7 B");
    assertThat(
            compare(List.of(ADD), List.of(ADD, kind(" ", 1, 7, 7, 1)))
                .where(Figure.AVG_PAYLOAD, true))
        .contains("event (no name) (new) 7 B");
  }

  private static EventTypeComparison compare(
      List<EventTypeFigures> before, List<EventTypeFigures> now) {
    return new EventTypeComparison(before, now);
  }

  private static EventTypeFigures kind(
      String name, long events, long bytes, long longest, long units) {
    return new EventTypeFigures(name, events, bytes, longest, events, units, 8 * events);
  }
}
