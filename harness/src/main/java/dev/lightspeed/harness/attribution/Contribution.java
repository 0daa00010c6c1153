package dev.lightspeed.harness.attribution;

import java.util.Comparator;
import java.util.List;

/**
 * How one part of a figure changed.
 *
 * @param name the part: a event type of step, a method's frame or a type
 * @param before the figure in the baseline, at least 0
 * @param now the figure now, at least 0
 * @param countBefore how many steps or objects it was before; 0 where nothing is counted
 * @param countNow how many it is now
 * @param eventTypes for a method: the event types of step in which it changed, by name
 * @param path for a method: the frames below the event type that all paths have in common on which
 *     it changed, from the outermost on; the last is the method itself if there is but one such
 *     path
 */
public record Contribution(
    String name,
    long before,
    long now,
    long countBefore,
    long countNow,
    List<String> eventTypes,
    List<String> path) {

  /** The largest first, whatever its sign; equals by name. */
  static final Comparator<Contribution> LARGEST_FIRST =
      Comparator.<Contribution>comparingLong(change -> Math.abs(change.difference()))
          .reversed()
          .thenComparing(Contribution::name);

  /** Copies the lists. */
  public Contribution {
    eventTypes = List.copyOf(eventTypes);
    path = List.copyOf(path);
  }

  /** A part that has no place in a call tree. */
  static Contribution of(String name, long before, long now, long countBefore, long countNow) {
    return new Contribution(name, before, now, countBefore, countNow, List.of(), List.of());
  }

  /** What it grew by; negative if it shrank. */
  public long difference() {
    return now - before;
  }
}
