package dev.lightspeed.cli;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;

/**
 * What a run is asked for, checked before anything runs.
 *
 * @param profile the virtual machine
 * @param scenarios what to run on it
 * @param budgets what the report is held against
 */
record Plan(Profile profile, List<Scenario> scenarios, AppliedBudgets budgets) {

  Plan {
    scenarios = List.copyOf(scenarios);
  }
}
