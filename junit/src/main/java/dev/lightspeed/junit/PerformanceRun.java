package dev.lightspeed.junit;

import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a test asked for, and what came out.
 *
 * @param suite what was run, with its budgets and tolerances; one without either if the test named
 *     workloads
 * @param file the suite's file; empty if the test named workloads
 * @param traces what was counted, session by session and event by event
 * @param report the figures
 */
public record PerformanceRun(Suite suite, Optional<Path> file, TraceSet traces, Report report) {

  /** What each event type cost, by the workload's label. */
  Map<String, List<EventTypeFigures>> eventTypes() {
    return EventTypeFigures.of(traces, suite.scenarios().stream().map(Scenario::workload).toList());
  }

  /** The baseline beside the suite's file, whether it is there or not. */
  public Optional<Path> baseline() {
    return file.map(BaselineFile::beside);
  }
}
