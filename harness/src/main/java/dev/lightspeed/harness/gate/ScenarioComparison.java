package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A scenario beside what it was.
 *
 * @param workload the workload's label
 * @param before in the baseline; empty if it is new
 * @param now in the report; empty if it was not run
 * @param figures every figure that both have, but for those that say how large the scenario is; in
 *     the order of {@link Figure}, empty unless the scenario is {@link Presence#COMPARED}
 */
public record ScenarioComparison(
    String workload,
    Optional<ScenarioReport> before,
    Optional<ScenarioReport> now,
    List<FigureComparison> figures) {

  /** What has become of a scenario. All but the first are failures: nothing was compared. */
  public enum Presence {
    /** It is in both at the same size. */
    COMPARED,
    /** It is in the report alone. */
    ADDED,
    /** It is in the baseline alone: the entry there is stale. */
    REMOVED,
    /** It has another number of sessions or events, which changes every figure. */
    RESIZED
  }

  /**
   * @throws IllegalArgumentException if it is in neither
   */
  public ScenarioComparison {
    figures = List.copyOf(figures);
    if (before.isEmpty() && now.isEmpty()) {
      throw new IllegalArgumentException("scenario " + workload + ": neither before nor now");
    }
  }

  /** A scenario of the report beside what it was, if it was there. */
  static ScenarioComparison of(
      Optional<ScenarioReport> before,
      ScenarioReport now,
      EventTypeComparison eventTypes,
      Tolerances tolerances) {
    List<FigureComparison> figures = new ArrayList<>();
    if (before.isPresent() && now.isAsLargeAs(before.get())) {
      for (Figure figure : Figure.values()) {
        if (figure.direction() != Direction.SIZE) {
          Tolerance tolerance = tolerances.of(now.workload(), figure);
          figures.add(
              compare(figure, figure.of(before.get()), figure.of(now), tolerance, eventTypes));
        }
      }
    }
    return new ScenarioComparison(now.workload(), before, Optional.of(now), figures);
  }

  private static FigureComparison compare(
      Figure figure, long was, long is, Tolerance tolerance, EventTypeComparison eventTypes) {
    Optional<String> where = is == was ? Optional.empty() : eventTypes.where(figure, is > was);
    return new FigureComparison(figure, was, is, tolerance.limit(figure, was), where);
  }

  /** A scenario that the report lacks. */
  static ScenarioComparison gone(ScenarioReport before) {
    return new ScenarioComparison(
        before.workload(), Optional.of(before), Optional.empty(), List.of());
  }

  /** What has become of the scenario. */
  public Presence presence() {
    if (before.isEmpty()) {
      return Presence.ADDED;
    }
    if (now.isEmpty()) {
      return Presence.REMOVED;
    }
    return now.get().isAsLargeAs(before.get()) ? Presence.COMPARED : Presence.RESIZED;
  }

  /** Whether it was compared and no figure is worse than is tolerated. */
  public boolean passed() {
    return presence() == Presence.COMPARED && figures(Verdict.FAILED).isEmpty();
  }

  /** The figures of which that has become. */
  public List<FigureComparison> figures(Verdict verdict) {
    return figures.stream().filter(figure -> figure.verdict() == verdict).toList();
  }

  /** A line for each figure of which that has become, which begins with the label. */
  public List<String> lines(Verdict verdict) {
    return figures(verdict).stream().map(figure -> workload + ": " + figure.difference()).toList();
  }

  /** Why nothing was compared, in a line that begins with the label; empty if it was. */
  public Optional<String> notCompared() {
    return switch (presence()) {
      case COMPARED -> Optional.empty();
      case ADDED ->
          line("is not in the baseline (" + now.orElseThrow().sizeInWords() + "): add it");
      case REMOVED ->
          line(
              "is in the baseline ("
                  + before.orElseThrow().sizeInWords()
                  + ") and was not run: if the suite has it no more, remove it there");
      case RESIZED ->
          line(
              "ran "
                  + now.orElseThrow().sizeInWords()
                  + ", its baseline is for "
                  + before.orElseThrow().sizeInWords());
    };
  }

  private Optional<String> line(String what) {
    return Optional.of(workload + ": " + what);
  }
}
