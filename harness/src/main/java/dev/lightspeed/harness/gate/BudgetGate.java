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

/** Holds a report against its budgets. */
public final class BudgetGate {

  private BudgetGate() {}

  /**
   * The verdicts of {@link #judge} in words.
   *
   * @throws InputException if a workload has two budgets
   */
  public static List<BudgetResult> evaluate(Report report, List<Budget> budgets) {
    return judge(report, budgets).stream().map(BudgetVerdict::result).toList();
  }

  /**
   * A verdict for every budget, in the budgets' order, then a failed one for every scenario without
   * a budget that does not fit the profile's memory.
   *
   * <p>A budget without a scenario fails: it limits nothing. A scenario without a budget has no
   * verdict, so without budgets nothing is judged and the list may be empty: a caller that reports
   * a verdict must not call that passed.
   *
   * @throws InputException if a workload has two budgets, or a limit is on a figure that the report
   *     lacks
   */
  public static List<BudgetVerdict> judge(Report report, List<Budget> budgets) {
    Map<String, ScenarioReport> scenarios = new LinkedHashMap<>();
    report.scenarios().forEach(scenario -> scenarios.put(scenario.workload(), scenario));
    Set<String> judged = new TreeSet<>();
    List<BudgetVerdict> verdicts = new ArrayList<>();
    for (Budget budget : budgets) {
      if (!judged.add(budget.workload())) {
        throw new InputException(
            "budgets: the workload '" + budget.workload() + "' has two, expected one");
      }
      ScenarioReport scenario = scenarios.get(budget.workload());
      verdicts.add(
          scenario == null
              ? missing(budget, scenarios.keySet())
              : verdict(scenario, checks(scenario, budget, report.profile())));
    }
    for (ScenarioReport scenario : report.scenarios()) {
      Check memory = totalMemory(scenario, report.profile());
      if (!judged.contains(scenario.workload()) && !memory.passed()) {
        verdicts.add(verdict(scenario, List.of(memory)));
      }
    }
    return List.copyOf(verdicts);
  }

  private static BudgetVerdict missing(Budget budget, Set<String> labels) {
    return new BudgetVerdict(
        budget.workload(),
        List.of(),
        "no scenario of this workload was run"
            + NearestWord.question(budget.workload(), labels)
            + " run: "
            + String.join(", ", labels)
            + "; add the scenario or remove the budget");
  }

  private static BudgetVerdict verdict(ScenarioReport scenario, List<Check> checks) {
    return new BudgetVerdict(scenario.workload(), checks, "");
  }

  private static List<Check> checks(ScenarioReport scenario, Budget budget, Profile profile) {
    List<Check> checks = new ArrayList<>();
    budget
        .limits()
        .forEach((figure, limit) -> checks.add(new Check(figure, figure.of(scenario), limit)));
    checks.add(totalMemory(scenario, profile));
    return checks;
  }

  private static Check totalMemory(ScenarioReport scenario, Profile profile) {
    return new Check(
        Figure.TOTAL_MEMORY, scenario.estimatedTotalMemoryUnits(), profile.memoryUnits());
  }
}
