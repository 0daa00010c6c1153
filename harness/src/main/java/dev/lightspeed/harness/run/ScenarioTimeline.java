package dev.lightspeed.harness.run;

import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ReplayTimeline;
import dev.lightspeed.harness.machine.VirtualMachine;
import dev.lightspeed.harness.report.KindFigures;
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
 * @param kinds what each kind of event cost; empty if that is not known
 * @param attribution where the work went, if that was recorded
 */
public record ScenarioTimeline(
    String workload,
    ReplayTimeline replay,
    MemoryTimeline memory,
    List<KindFigures> kinds,
    Optional<WorkloadAttribution> attribution) {

  /** Copies the list. */
  public ScenarioTimeline {
    kinds = List.copyOf(kinds);
  }

  /**
   * Looks at a trace again, which its report has summed up.
   *
   * @param kinds what each kind of its events cost; empty if that is not known
   * @param attribution where its work went, if that was recorded
   */
  public static ScenarioTimeline of(
      Trace trace,
      Profile profile,
      List<KindFigures> kinds,
      Optional<WorkloadAttribution> attribution) {
    return new ScenarioTimeline(
        trace.workload(),
        VirtualMachine.timeline(trace, profile, VirtualMachine.replay(trace, profile)),
        MemoryTimeline.of(trace),
        kinds,
        attribution);
  }
}
