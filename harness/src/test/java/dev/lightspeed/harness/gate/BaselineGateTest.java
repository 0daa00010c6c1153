package dev.lightspeed.harness.gate;

import static dev.lightspeed.harness.Reports.COUNTER;
import static dev.lightspeed.harness.Reports.CRUD_TABLE;
import static dev.lightspeed.harness.Reports.METER;
import static dev.lightspeed.harness.Reports.PROFILE;
import static dev.lightspeed.harness.Reports.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BaselineResult.CoverageChange;
import dev.lightspeed.harness.gate.BaselineResult.FigureChange;
import dev.lightspeed.harness.gate.BaselineResult.ScenarioChange;
import dev.lightspeed.harness.gate.BaselineResult.ScenarioChange.Change;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Sense;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** CRUD_TABLE: 5,000 events, p95 180 ms, 412 B of 2,057,001 B, 900 events/s, 18 KiB. */
class BaselineGateTest {

  /** The mean that follows from each total. */
  private static final Map<Figure, Figure> MEANS =
      new EnumMap<>(
          Map.of(
              Figure.TOTAL_PAYLOAD, Figure.AVG_PAYLOAD,
              Figure.TOTAL_PATCH_OPS, Figure.AVG_PATCH_OPS,
              Figure.TOTAL_CPU, Figure.AVG_CPU,
              Figure.TOTAL_ALLOCATED, Figure.AVG_ALLOCATED));

  @Test
  void aReportIsNoDifferentFromItself() {
    assertThat(BaselineGate.evaluate(REPORT, REPORT)).isEmpty();
  }

  static Stream<Figure> figures() {
    return Arrays.stream(Figure.values()).filter(figure -> figure.sense() != Sense.SIZE);
  }

