package dev.lightspeed.harness.history;

import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The versions of a baseline along one line of commits, each the successor of the one before it.
 *
 * <p>A version that cannot be read is passed over: the next one is compared with the last that
 * could. Figures are compared only where they mean the same: by one version of the meter, on one
 * profile, in a scenario of one size.
 *
 * @param name what the baseline is called, such as its file
 * @param base the version right before the first, if there was one
 * @param versions oldest first
 * @param cut whether older versions are missing, because the clone does not have them
 */
public record BaselineHistory(
    String name, Optional<BaselineVersion> base, List<BaselineVersion> versions, boolean cut) {

  /** Copies the list. */
  public BaselineHistory {
    versions = List.copyOf(versions);
  }

  /** What each version changed, oldest first. */
  public List<BaselineChange> changes() {
    List<BaselineChange> changes = new ArrayList<>();
    Optional<Baseline> last = base.flatMap(version -> version.content().baseline());
    boolean known = base.isPresent() ? isReadable(base.get()) : !cut;
    for (BaselineVersion version : versions) {
      changes.add(change(version, last, known));
      if (isReadable(version)) {
        last = version.content().baseline();
        known = true;
      }
    }
    return List.copyOf(changes);
  }

  /** How one figure of the scenario {@code workload} went. */
  public FigureHistory figure(String workload, Figure figure) {
    List<FigureStep> steps = new ArrayList<>();
    Optional<BaselineVersion> last = base.filter(BaselineHistory::isReadable);
    for (BaselineVersion version : versions) {
      if (isReadable(version)) {
        steps.add(FigureStep.of(workload, figure, last, version));
        last = Optional.of(version);
      }
    }
    return new FigureHistory(name, workload, figure, steps);
  }

  /** The labels of all scenarios that any version has, sorted. */
  public List<String> workloads() {
    return Stream.concat(base.stream(), versions.stream())
        .flatMap(version -> version.content().baseline().stream())
        .flatMap(baseline -> baseline.report().scenarios().stream())
        .map(ScenarioReport::workload)
        .distinct()
        .sorted()
        .toList();
  }

  /** The version that is there now: the last one, or the base where nothing came after it. */
  public Optional<BaselineVersion> newest() {
    return versions.isEmpty() ? base : Optional.of(versions.get(versions.size() - 1));
  }

  private static boolean isReadable(BaselineVersion version) {
    return !(version.content() instanceof BaselineContent.Unreadable);
  }

  private static BaselineChange change(
      BaselineVersion version, Optional<Baseline> last, boolean known) {
    List<String> notes = new ArrayList<>();
    version.renamedFrom().ifPresent(before -> notes.add("renamed, before " + before));
    if (version.content() instanceof BaselineContent.Unreadable) {
      notes.add("cannot be read, left out");
      return new BaselineChange(version, Optional.empty(), notes);
    }
    Optional<Baseline> now = version.content().baseline();
    if (now.isEmpty()) {
      notes.add("the baseline was removed");
      return new BaselineChange(version, Optional.empty(), notes);
    }
    if (last.isEmpty()) {
      int scenarios = now.get().report().scenarios().size();
      String begins =
          "the baseline begins, " + scenarios + " scenario" + (scenarios == 1 ? "" : "s");
      notes.add(known ? begins : "what was before is not known");
      return new BaselineChange(version, Optional.empty(), notes);
    }
    Optional<String> obstacle = Comparability.obstacle(last.get().report(), now.get().report());
    if (obstacle.isPresent()) {
      notes.add("not comparable: " + obstacle.get());
      return new BaselineChange(version, Optional.empty(), notes);
    }
    Comparison comparison =
        BaselineGate.compare(
            version.name(),
            now.get().report(),
            now.get().eventTypes(),
            last.get(),
            Tolerances.none());
    comparison.notCountedAnyMore().forEach(each -> notes.add("not counted any more: " + each));
    return new BaselineChange(version, Optional.of(comparison), notes);
  }
}
