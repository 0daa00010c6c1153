package dev.lightspeed.harness.run;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.suite.Suite;
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
 * @param ungated the scenarios that no budget is applied to, and why
 */
public record AppliedBudgets(List<Budget> budgets, List<Ungated> ungated) {

  /** Copies the lists. */
  public AppliedBudgets {
    budgets = List.copyOf(budgets);
    ungated = List.copyOf(ungated);
  }

  /** The budgets of {@code suite} that hold for {@code run}. */
  public static AppliedBudgets of(Suite suite, List<Size> run) {
    Map<String, Size> planned = new LinkedHashMap<>();
    suite.scenarios().forEach(each -> planned.put(each.workload().label(), Size.of(each)));
    Map<String, Budget> limits = new LinkedHashMap<>();
    suite.budgets().forEach(each -> limits.put(each.workload(), each));
    List<Budget> budgets = new ArrayList<>();
    List<Ungated> ungated = new ArrayList<>();
    for (Size size : run) {
      Budget budget = limits.get(size.workload());
      Size gated = planned.get(size.workload());
      if (budget == null || gated == null) {
        ungated.add(new Ungated(size.workload(), "has no budget"));
      } else if (size.equals(gated)) {
        budgets.add(budget);
      } else {
        ungated.add(
            new Ungated(
                size.workload(),
                "ran " + size.inWords() + ", its budget is for " + gated.inWords()));
      }
    }
    return new AppliedBudgets(budgets, ungated);
  }
}
