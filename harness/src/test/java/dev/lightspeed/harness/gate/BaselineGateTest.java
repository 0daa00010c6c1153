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
import dev.lightspeed.harness.gate.ScenarioComparison.Presence;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
    Comparison comparison = compare(REPORT, REPORT);

    assertThat(comparison.passed()).isTrue();
    assertThat(comparison.isSame()).isTrue();
    assertThat(comparison.scenarios())
        .allSatisfy(
            scenario ->
                assertThat(scenario.figures())
                    .hasSize((int) figures().count())
                    .allMatch(figure -> figure.verdict() == Verdict.PASSED));
  }

  static Stream<Figure> figures() {
    return Arrays.stream(Figure.values()).filter(figure -> figure.direction() != Direction.SIZE);
  }

  /** One more (or less, where more is better) of one figure fails, and nothing else does. */
  @ParameterizedTest
  @MethodSource("figures")
  void theLeastThatAnyFigureIsWorseFails(Figure figure) {
    long worse = figure.direction() == Direction.LOWER ? 1 : -1;
    ScenarioReport now = plus(figure, worse);
    long value = figure.of(now);

    assertThat(crudTable(now, Tolerances.none()).figures(Verdict.FAILED))
        .contains(
            new FigureComparison(figure, value - worse, value, value - worse, Optional.empty()))
        .allSatisfy(
            each -> assertThat(each.figure()).isIn(figure, MEANS.get(figure), total(figure)));
    assertThat(compare(Reports.of(COUNTER, now), REPORT).failures())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).startsWith("crud_table: "));
  }

  @ParameterizedTest
  @MethodSource("figures")
  void whatIsBetterPassesAndIsListed(Figure figure) {
    long better = figure.direction() == Direction.LOWER ? -1 : 1;
    ScenarioReport now = plus(figure, better);
    long value = figure.of(now);
    Comparison comparison = compare(Reports.of(COUNTER, now), REPORT);

    assertThat(comparison.passed()).isTrue();
    assertThat(comparison.isSame()).isFalse();
    assertThat(comparison.failures()).isEmpty();
    assertThat(comparison.slips()).isEmpty();
    assertThat(crudTable(now, Tolerances.none()).figures(Verdict.BETTER))
        .contains(
            new FigureComparison(figure, value - better, value, value - better, Optional.empty()));
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
    assertThat(
            new FigureComparison(figure, baseline, observed, limit, Optional.empty()).difference())
        .isEqualTo(message);
  }

  @Test
  void whatIsToleratedPassesAndIsListedAsWorse() {
    ScenarioReport now = plus(Figure.P95_LATENCY, 9);
    Report report = Reports.of(COUNTER, now);
    Tolerances percent = tolerances(Figure.P95_LATENCY, new Tolerance.Relative(50));
    Tolerances nine = tolerances(Figure.P95_LATENCY, new Tolerance.Absolute(9));
    Tolerances eight = tolerances(Figure.P95_LATENCY, new Tolerance.Absolute(8));
    Tolerances other = tolerances(Figure.P50_LATENCY, new Tolerance.Absolute(9));

    for (Tolerances enough : List.of(percent, nine)) {
      Comparison comparison = BaselineGate.compare("b", report, REPORT, enough);
      assertThat(comparison.passed()).isTrue();
      assertThat(comparison.gains()).isEmpty();
      assertThat(comparison.isSame()).isFalse();
      assertThat(comparison.slips())
          .containsExactly("crud_table: p95 latency 189 ms > 180 ms (+5.0 %), at most 189 ms");
    }
    assertThat(crudTable(now, eight).figures(Verdict.FAILED))
        .containsExactly(new FigureComparison(Figure.P95_LATENCY, 180, 189, 188, Optional.empty()));
    assertThat(crudTable(now, other).passed()).isFalse();
  }

  @Test
  void aToleranceOfOneWorkloadWinsOverThatOfAll() {
    Tolerances tolerances =
        new Tolerances(
            new TreeMap<>(
                Map.of(
                    Figure.P95_LATENCY, new Tolerance.Absolute(9),
                    Figure.AVG_CPU, new Tolerance.Absolute(1))),
            new TreeMap<>(
                Map.of(
                    "counter",
                    new TreeMap<>(Map.of(Figure.P95_LATENCY, new Tolerance.Absolute(2))))));

    assertThat(tolerances.of("counter", Figure.P95_LATENCY)).isEqualTo(new Tolerance.Absolute(2));
    assertThat(tolerances.of("counter", Figure.AVG_CPU)).isEqualTo(new Tolerance.Absolute(1));
    assertThat(tolerances.of("chess", Figure.P95_LATENCY)).isEqualTo(new Tolerance.Absolute(9));
    assertThat(tolerances.of("chess", Figure.P50_LATENCY)).isEqualTo(Tolerance.none());
  }

  @Test
  void aSizeHasNoTolerance() {
    assertThatThrownBy(() -> tolerances(Figure.SESSIONS, Tolerance.none()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sessionCount: says how large the scenario is, and has no tolerance");
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
    assertNotCompared(
        compare(REPORT, Reports.of(COUNTER)),
        Presence.ADDED,
        "crud_table: is not in the baseline (50 sessions × 100 events): add it");
  }

  @Test
  void aScenarioThatIsMissingFails() {
    assertNotCompared(
        compare(Reports.of(COUNTER), REPORT),
        Presence.REMOVED,
        "crud_table: is in the baseline (50 sessions × 100 events) and was not run: if the suite has it"
            + " no more, remove it there");
  }

  @Test
  void aScenarioOfAnotherSizeFailsAndItsFiguresAreNotCompared() {
    assertNotCompared(
        compare(Reports.of(COUNTER, resized(CRUD_TABLE)), REPORT),
        Presence.RESIZED,
        "crud_table: ran 100 sessions × 50 events, its baseline is for 50 sessions × 100 events");
  }

  @Test
  void whatNobodyAskedForIsNotMissing() {
    Comparison comparison = compare(Reports.of(COUNTER), REPORT);

    assertThat(comparison.without(Set.of("crud_table")).isSame()).isTrue();
    assertThat(comparison.without(Set.of("counter"))).isEqualTo(comparison);
  }

  @Test
  void whatIsCountedNowMayBelongToWhatNobodyAskedFor() {
    Comparison comparison =
        new Comparison(
            "base", compare(Reports.of(COUNTER), REPORT).scenarios(), List.of("A"), List.of("B"));

    assertThat(comparison.without(Set.of()).countedNow()).containsExactly("B");
    assertThat(comparison.without(Set.of("crud_table")).countedNow()).isEmpty();
    assertThat(comparison.without(Set.of("crud_table")).notCountedAnyMore()).containsExactly("A");
  }

  private static void assertNotCompared(Comparison comparison, Presence presence, String line) {
    ScenarioComparison scenario = comparison.scenarios().get(1);

    assertThat(scenario.workload()).isEqualTo("crud_table");
    assertThat(scenario.presence()).isEqualTo(presence);
    assertThat(scenario.figures()).isEmpty();
    assertThat(scenario.passed()).isFalse();
    assertThat(comparison.passed()).isFalse();
    assertThat(comparison.failures()).containsExactly(line);
  }

  @Test
  void scenariosAreFoundByTheirNameWhateverTheirOrder() {
    assertThat(compare(Reports.of(CRUD_TABLE, COUNTER), REPORT).isSame()).isTrue();
  }

  @Test
  void aClassThatIsNotCountedAnyMoreFailsAndOneThatNowIsDoesNot() {
    Report before = new Report(PROFILE, REPORT.scenarios(), METER, List.of("A: why", "B: why"));
    Report now = new Report(PROFILE, REPORT.scenarios(), METER, List.of("B: why", "C: why"));

    Comparison comparison = compare(now, before);

    assertThat(comparison.failures()).containsExactly("not counted any more: C: why");
    assertThat(comparison.gains()).containsExactly("counted now, not in the baseline: A: why");
    assertThat(comparison.passed()).isFalse();
    assertThat(compare(REPORT, before).passed()).isTrue();
  }

  @Test
  void anotherMeterIsRefused() {
    Report other = new Report(PROFILE, REPORT.scenarios(), "full/2@17.0.15", List.of());

    assertThatThrownBy(() -> compare(REPORT, other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "baseline: counted with full/2@17.0.15, this run with portable/2, and the two cannot"
                + " be compared: write it again with 'lightspeed update'");
  }

  @Test
  void anotherReleaseOfTheJdkIsRefusedInFullMode() {
    Report before = new Report(PROFILE, REPORT.scenarios(), "full/2@17.0.15", List.of());
    Report now = new Report(PROFILE, REPORT.scenarios(), "full/2@25", List.of());

    assertThatThrownBy(() -> compare(now, before))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("baseline: counted with full/2@17.0.15, this run with full/2@25, ");
  }

  @Test
  void anotherProfileIsRefused() {
    Profile fast = new Profile("pinned", 2000, 1000, 1_048_576);
    Report other = new Report(fast, REPORT.scenarios(), METER, List.of());

    assertThatThrownBy(() -> compare(REPORT, other))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "baseline: replayed on profile pinned (2000 CPU units/ms, 1000 B/ms, 1048576 KiB),"
                + " this run on pinned (1000 CPU units/ms, 1000 B/ms, 1048576 KiB), and the two"
                + " cannot be compared: give the same profile, or write it again with"
                + " 'lightspeed update'");
  }

  private static Comparison compare(Report report, Report baseline) {
    return BaselineGate.compare("baseline", report, baseline, Tolerances.none());
  }

  /** CRUD_TABLE beside what it was. */
  private static ScenarioComparison crudTable(ScenarioReport now, Tolerances tolerances) {
    return BaselineGate.compare("baseline", Reports.of(COUNTER, now), REPORT, tolerances)
        .scenarios()
        .get(1);
  }

  private static Tolerances tolerances(Figure figure, Tolerance tolerance) {
    return new Tolerances(new TreeMap<>(Map.of(figure, tolerance)), new TreeMap<>());
  }

  /** The total that a mean follows from, or the figure itself. */
  private static Figure total(Figure mean) {
    return MEANS.entrySet().stream()
        .filter(entry -> entry.getValue() == mean)
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(mean);
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
    long value = figure.of(CRUD_TABLE) + by;
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
