package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;

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
    Scenario.requireDistinct(
        "scenarios", scenarios.stream().map(ScenarioReport::workload).toList());
  }
}
