package dev.lightspeed.harness.gate;

import static dev.lightspeed.harness.Reports.COUNTER;
import static dev.lightspeed.harness.Reports.CRUD_TABLE;
import static dev.lightspeed.harness.Reports.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.Report;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** COUNTER: p95 19 ms, 19 B, 4321 events/s, 3 KiB. CRUD_TABLE: 180 ms, 412 B, 900, 18 KiB. */
class BudgetGateTest {

  @Test
  void passesAndSaysHowMuchRoomTheTightestLimitLeaves() {
    assertPassed(
        new Budget("counter", 250, 20, 1000, 100),
        "tightest: avg payload 19 B of at most 20 B, 5.0 % to spare");
    assertPassed(
        new Budget("counter", 250, 200, 4300, 100),
        "tightest: throughput 4321 events/s of at least 4300 events/s, 0.4 % to spare");
    assertPassed(
        new Budget("counter", 21, 200, 1000, 100),
        "tightest: p95 latency 19 ms of at most 21 ms, 9.5 % to spare");
    assertPassed(
        new Budget("counter", 250, 200, 1000, 3),
        "tightest: memory per session 3 KiB of at most 3 KiB, nothing to spare");
  }

  @Test
  void everyLimitIsKeptByAFigureThatEqualsIt() {
    assertThat(evaluate(new Budget("counter", 19, 19, 4321, 3)).passed()).isTrue();
  }

  @Test
  void eachLimitFailsOnItsOwn() {
    assertFailed(new Budget("crud_table", 180, 380, 900, 18), "avg payload 412 B > 380 B (+8.4 %)");
    assertFailed(
        new Budget("crud_table", 179, 412, 900, 18), "p95 latency 180 ms > 179 ms (+0.6 %)");
    assertFailed(
        new Budget("crud_table", 180, 412, 901, 18),
        "throughput 900 events/s < 901 events/s (-0.1 %)");
    assertFailed(
        new Budget("crud_table", 180, 412, 900, 17), "memory per session 18 KiB > 17 KiB (+5.9 %)");
  }

  @Test
  void namesEveryBrokenLimit() {
    assertFailed(
        new Budget("crud_table", 90, 380, 1800, 1),
        "p95 latency 180 ms > 90 ms (+100.0 %); avg payload 412 B > 380 B (+8.4 %);"
            + " memory per session 18 KiB > 1 KiB (+1700.0 %);"
            + " throughput 900 events/s < 1800 events/s (-50.0 %)");
  }

  static Stream<Figure> figures() {
    return Arrays.stream(Figure.values()).filter(figure -> figure.direction() != Direction.SIZE);
  }

  /** Every figure may be limited: it is within what it is, and beyond what is one better. */
  @ParameterizedTest
  @MethodSource("figures")
  void anyFigureMayBeLimited(Figure figure) {
    long value = figure.of(CRUD_TABLE);
    long tooMuch = figure.direction() == Direction.LOWER ? value - 1 : value + 1;
    BudgetResult broken = evaluate(limit("crud_table", figure, tooMuch));

    assertThat(evaluate(limit("crud_table", figure, value)).passed()).isTrue();
    assertThat(broken.passed()).isFalse();
    assertThat(broken.reason())
        .startsWith(figure.label() + " " + figure.amount(value))
        .contains(" " + figure.amount(tooMuch) + " (");
  }

  @Test
  void aVerdictHasEveryLimitAndTheMemoryOfTheMachine() {
    assertThat(BudgetGate.judge(REPORT, List.of(limit("crud_table", Figure.AVG_CPU, 31_000))))
        .containsExactly(
            new BudgetVerdict(
                "crud_table",
                List.of(
                    new Check(Figure.AVG_CPU, 32_000, 31_000),
                    new Check(Figure.TOTAL_MEMORY, 850, 1_048_576)),
                ""));
  }

  @Test
  void aBudgetLimitsSomethingThatCanBeBetter() {
    assertThatThrownBy(() -> new Budget("counter", new TreeMap<>()))
        .hasMessage("limits: none, expected at least one");
    assertThatThrownBy(() -> limit("counter", Figure.SESSIONS, 7))
        .hasMessage("sessionCount: says how large the scenario is, and has no limit");
    assertThatThrownBy(() -> limit("counter", Figure.MAX_CPU, -1))
        .hasMessage("maxCpuUnits: -1 is out of range, at least 0");
  }

  @Test
  void theFourLimitsOfTheReferencePageAreLimitsLikeOthers() {
    Budget page = new Budget("counter", 1, 2, 3, 4);
    Budget none = limit("counter", Figure.MAX_CPU, 5);

    assertThat(page.limits())
        .isEqualTo(
            Map.of(
                Figure.P95_LATENCY, 1L,
                Figure.AVG_PAYLOAD, 2L,
                Figure.THROUGHPUT, 3L,
                Figure.PEAK_MEMORY, 4L));
    assertThat(page)
        .extracting(
            Budget::maxP95LatencyMs,
            Budget::maxAvgPayloadBytes,
            Budget::minThroughputEventsPerSecond,
            Budget::maxMemoryUnitsPerSession)
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(none)
        .extracting(
            Budget::maxP95LatencyMs,
            Budget::maxAvgPayloadBytes,
            Budget::minThroughputEventsPerSecond,
            Budget::maxMemoryUnitsPerSession)
        .containsExactly(Long.MAX_VALUE, Long.MAX_VALUE, 0L, Long.MAX_VALUE);
  }

