package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;

/**
 * The figures of a run.
 *
 * @param profile the virtual machine that they hold for
 * @param scenarios in the order of the suite, at least one, each of another workload
 * @param meter the version of the meter, such as {@code portable/2} or {@code full/2@17.0.15}:
 *     figures of two versions are not to be compared
 * @param uncounted classes whose work is missing from the figures because they could not be
 *     instrumented, each with the reason; sorted, each once
 */
public record Report(
    Profile profile, List<ScenarioReport> scenarios, String meter, List<String> uncounted) {

  /**
   * @throws IllegalArgumentException if there is no scenario, a workload is there twice, the meter
   *     is malformed, or a class is out of order
   */
  public Report {
    scenarios = List.copyOf(scenarios);
    Scenario.requireDistinct(
        "scenarios", scenarios.stream().map(ScenarioReport::workload).toList());
    TraceSet.requireMeter(meter);
    uncounted = TraceSet.requireUncounted(uncounted);
  }
}
