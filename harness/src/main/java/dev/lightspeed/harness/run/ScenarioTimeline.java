package dev.lightspeed.harness.run;

import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ReplayTimeline;
import dev.lightspeed.harness.machine.VirtualMachine;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.MemoryTimeline;
import dev.lightspeed.harness.trace.Trace;
import java.util.List;
import java.util.Optional;

/**
 * How a scenario went, as charts show it.
 *
 * @param workload the workload's label
 * @param replay latencies, and how busy the machine was
 * @param memory what a session kept
 * @param eventTypes what each event type cost; empty if that is not known
 * @param attribution where the work went, if that was recorded
 */
public record ScenarioTimeline(
    String workload,
    ReplayTimeline replay,
    MemoryTimeline memory,
    List<EventTypeFigures> eventTypes,
    Optional<WorkloadAttribution> attribution) {

  /** Copies the list. */
  public ScenarioTimeline {
    eventTypes = List.copyOf(eventTypes);
  }

  /**
   * Looks at a trace again, which its report has summed up.
   *
   * @param eventTypes what each event type of its events cost; empty if that is not known
   * @param attribution where its work went, if that was recorded
   */
  public static ScenarioTimeline of(
      Trace trace,
      Profile profile,
      List<EventTypeFigures> eventTypes,
      Optional<WorkloadAttribution> attribution) {
    return new ScenarioTimeline(
        trace.workload(),
        VirtualMachine.timeline(trace, profile, VirtualMachine.replay(trace, profile)),
        MemoryTimeline.of(trace),
        eventTypes,
        attribution);
  }
}
