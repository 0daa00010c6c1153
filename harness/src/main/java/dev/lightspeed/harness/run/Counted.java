package dev.lightspeed.harness.run;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was counted.
 *
 * @param traces session by session and event by event
 * @param workloads those that were run, in the order of the traces; a replay has none at hand
 * @param attributions where the work of each workload went, likewise; empty unless it was recorded
 */
public record Counted(
    TraceSet traces, List<Workload> workloads, List<WorkloadAttribution> attributions) {

  /** Copies the lists. */
  public Counted {
    workloads = List.copyOf(workloads);
    attributions = List.copyOf(attributions);
  }

  /** What was counted before, and is replayed. */
  public static Counted before(TraceSet traces) {
    return new Counted(traces, List.of(), List.of());
  }

  /**
   * What each event type cost, by the workload's label. It is the workload's script that names the
   * events, so a replay knows none of it.
   */
  public Map<String, List<EventTypeFigures>> eventTypes() {
    return EventTypeFigures.of(traces, workloads);
  }

  /** Where all work went. */
  public Attribution attribution() {
    return new Attribution(traces.meter(), attributions);
  }

  /** Where the work of one workload went, if that was recorded. */
  Optional<WorkloadAttribution> attribution(String label) {
    return attributions.stream().filter(each -> each.workload().equals(label)).findFirst();
  }
}
