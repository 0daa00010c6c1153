package dev.lightspeed.cli;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.workload.Scenario;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is asked for, checked before anything runs.
 *
 * @param suite what could be run
 * @param profile the virtual machine
 * @param scenarios what to run on it
 * @param notAsked labels of the suite that are left out because the user asked for others
 * @param budgets what the report is held against
 */
record Plan(
    Suite suite,
    Profile profile,
    List<Scenario> scenarios,
    Set<String> notAsked,
    AppliedBudgets budgets) {

  Plan {
    scenarios = List.copyOf(scenarios);
    notAsked = Collections.unmodifiableSet(new TreeSet<>(notAsked));
  }
}
