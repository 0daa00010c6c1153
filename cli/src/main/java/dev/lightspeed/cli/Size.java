package dev.lightspeed.cli;

import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;

/** How large a workload is run: what a budget is made for. */
record Size(String workload, int sessionCount, int eventsPerSession) {

  static Size of(Scenario scenario) {
    return new Size(
        scenario.workload().label(), scenario.sessionCount(), scenario.eventsPerSession());
  }

  static Size of(Trace trace) {
    return new Size(trace.workload(), trace.sessionCount(), trace.eventsPerSession());
  }

  static Size of(ScenarioReport report) {
    return new Size(report.workload(), report.sessionCount(), report.eventsPerSession());
  }

  /** The size alone, such as {@code 300 sessions × 200 events}. */
  String inWords() {
    return Numbers.counted(sessionCount, "session")
        + " × "
        + Numbers.counted(eventsPerSession, "event");
  }
}