  private static Budget limit(String workload, Figure figure, long limit) {
    return new Budget(workload, new TreeMap<>(Map.of(figure, limit)));
  }

  @Test
  void aLimitOfNothingHasNoShare() {
    assertFailed(new Budget("crud_table", 180, 0, 0, 18), "avg payload 412 B > 0 B");
  }

  @Test
  void aBrokenLimitNeverReadsAsKept() {
    Check check = new Check(Figure.TOTAL_PAYLOAD, 1_000_000_001, 1_000_000_000);

    assertThat(check.difference()).isEqualTo("total payload 1000000001 B > 1000000000 B (+0.1 %)");
  }

  @Test
  void sharesOfTheLargestFiguresAreExact() {
    assertThat(new Check(Figure.AVG_PATCH_OPS, Long.MAX_VALUE, 1).difference())
        .isEqualTo("avg patch ops 9223372036854775807 > 1 (+922337203685477580600.0 %)");
    assertThat(new Check(Figure.THROUGHPUT, Long.MAX_VALUE, 1).room())
        .isEqualTo(
            "throughput 9223372036854775807 events/s of at least 1 events/s, 99.9 % to spare");
  }

  @Test
  void aBudgetWithoutAScenarioFailsAndNamesTheNearest() {
    assertFailed(
        new Budget("crud", 1, 1, 1, 1),
        "no scenario of this workload was run, did you mean 'crud_table'? run: counter,"
            + " crud_table; add the scenario or remove the budget");
    assertFailed(
        new Budget("chess", 1, 1, 1, 1),
        "no scenario of this workload was run; run: counter, crud_table; add the scenario or"
            + " remove the budget");
  }

  @Test
  void aScenarioThatDoesNotFitTheMachineFailsWhateverItsBudget() {
    Report report =
        new Report(
            new Profile("tiny", 1000, 1000, 800),
            List.of(COUNTER, CRUD_TABLE),
            Reports.METER,
            List.of());
    String reason = "memory of all sessions 850 KiB > 800 KiB (+6.3 %)";

    assertThat(BudgetGate.evaluate(report, List.of(new Budget("crud_table", 999, 999, 1, 999))))
        .containsExactly(new BudgetResult("crud_table", false, reason));
    assertThat(BudgetGate.evaluate(report, List.of()))
        .containsExactly(new BudgetResult("crud_table", false, reason));
  }

  @Test
  void resultsComeInTheOrderOfTheBudgets() {
    assertThat(
            BudgetGate.evaluate(
                REPORT,
                List.of(
                    new Budget("crud_table", 999, 999, 1, 999),
                    new Budget("counter", 999, 999, 1, 999))))
        .extracting(BudgetResult::workload)
        .containsExactly("crud_table", "counter");
  }

  @Test
  void withoutBudgetsThereIsNoVerdict() {
    assertThat(BudgetGate.evaluate(REPORT, List.of())).isEmpty();
  }

  @Test
  void refusesTwoBudgetsForOneWorkload() {
    Budget budget = new Budget("counter", 1, 1, 1, 1);

    assertThatThrownBy(() -> BudgetGate.evaluate(REPORT, List.of(budget, budget)))
        .isInstanceOf(InputException.class)
        .hasMessage("budgets: the workload 'counter' has two, expected one");
  }

  @Test
  void refusesALimitOutOfRange() {
    assertThatThrownBy(() -> new Budget("counter", -1, 1, 1, 1))
        .hasMessage("maxP95LatencyMs: -1 is out of range, at least 0");
    assertThatThrownBy(() -> new Budget("counter", 1, -2, 1, 1))
        .hasMessage("maxAvgPayloadBytes: -2 is out of range, at least 0");
    assertThatThrownBy(() -> new Budget("counter", 1, 1, -3, 1))
        .hasMessage("minThroughputEventsPerSecond: -3 is out of range, at least 0");
    assertThatThrownBy(() -> new Budget("counter", 1, 1, 1, -4))
        .hasMessage("maxMemoryUnitsPerSession: -4 is out of range, at least 0");
    assertThatThrownBy(() -> new Budget("No Label", 1, 1, 1, 1))
        .hasMessage("workload: the label 'No Label' does not match [a-z][a-z0-9_]{0,63}");
  }

  private static BudgetResult evaluate(Budget budget) {
    List<BudgetResult> results = BudgetGate.evaluate(REPORT, List.of(budget));
    assertThat(results).hasSize(1);
    return results.get(0);
  }

  private static void assertPassed(Budget budget, String reason) {
    assertThat(evaluate(budget)).isEqualTo(new BudgetResult(budget.workload(), true, reason));
  }

  private static void assertFailed(Budget budget, String reason) {
    assertThat(evaluate(budget)).isEqualTo(new BudgetResult(budget.workload(), false, reason));
  }
}
