package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Holds a report against its budgets. */
public final class BudgetGate {

  private BudgetGate() {}

  /**
   * A result for every budget, in the budgets' order, then a failed one for every scenario without
   * a budget that does not fit the profile's memory.
   *
   * <p>A budget without a scenario fails: it limits nothing. A scenario without a budget has no
   * result, so without budgets nothing is judged and the list may be empty: a caller that reports a
   * verdict must not call that passed.
   *
   * @throws InputException if a workload has two budgets
   */
  public static List<BudgetResult> evaluate(Report report, List<Budget> budgets) {
    Map<String, ScenarioReport> scenarios = new LinkedHashMap<>();
    report.scenarios().forEach(scenario -> scenarios.put(scenario.workload(), scenario));
    Set<String> judged = new TreeSet<>();
    List<BudgetResult> results = new ArrayList<>();
    for (Budget budget : budgets) {
      if (!judged.add(budget.workload())) {
        throw new InputException(
            "budgets: the workload '" + budget.workload() + "' has two, expected one");
      }
      ScenarioReport scenario = scenarios.get(budget.workload());
      results.add(
          scenario == null
              ? missing(budget, scenarios.keySet())
              : verdict(scenario, checks(scenario, budget, report.profile())));
    }
    for (ScenarioReport scenario : report.scenarios()) {
      Check memory = totalMemory(scenario, report.profile());
      if (!judged.contains(scenario.workload()) && !memory.passed()) {
        results.add(verdict(scenario, List.of(memory)));
      }
    }
    return List.copyOf(results);
  }

  private static BudgetResult missing(Budget budget, Set<String> labels) {
    return new BudgetResult(
        budget.workload(),
        false,
        "no scenario of this workload was run"
            + NearestWord.question(budget.workload(), labels)
            + " run: "
            + String.join(", ", labels)
            + "; add the scenario or remove the budget");
  }

  private static BudgetResult verdict(ScenarioReport scenario, List<Check> checks) {
    String broken =
        checks.stream()
            .filter(check -> !check.passed())
            .map(Check::difference)
            .collect(Collectors.joining("; "));
    if (!broken.isEmpty()) {
      return new BudgetResult(scenario.workload(), false, broken);
    }
    Check tightest = checks.get(0);
    for (Check check : checks) {
      tightest = check.isTighterThan(tightest) ? check : tightest;
    }
    return new BudgetResult(scenario.workload(), true, "tightest: " + tightest.room());
  }

  private static List<Check> checks(ScenarioReport scenario, Budget budget, Profile profile) {
    return List.of(
        new Check(Figure.AVG_PAYLOAD, scenario.avgPayloadBytes(), budget.maxAvgPayloadBytes()),
        new Check(Figure.P95_LATENCY, scenario.p95LatencyMs(), budget.maxP95LatencyMs()),
        new Check(
            Figure.THROUGHPUT,
            scenario.throughputEventsPerSecond(),
            budget.minThroughputEventsPerSecond()),
        new Check(
            Figure.PEAK_MEMORY,
            scenario.peakMemoryUnitsPerSession(),
            budget.maxMemoryUnitsPerSession()),
        totalMemory(scenario, profile));
  }

  private static Check totalMemory(ScenarioReport scenario, Profile profile) {
    return new Check(
        Figure.TOTAL_MEMORY, scenario.estimatedTotalMemoryUnits(), profile.memoryUnits());
  }
}
