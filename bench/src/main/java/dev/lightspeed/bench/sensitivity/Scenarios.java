package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;

/** The scenarios of the default suite, as this benchmark runs them. */
final class Scenarios {

  private Scenarios() {}

  /**
   * The scenario of the workload {@code label}.
   *
   * @throws IllegalArgumentException if the default suite has none
   */
  static Scenario of(String label) {
    return PerformanceHarness.defaultSuite().stream()
        .filter(scenario -> scenario.workload().label().equals(label))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("the default suite has no workload " + label));
  }

  /** The same size of the same workload with {@code extra} work. */
  static Scenario heavier(Scenario scenario, ExtraWork extra) {
    Workload workload = new HeavierWorkload(scenario.workload(), extra);
    return new Scenario(workload, scenario.sessionCount(), scenario.eventsPerSession());
  }
}