  /** One more (or less, where more is better) of one figure fails, and nothing else does. */
  @ParameterizedTest
  @MethodSource("figures")
  void theLeastThatAnyFigureIsWorseFails(Figure figure) {
    long worse = figure.sense() == Sense.LOWER ? 1 : -1;
    ScenarioReport now = plus(figure, worse);
    long value = figure.of(now).orElseThrow();

    assertThat(failures(now))
        .contains(new FigureChange("crud_table", figure, value - worse, value, value - worse));
    assertThat(BaselineGate.evaluate(Reports.of(COUNTER, now), REPORT))
        .allSatisfy(result -> assertThat(result.message()).startsWith("crud_table: "));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void whatIsBetterPassesAndIsListed(Figure figure) {
    long better = figure.sense() == Sense.LOWER ? -1 : 1;
    ScenarioReport now = plus(figure, better);
    long value = figure.of(now).orElseThrow();

    assertThat(failures(now)).isEmpty();
    assertThat(BaselineGate.evaluate(Reports.of(COUNTER, now), REPORT))
        .contains(new FigureChange("crud_table", figure, value - better, value, value - better))
        .allSatisfy(result -> assertThat(((FigureChange) result).isBetter()).isTrue());
  }

  @Test
  void messagesSayValueBaselineAndByHowMuch() {
    assertMessage(Figure.AVG_PAYLOAD, 412, 380, 380, "avg payload 412 B > 380 B (+8.4 %)");
    assertMessage(Figure.AVG_PAYLOAD, 360, 380, 380, "avg payload 360 B < 380 B (-5.3 %)");
    assertMessage(
        Figure.THROUGHPUT, 899, 900, 900, "throughput 899 events/s < 900 events/s (-0.1 %)");
    assertMessage(
        Figure.THROUGHPUT, 950, 900, 900, "throughput 950 events/s > 900 events/s (+5.6 %)");
    assertMessage(
        Figure.TOTAL_CPU,
        1_000_001,
        1_000_000,
        1_000_000,
        "total CPU 1000001 units > 1000000 units (+0.1 %)");
    assertMessage(Figure.AVG_PATCH_OPS, 1, 0, 0, "avg patch ops 1 > 0");
    assertMessage(Figure.CPU_UTILISATION, 0, 7, 7, "CPU utilisation 0 ‰ < 7 ‰ (-100.0 %)");
  }

  @Test
  void aToleranceIsNamedInTheMessage() {
    assertMessage(
        Figure.AVG_PAYLOAD, 412, 380, 399, "avg payload 412 B > 380 B (+8.4 %), at most 399 B");
    assertMessage(
        Figure.THROUGHPUT,
        850,
        900,
        891,
        "throughput 850 events/s < 900 events/s (-5.6 %), at least 891 events/s");
  }

  private static void assertMessage(
      Figure figure, long observed, long baseline, long limit, String message) {
    assertThat(new FigureChange("crud_table", figure, baseline, observed, limit).message())
        .isEqualTo("crud_table: " + message);
  }

  @Test
  void whatIsToleratedPassesAndIsListedAsWorse() {
    ScenarioReport now = plus(Figure.P95_LATENCY, 9);
    FigureChange change = new FigureChange("crud_table", Figure.P95_LATENCY, 180, 189, 189);

    assertThat(evaluate(now, Figure.P95_LATENCY, new Tolerance.Relative(50)))
        .containsExactly(change);
    assertThat(change.passed()).isTrue();
    assertThat(change.isBetter()).isFalse();
    assertThat(evaluate(now, Figure.P95_LATENCY, new Tolerance.Absolute(9)))
        .containsExactly(change);
    assertThat(evaluate(now, Figure.P95_LATENCY, new Tolerance.Absolute(8)))
        .containsExactly(new FigureChange("crud_table", Figure.P95_LATENCY, 180, 189, 188))
        .noneMatch(BaselineResult::passed);
    assertThat(evaluate(now, Figure.P50_LATENCY, new Tolerance.Absolute(9)))
        .noneMatch(BaselineResult::passed);
  }

  @Test
  void aToleranceGoesInTheDirectionOfTheFigure() {
    Tolerance percent = new Tolerance.Relative(10);
    Tolerance five = new Tolerance.Absolute(5);

    assertThat(percent.limit(Figure.AVG_PAYLOAD, 412)).isEqualTo(416);
    assertThat(percent.limit(Figure.THROUGHPUT, 412)).isEqualTo(408);
    assertThat(percent.limit(Figure.AVG_PAYLOAD, 99)).isEqualTo(99);
    assertThat(five.limit(Figure.AVG_PAYLOAD, 412)).isEqualTo(417);
    assertThat(five.limit(Figure.THROUGHPUT, 412)).isEqualTo(407);
    assertThat(five.limit(Figure.SESSIONS, 412)).isEqualTo(412);
    assertThat(Tolerance.none().limit(Figure.THROUGHPUT, 412)).isEqualTo(412);
  }

  @Test
  void aToleranceOfTheLargestFiguresDoesNotOverflow() {
    Tolerance all = new Tolerance.Absolute(Long.MAX_VALUE);
    Tolerance twice = new Tolerance.Relative(Integer.MAX_VALUE);

    assertThat(all.limit(Figure.TOTAL_CPU, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(all.limit(Figure.THROUGHPUT, 7)).isZero();
    assertThat(twice.limit(Figure.TOTAL_CPU, Long.MAX_VALUE)).isEqualTo(Long.MAX_VALUE);
    assertThat(twice.limit(Figure.THROUGHPUT, Long.MAX_VALUE)).isZero();
  }

  @Test
  void aToleranceIsNotNegative() {
    assertThatThrownBy(() -> new Tolerance.Absolute(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tolerance: -1 is out of range, at least 0");
    assertThatThrownBy(() -> new Tolerance.Relative(-5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("tolerance: -5 ‰ is out of range, at least 0");
  }

  @Test
  void aScenarioThatIsNewFails() {
    assertThat(BaselineGate.evaluate(REPORT, Reports.of(COUNTER)))
        .containsExactly(
            new ScenarioChange(
                "crud_table",
                Change.ADDED,
                "crud_table: is not in the baseline (50 sessions × 100 events): add it there with"
                    + " 'lightspeed run --out'"))
        .noneMatch(BaselineResult::passed);
  }

  @Test
  void aScenarioThatIsMissingFails() {
    assertThat(BaselineGate.evaluate(Reports.of(CRUD_TABLE), REPORT))
        .containsExactly(
            new ScenarioChange(
                "counter",
                Change.REMOVED,
                "counter: is in the baseline (200 sessions × 100 events) and was not run: run it,"
                    + " or remove it there with 'lightspeed run --out'"))
        .noneMatch(BaselineResult::passed);
  }

  @Test
  void aScenarioOfAnotherSizeFailsAndItsFiguresAreNotCompared() {
    ScenarioReport other = resized(CRUD_TABLE);

    assertThat(BaselineGate.evaluate(Reports.of(COUNTER, other), REPORT))
        .containsExactly(
            new ScenarioChange(
                "crud_table",
                Change.RESIZED,
                "crud_table: ran 100 sessions × 50 events, its baseline is for 50 sessions × 100"
                    + " events: run it at that size, or change it there with 'lightspeed run"
                    + " --out'"))
        .noneMatch(BaselineResult::passed);
  }

  @Test
  void scenariosAreFoundByTheirNameWhateverTheirOrder() {
    assertThat(BaselineGate.evaluate(Reports.of(CRUD_TABLE, COUNTER), REPORT)).isEmpty();
  }

  @Test
  void aClassThatIsNotCountedAnyMoreFailsAndOneThatNowIsDoesNot() {
    Report before = new Report(PROFILE, REPORT.scenarios(), METER, List.of("A: why", "B: why"));
    Report now = new Report(PROFILE, REPORT.scenarios(), METER, List.of("B: why", "C: why"));

    List<BaselineResult> results = BaselineGate.evaluate(now, before);

    assertThat(results)
        .containsExactly(new CoverageChange("C: why", true), new CoverageChange("A: why", false));
    assertThat(results).extracting(BaselineResult::passed).containsExactly(false, true);
    assertThat(results)
        .extracting(BaselineResult::message)
        .containsExactly(
            "not counted any more: C: why", "counted now, not in the baseline: A: why");
  }

  @Test
  void anotherMeterIsRefused() {
    Report other = new Report(PROFILE, REPORT.scenarios(), "full/2@17.0.15", List.of());

    assertThatThrownBy(() -> BaselineGate.evaluate(REPORT, other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "baseline: counted with full/2@17.0.15, this run with portable/2, and the two cannot"
                + " be compared: write the baseline again with 'lightspeed run --out'");
    assertThatThrownBy(() -> BaselineGate.evaluate(REPORT, Reports.FIRST_REPORT))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("baseline: counted with portable/1, this run with portable/2, ");
  }

  @Test
  void anotherReleaseOfTheJdkIsRefusedInFullMode() {
    Report before = new Report(PROFILE, REPORT.scenarios(), "full/2@17.0.15", List.of());
    Report now = new Report(PROFILE, REPORT.scenarios(), "full/2@25", List.of());

    assertThatThrownBy(() -> BaselineGate.evaluate(now, before))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("baseline: counted with full/2@17.0.15, this run with full/2@25, ");
  }

  @Test
  void anotherProfileIsRefused() {
    Profile fast = new Profile("pinned", 2000, 1000, 1_048_576);
    Report other = new Report(fast, REPORT.scenarios(), METER, List.of());

    assertThatThrownBy(() -> BaselineGate.evaluate(REPORT, other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "baseline: replayed on profile pinned (2000 CPU units/ms, 1000 B/ms, 1048576 KiB),"
                + " this run on pinned (1000 CPU units/ms, 1000 B/ms, 1048576 KiB), and the two"
                + " cannot be compared: give the same --profile, or write the baseline again with"
                + " 'lightspeed run --out'");
  }

  @Test
  void aReportWithoutDetailsIsComparedWithItsKindAlone() {
    Report first = Reports.FIRST_REPORT;
    Report detailed = new Report(PROFILE, REPORT.scenarios(), "portable/1", List.of());

    assertThat(BaselineGate.evaluate(first, first)).isEmpty();
    assertThatThrownBy(() -> BaselineGate.evaluate(detailed, first))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "baseline: only one of the two reports has details, and the two cannot be compared:"
                + " write the baseline again with 'lightspeed run --out'");
  }

  private static List<BaselineResult> failures(ScenarioReport now) {
    return BaselineGate.evaluate(Reports.of(COUNTER, now), REPORT).stream()
        .filter(result -> !result.passed())
        .toList();
  }

  private static List<BaselineResult> evaluate(
      ScenarioReport now, Figure figure, Tolerance tolerance) {
    Map<Figure, Tolerance> tolerances = new EnumMap<>(Figure.class);
    tolerances.put(figure, tolerance);
    return BaselineGate.evaluate(Reports.of(COUNTER, now), REPORT, tolerances);
  }

  private static ScenarioReport resized(ScenarioReport scenario) {
    return new ScenarioReport(
        scenario.workload(),
        scenario.eventsPerSession(),
        scenario.sessionCount(),
        scenario.totalEvents(),
        scenario.p50LatencyMs(),
        scenario.p95LatencyMs(),
        scenario.totalPayloadBytes(),
        scenario.avgPayloadBytes(),
        scenario.totalPatchOps(),
        scenario.avgPatchOps(),
        scenario.peakMemoryUnitsPerSession(),
        scenario.estimatedTotalMemoryUnits(),
        scenario.throughputEventsPerSecond(),
        scenario.details());
  }

  /** CRUD_TABLE with one figure changed, and with it the mean or total that goes with it. */
  private static ScenarioReport plus(Figure figure, long by) {
    long events = CRUD_TABLE.totalEvents();
    long value = figure.of(CRUD_TABLE).orElseThrow() + by;
    String text = with(ReportJson.write(Reports.of(CRUD_TABLE)), figure, value);
    for (Figure total : MEANS.keySet()) {
      Figure mean = Objects.requireNonNull(MEANS.get(total));
      if (figure == mean) {
        text = with(text, total, value * events);
      } else if (figure == total) {
        text = with(text, mean, (value + events - 1) / events);
      }
    }
    return ReportJson.parse("r.json", text).scenarios().get(0);
  }

  private static String with(String text, Figure figure, long value) {
    String key = "\"" + figure.key() + "\": ";
    return text.replaceFirst(key + "[0-9]+", key + value);
  }
}
