package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.machine.LatencyMs;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.Replay;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetailsTest {

  private static final Pace PACE = Pace.thinking(Duration.ofSeconds(1));
  private static final Profile PROFILE = new Profile("p", Long.MAX_VALUE, 1, 1);
  private static final Replay REPLAY = new Replay(new LatencyMs(7, 19, 23, 40), 1, 2, 3);
  private static final Cost FREE = new Cost(0, 0, 0, 0, 0);

  @Test
  void areExactAndEveryRoundingGoesAgainstTheWorkload() {
    SessionTrace first =
        SessionTrace.of(
            new Cost(100, 10, 1, 1_000, 1),
            List.of(new Cost(300, 10, 1, 64, 1), new Cost(200, 25, 1, 32, 1)));
    SessionTrace second =
        SessionTrace.of(
            new Cost(101, 11, 1, 1_001, 1),
            List.of(new Cost(100, 4, 0, 16, 1), new Cost(151, 2, 3, 1, 1)));

    assertThat(details(new Trace("w", PACE, 2, 2, List.of(first, second)), REPLAY))
        .isEqualTo(Reports.details(23, 40, 751, 188, 300, 113, 29, 25, 101, 11, 1_001, 334, 667));
  }

  /** Sessions 0, 1024 and 2048 are the first one; 1 and 1025 the second. */
  @Test
  void weighASessionThatStandsForManyAsOftenAsItOccurs() {
    SessionTrace free = SessionTrace.of(FREE, List.of(FREE));
    List<SessionTrace> sessions = new ArrayList<>(Collections.nCopies(1024, free));
    sessions.set(
        0, SessionTrace.of(new Cost(2049, 2049, 0, 4098, 0), List.of(new Cost(10, 5, 0, 8, 0))));
    sessions.set(1, SessionTrace.of(new Cost(0, 1, 0, 2049, 0), List.of(new Cost(1, 9, 0, 1, 0))));

    Details details = details(new Trace("w", PACE, 2049, 1, sessions), REPLAY);

    assertThat(details.of(Figure.TOTAL_CPU)).isEqualTo(32);
    assertThat(details.of(Figure.MAX_CPU)).isEqualTo(10);
    assertThat(details.of(Figure.TOTAL_ALLOCATED)).isEqualTo(26);
    assertThat(details.of(Figure.MAX_PAYLOAD)).isEqualTo(9);
    assertThat(details.of(Figure.AVG_MOUNT_CPU)).isEqualTo(3);
    assertThat(details.of(Figure.AVG_MOUNT_PAYLOAD)).isEqualTo(4);
    assertThat(details.of(Figure.AVG_MOUNT_ALLOCATED)).isEqualTo(3 * 2 + 2);
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0, 0",
    "0, 1, 0",
    "1, 1, 1000",
    "1, 1000, 1",
    "1, 1001, 1",
    "999, 1000, 999",
    "9223372036854775807, 9223372036854775807, 1000",
    "1, 9223372036854775807, 1",
  })
  void utilisationIsTheBusyShareOfAllTimeRoundedUp(long busyNs, long endNs, long permille) {
    SessionTrace free = SessionTrace.of(FREE, List.of(FREE));
    Trace trace = new Trace("w", PACE, 1, 1, List.of(free));
    LatencyMs latency = new LatencyMs(0, 0, 0, 0);

    assertThat(details(trace, new Replay(latency, busyNs, 0, endNs)).of(Figure.CPU_UTILISATION))
        .isEqualTo(permille);
    assertThat(details(trace, new Replay(latency, 0, busyNs, endNs)).of(Figure.LINK_UTILISATION))
        .isEqualTo(permille);
  }

  @Test
  void meansOfTheLargestMountsAreExact() {
    Cost huge = new Cost(Long.MAX_VALUE, Integer.MAX_VALUE, 0, Long.MAX_VALUE, 0);
    SessionTrace session = SessionTrace.of(huge, List.of(FREE));
    Details details =
        details(new Trace("w", PACE, 1_000_000, 1, Collections.nCopies(1024, session)), REPLAY);

    assertThat(details.of(Figure.AVG_MOUNT_CPU)).isEqualTo(Long.MAX_VALUE);
    assertThat(details.of(Figure.AVG_MOUNT_PAYLOAD)).isEqualTo(Integer.MAX_VALUE);
    assertThat(details.of(Figure.AVG_MOUNT_ALLOCATED)).isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void refuseAFigureThatDoesNotFit() {
    tooLarge(new Cost(Long.MAX_VALUE, 0, 0, 0, 0), "totalCpuUnits");
    tooLarge(new Cost(0, 0, 0, Long.MAX_VALUE, 0), "totalAllocatedBytes");
  }

  private static void tooLarge(Cost event, String figure) {
    Trace trace = new Trace("w", PACE, 1, 2, List.of(SessionTrace.of(FREE, List.of(event, event))));

    assertThatThrownBy(() -> ScenarioReport.of(trace, PROFILE, REPLAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(figure + ": 18446744073709551614 is out of range, at most 9223372036854775807");
  }

  /** COUNTER: 20,000 events, p95 19 ms, 380,000 B in all. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          p99LatencyMs | 18 | p99LatencyMs: 18 is out of range, at least 19
          maxLatencyMs | 22 | maxLatencyMs: 22 is out of range, at least 23
          totalCpuUnits | -1 | totalCpuUnits: -1 is out of range, at least 0
          avgCpuUnits | 2100 | avgCpuUnits: 2100 contradicts the other figures, they give 2101
          maxCpuUnits | 2100 | maxCpuUnits: 2100 is out of range, 2101 to 42000001
          maxCpuUnits | 42000002 | maxCpuUnits: 42000002 is out of range, 2101 to 42000001
          totalAllocatedBytes | -1 | totalAllocatedBytes: -1 is out of range, at least 0
          avgAllocatedBytes | 481 | avgAllocatedBytes: 481 contradicts the other figures, they give 480
          maxPayloadBytes | 18 | maxPayloadBytes: 18 is out of range, 19 to 380000
          maxPayloadBytes | 380001 | maxPayloadBytes: 380001 is out of range, 19 to 380000
          avgMountCpuUnits | -1 | avgMountCpuUnits: -1 is out of range, at least 0
          avgMountPayloadBytes | -1 | avgMountPayloadBytes: -1 is out of range, at least 0
          avgMountAllocatedBytes | -1 | avgMountAllocatedBytes: -1 is out of range, at least 0
          cpuUtilisationPermille | 1001 | cpuUtilisationPermille: 1001 is out of range, 0 to 1000
          linkUtilisationPermille | -1 | linkUtilisationPermille: -1 is out of range, at least 0
          """)
  void refuseFiguresThatContradictEachOther(String component, long value, String message) {
    UnaryOperator<String> change =
        json ->
            json.replaceFirst("\"" + component + "\": [0-9]+", "\"" + component + "\": " + value);

    if (value < 0) {
      // A file says that first; the record has its own say.
      assertThatThrownBy(() -> changed(component, value)).hasMessage(message);
    } else {
      assertThatThrownBy(
              () -> ReportJson.parse("r", change.apply(ReportJson.write(Reports.REPORT))))
          .hasMessageEndingWith(": scenarios[0]: " + message);
    }
  }

  private static Details changed(String key, long value) {
    SortedMap<Figure, Long> values = new TreeMap<>(Reports.COUNTER.details().values());
    Figure.details().stream()
        .filter(figure -> figure.key().equals(key))
        .forEach(figure -> values.put(figure, value));
    return new Details(values);
  }

  @Test
  void allOfThemAreThere() {
    SortedMap<Figure, Long> values = new TreeMap<>(Reports.COUNTER.details().values());
    values.remove(Figure.AVG_CPU);

    assertThatThrownBy(() -> new Details(values))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("details: ")
        .hasMessageEndingWith(" are not all of them");
  }

  private static Details details(Trace trace, Replay replay) {
    return ScenarioReport.of(trace, PROFILE, replay).details();
  }
}
