package dev.lightspeed.cli;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.workload.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which budgets of a suite hold for what is run.
 *
 * <p>A latency of 10 sessions says nothing about one of 300, so a budget is applied to its scenario
 * at the suite's size and to no other. What is left ungated is named, so that nobody reads an exit
 * code of 0 as a verdict on it.
 *
 * @param budgets what to hold the report against
 * @param notices a line for each scenario that no budget is applied to
 */
record AppliedBudgets(List<Budget> budgets, List<String> notices) {

  AppliedBudgets {
    budgets = List.copyOf(budgets);
    notices = List.copyOf(notices);
  }

  /**
   * The budgets of {@code suite} that hold for {@code run}.
   *
   * @param narrowed whether the user asked for some scenarios of the suite only; if not, a budget
   *     that has no scenario is kept, and fails
   */
  static AppliedBudgets of(Suite suite, List<Size> run, boolean narrowed) {
    Map<String, Size> planned = new LinkedHashMap<>();
    for (Scenario scenario : suite.scenarios()) {
      planned.put(scenario.workload().label(), Size.of(scenario));
    }
    Map<String, Budget> unused = new LinkedHashMap<>();
    suite.budgets().forEach(budget -> unused.put(budget.workload(), budget));
    List<Budget> budgets = new ArrayList<>();
    List<String> notices = new ArrayList<>();
    for (Size size : run) {
      Budget budget = unused.remove(size.workload());
      Size gated = planned.get(size.workload());
      if (budget == null) {
        notices.add(size.workload() + " has no budget");
      } else if (size.equals(gated) || gated == null) {
        budgets.add(budget);
      } else {
        notices.add(
            size.workload() + " ran " + size.inWords() + ", its budget is for " + gated.inWords());
      }
    }
    if (!narrowed) {
      budgets.addAll(unused.values());
    }
    return new AppliedBudgets(budgets, notices);
  }
}
