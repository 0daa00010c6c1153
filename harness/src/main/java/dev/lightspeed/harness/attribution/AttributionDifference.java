package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.workload.Scenario;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What differs between two runs.
 *
 * @param workloads those that are in both, in the order of the run that is looked at
 * @param onlyBefore labels of workloads that only the baseline has
 * @param onlyNow labels of workloads that the baseline lacks
 */
public record AttributionDifference(
    List<WorkloadDifference> workloads, List<String> onlyBefore, List<String> onlyNow) {

  /** Copies the lists. */
  public AttributionDifference {
    workloads = List.copyOf(workloads);
    onlyBefore = List.copyOf(onlyBefore);
    onlyNow = List.copyOf(onlyNow);
  }

  /**
   * Those of the scenarios to be run that {@code baseline} has, after a check that what they will
   * give can be compared with it.
   *
   * @param meter what will count them
   * @throws IllegalArgumentException as {@link #between} does
   */
  public static List<Scenario> comparable(
      Attribution baseline, String meter, List<Scenario> planned) {
    requireSameMeter(baseline, meter);
    List<Scenario> common = new ArrayList<>();
    for (Scenario scenario : planned) {
      Optional<WorkloadAttribution> before = baseline.find(scenario.workload().label());
      if (before.isPresent()) {
        int sessions = scenario.distinctSessions();
        requireSameSize(before.get(), sessions, scenario.eventsPerSession());
        common.add(scenario);
      }
    }
    if (common.isEmpty()) {
      List<String> labels = planned.stream().map(each -> each.workload().label()).toList();
      throw nothingInCommon(labels(baseline), labels);
    }
    return common;
  }

  /**
   * Compares {@code now} with {@code baseline}.
   *
   * @throws IllegalArgumentException if they cannot be compared, with the reason and what to do:
   *     other meters, other sizes of a workload, no workload in common
   */
  public static AttributionDifference between(Attribution baseline, Attribution now) {
    requireSameMeter(baseline, now.meter());
    List<WorkloadDifference> workloads = new ArrayList<>();
    List<String> onlyNow = new ArrayList<>();
    for (WorkloadAttribution workload : now.workloads()) {
      Optional<WorkloadAttribution> before = baseline.find(workload.workload());
      if (before.isPresent()) {
        requireSameSize(before.get(), workload.distinctSessions(), workload.eventsPerSession());
        workloads.add(new WorkloadDifference(before.get(), workload));
      } else {
        onlyNow.add(workload.workload());
      }
    }
    if (workloads.isEmpty()) {
      throw nothingInCommon(labels(baseline), labels(now));
    }
    List<String> onlyBefore =
        labels(baseline).stream().filter(label -> now.find(label).isEmpty()).toList();
    return new AttributionDifference(workloads, onlyBefore, onlyNow);
  }

  private static List<String> labels(Attribution attribution) {
    return attribution.workloads().stream().map(WorkloadAttribution::workload).toList();
  }

  private static void requireSameMeter(Attribution baseline, String meter) {
    if (!baseline.meter().equals(meter)) {
      throw new IllegalArgumentException(
          "counted with "
              + baseline.meter()
              + ", but now it is "
              + meter
              + ", and the two cannot be compared: count both with the same --meter, or explain"
              + " the earlier code again");
    }
  }

  private static void requireSameSize(WorkloadAttribution before, int sessions, int events) {
    if (before.distinctSessions() != sessions || before.eventsPerSession() != events) {
      throw new IllegalArgumentException(
          before.workload()
              + " has "
              + before.size()
              + ", but now "
              + WorkloadAttribution.size(sessions, events)
              + ", and the two cannot be compared: use --sessions "
              + before.distinctSessions()
              + " --events "
              + before.eventsPerSession()
              + ", or explain the earlier code again");
    }
  }

  private static IllegalArgumentException nothingInCommon(List<String> before, List<String> now) {
    return new IllegalArgumentException(
        "holds "
            + String.join(", ", before)
            + ", but now there is "
            + String.join(", ", now)
            + ": choose what the baseline holds with --workload, or explain the earlier code again");
  }
}
