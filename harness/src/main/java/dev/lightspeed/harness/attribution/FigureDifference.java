package dev.lightspeed.harness.attribution;

import java.util.List;

/**
 * How a figure of a workload changed, and what accounts for it.
 *
 * @param figure which
 * @param before the whole figure in the baseline
 * @param now the whole figure now
 * @param eventTypes the event types of step that changed, the largest difference first; they add up
 *     to the whole difference. None for memory
 * @param parts what changed, the largest difference first. Methods, by what they have of their own,
 *     for CPU units and allocation, and types for memory: they add up to the whole difference. For
 *     payload and patch operations, which no method has of its own: the methods whose CPU units
 *     changed in the event types that changed
 */
public record FigureDifference(
    Quantity figure,
    long before,
    long now,
    List<Contribution> eventTypes,
    List<Contribution> parts) {

  /** Copies the lists. */
  public FigureDifference {
    eventTypes = List.copyOf(eventTypes);
    parts = List.copyOf(parts);
  }

  /** What it grew by; negative if it shrank. */
  public long difference() {
    return now - before;
  }

  /** Whether anything changed, be it that the whole stayed the same. */
  public boolean isChanged() {
    return now != before || !eventTypes.isEmpty() || (addsUp() && !parts.isEmpty());
  }

  /** Whether the parts are parts of the figure itself, and so add up to its difference. */
  public boolean addsUp() {
    return switch (figure) {
      case CPU, ALLOCATION, MEMORY -> true;
      case PAYLOAD, PATCH_OPS -> false;
    };
  }
}
