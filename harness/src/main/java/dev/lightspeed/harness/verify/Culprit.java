package dev.lightspeed.harness.verify;

import dev.lightspeed.harness.attribution.Contribution;
import dev.lightspeed.harness.attribution.MethodName;
import dev.lightspeed.harness.attribution.PathTable;
import dev.lightspeed.harness.attribution.Quantity;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.attribution.WorkloadDifference;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.meter.hazard.Hazard;
import dev.lightspeed.meter.hazard.Hazards;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The methods that make two runs of a workload differ, and why they usually do. Named first is the
 * one that is nearest to the event: what it calls differs in consequence.
 */
final class Culprit {

  /** Methods that are named; more would hide the first. */
  private static final int NAMED = 3;

  private final WorkloadDifference difference;
  private final List<Contribution> methods;
  private final Quantity figure;

  /**
   * @param counter the component of a cost that differed
   */
  private Culprit(WorkloadDifference difference, String counter) {
    this.difference = difference;
    List<Contribution> allocating = changes(Quantity.ALLOCATION);
    boolean allocation = counter.equals("allocatedBytes") && !allocating.isEmpty();
    this.figure = allocation ? Quantity.ALLOCATION : Quantity.CPU;
    this.methods = allocation ? allocating : changes(Quantity.CPU);
  }

  /**
   * What is to be said of it, a line a string.
   *
   * @param loader that finds the class files of the workload
   * @param withinJvm whether both runs were in one JVM
   */
  static List<String> describe(
      WorkloadAttribution first,
      WorkloadAttribution second,
      String counter,
      @Nullable ClassLoader loader,
      boolean withinJvm) {
    Culprit culprit = new Culprit(new WorkloadDifference(first, second), counter);
    List<String> lines = new ArrayList<>();
    boolean sameThere = culprit.methods.isEmpty();
    boolean countsWork = counter.equals("cpuUnits") || counter.equals("allocatedBytes");
    if (sameThere && countsWork) {
      lines.add(
          "where: it did not show again when the work was attributed to methods, so it comes and"
              + " goes: repeat --verify, with more --sessions or --events");
    } else if (sameThere) {
      lines.add("where: no method's own work differs, only what comes of it");
    } else {
      culprit.methods.stream().limit(NAMED).forEach(change -> lines.add(culprit.where(change)));
    }
    lines.addAll(why(Hazards.find(culprit.suspects(), loader, withinJvm)));
    return lines;
  }

  private List<Contribution> changes(Quantity of) {
    return difference.of(of).parts().stream()
        .filter(change -> MethodName.of(change.name()).isMethod())
        .sorted(Comparator.comparingInt(change -> change.path().size()))
        .toList();
  }

  private String where(Contribution change) {
    List<String> path = change.path();
    boolean isLast = !path.isEmpty() && path.get(path.size() - 1).equals(change.name());
    int caller = path.size() - (isLast ? 2 : 1);
    long more = change.difference();
    return "where: "
        + name(change.name())
        + (caller >= 0 ? ", called from " + name(path.get(caller)) : "")
        + ": "
        + Numbers.grouped(Math.abs(more))
        + (figure == Quantity.CPU ? " units " : " bytes ")
        + (more < 0 ? "less" : "more");
  }

  private static List<String> why(Optional<Hazard.Found> found) {
    if (found.isEmpty()) {
      return List.of(
          "why, usually: sessions share a cache or a counter that grows; no cause that"
              + " docs/COUNTERS.md lists was recognised in the methods of the step");
    }
    Hazard.Found cause = found.get();
    return List.of(
        "why, usually: " + name(cause.frame()) + " " + cause.hazard().cause(),
        "seen by: " + cause.sign(),
        "instead: " + cause.hazard().remedy());
  }

  /** Methods that differ, then their callers from the nearest on, then all others. */
  private List<String> suspects() {
    Set<String> suspects = new LinkedHashSet<>();
    methods.forEach(change -> suspects.add(change.name()));
    for (Contribution change : methods) {
      for (int at = change.path().size() - 1; at >= 0; at--) {
        suspects.add(change.path().get(at));
      }
    }
    PathTable paths = PathTable.of(difference.before(), difference.now());
    for (int node = 1; node < paths.size(); node++) {
      suspects.add(paths.frame(node));
    }
    return List.copyOf(suspects);
  }

  private static String name(String frame) {
    MethodName name = MethodName.of(frame);
    return name.full().replaceFirst("\\(.*", "");
  }
}
