package dev.lightspeed.harness.run;

import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;

/** How large a workload is run: what a budget is made for. */
public record Size(String workload, int sessionCount, int eventsPerSession) {

  public static Size of(Scenario scenario) {
    return new Size(
        scenario.workload().label(), scenario.sessionCount(), scenario.eventsPerSession());
  }

  public static Size of(Trace trace) {
    return new Size(trace.workload(), trace.sessionCount(), trace.eventsPerSession());
  }

  public static Size of(ScenarioReport report) {
    return new Size(report.workload(), report.sessionCount(), report.eventsPerSession());
  }

  /** The size alone, such as {@code 300 sessions × 200 events}. */
  public String inWords() {
    return Numbers.counted(sessionCount, "session")
        + " × "
        + Numbers.counted(eventsPerSession, "event");
  }
}
