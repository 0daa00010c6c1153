package dev.lightspeed.harness.history;

import dev.lightspeed.harness.history.FigureStep.Kind;
import dev.lightspeed.harness.report.Figure;
import java.util.List;
import java.util.Optional;

/**
 * How one figure of one scenario went from version to version.
 *
 * @param baseline what the baseline is called, such as its file
 * @param workload the scenario's label
 * @param figure which figure
 * @param steps one for each version that can be read, oldest first
 */
public record FigureHistory(
    String baseline, String workload, Figure figure, List<FigureStep> steps) {

  /** Copies the list. */
  public FigureHistory {
    steps = List.copyOf(steps);
  }

  /** The steps at which it is not what it was, oldest first. */
  public List<FigureStep> changes() {
    return steps.stream().filter(FigureStep::isChange).toList();
  }

  /** The step at which it became worse last. */
  public Optional<FigureStep> lastWorse() {
    return worse().stream().reduce((earlier, later) -> later);
  }

  /** The step at which it became worse by the largest share, the last of equals. */
  public Optional<FigureStep> mostWorse() {
    return worse().stream().reduce((most, later) -> most.isLargerThan(later) ? most : later);
  }

  /** Its name, such as {@code crud_table.avgPayloadBytes}. */
  public String name() {
    return workload + "." + figure.key();
  }

  private List<FigureStep> worse() {
    return steps.stream().filter(step -> step.kind() == Kind.WORSE).toList();
  }
}
