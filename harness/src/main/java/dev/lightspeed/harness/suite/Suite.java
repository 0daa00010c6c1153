package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What to run, on what, within which limits.
 *
 * @param profile the virtual machine
 * @param scenarios at least one, each of another workload
 * @param budgets at most one for a scenario, none without
 * @param tolerances by how much figures may be worse than their baseline
 */
public record Suite(
    Profile profile, List<Scenario> scenarios, List<Budget> budgets, Tolerances tolerances) {

  /**
   * @throws IllegalArgumentException if there is no scenario, a workload is there twice, or a
   *     budget has no scenario
   */
  public Suite {
    scenarios = List.copyOf(scenarios);
    budgets = List.copyOf(budgets);
    List<String> labels = scenarios.stream().map(scenario -> scenario.workload().label()).toList();
    Scenario.requireDistinct("scenarios", labels);
    Set<String> judged = new TreeSet<>();
    for (Budget budget : budgets) {
      if (!labels.contains(budget.workload()) || !judged.add(budget.workload())) {
        throw new IllegalArgumentException(
            "budgets: the workload '"
                + budget.workload()
                + "' has "
                + (labels.contains(budget.workload()) ? "two, expected one" : "no scenario"));
      }
    }
  }

  /**
   * A suite that tolerates nothing.
   *
   * @throws IllegalArgumentException if there is no scenario, a workload is there twice, or a
   *     budget has no scenario
   */
  public Suite(Profile profile, List<Scenario> scenarios, List<Budget> budgets) {
    this(profile, scenarios, budgets, Tolerances.none());
  }
}
