package dev.lightspeed.harness.report;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;

/**
 * The figures of a run.
 *
 * @param profile the virtual machine that they hold for
 * @param scenarios in the order of the suite, at least one, each of another workload; with details,
 *     or all without if {@code portable/1} has counted
 * @param meter the version of the meter, such as {@code portable/2} or {@code full/2@17.0.15}:
 *     figures of two versions are not to be compared
 * @param uncounted classes whose work is missing from the figures because they could not be
 *     instrumented, each with the reason; sorted, each once
 */
public record Report(
    Profile profile, List<ScenarioReport> scenarios, String meter, List<String> uncounted) {

  /**
   * @throws IllegalArgumentException if there is no scenario, a workload is there twice, the meter
   *     is malformed, a class is out of order, or details are missing
   */
  public Report {
    scenarios = List.copyOf(scenarios);
    Scenario.requireDistinct(
        "scenarios", scenarios.stream().map(ScenarioReport::workload).toList());
    TraceSet.requireMeter(meter);
    uncounted = TraceSet.requireUncounted(uncounted);
    boolean without = scenarios.get(0).details().isEmpty();
    for (ScenarioReport scenario : scenarios) {
      if (scenario.details().isEmpty() != without) {
        throw new IllegalArgumentException("scenarios: only some of them have details");
      }
    }
    if (without && !(meter.equals(TraceSet.FIRST_METER) && uncounted.isEmpty())) {
      throw new IllegalArgumentException(
          "meter: '" + meter + "' gives details, but the scenarios are without");
    }
  }

  /** Whether the scenarios have details; those that {@code portable/1} has counted may not. */
  public boolean hasDetails() {
    return scenarios.get(0).details().isPresent();
  }
}
