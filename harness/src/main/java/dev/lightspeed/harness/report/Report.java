package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Profile;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The figures of a run.
 *
 * @param profile the virtual machine that they hold for
 * @param scenarios in the order of the suite, at least one, each of another workload
 */
public record Report(Profile profile, List<ScenarioReport> scenarios) {

  /**
   * @throws IllegalArgumentException if there is no scenario, or a workload is there twice
   */
  public Report {
    scenarios = List.copyOf(scenarios);
    if (scenarios.isEmpty()) {
      throw new IllegalArgumentException("scenarios: none, expected at least one");
    }
    Set<String> labels = new TreeSet<>();
    for (ScenarioReport scenario : scenarios) {
      if (!labels.add(scenario.workload())) {
        throw new IllegalArgumentException(
            "scenarios: the workload '" + scenario.workload() + "' is there twice, expected once");
      }
    }
  }
}
