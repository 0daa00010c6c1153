package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * By how much which figures of which workloads may be worse than their baseline.
 *
 * @param everywhere for all workloads
 * @param byWorkload by label, for one workload; these win
 */
public record Tolerances(
    SortedMap<Figure, Tolerance> everywhere,
    SortedMap<String, SortedMap<Figure, Tolerance>> byWorkload) {

  /**
   * @throws IllegalArgumentException if one is on the size of a scenario
   */
  public Tolerances {
    everywhere = copy(everywhere);
    SortedMap<String, SortedMap<Figure, Tolerance>> copies = new TreeMap<>();
    byWorkload.forEach((workload, tolerances) -> copies.put(workload, copy(tolerances)));
    byWorkload = Collections.unmodifiableSortedMap(copies);
  }

  /** None at all: every figure that is worse, by however little, fails. */
  public static Tolerances none() {
    return new Tolerances(new TreeMap<>(), new TreeMap<>());
  }

  /** By how much {@code figure} of {@code workload} may be worse; not at all unless it is said. */
  public Tolerance of(String workload, Figure figure) {
    Map<Figure, Tolerance> own = byWorkload.getOrDefault(workload, everywhere);
    return own.getOrDefault(figure, everywhere.getOrDefault(figure, Tolerance.none()));
  }

  private static SortedMap<Figure, Tolerance> copy(Map<Figure, Tolerance> tolerances) {
    for (Figure figure : tolerances.keySet()) {
      if (figure.direction() == Direction.SIZE) {
        throw new IllegalArgumentException(
            figure.key() + ": says how large the scenario is, and has no tolerance");
      }
    }
    return Collections.unmodifiableSortedMap(new TreeMap<>(tolerances));
  }
}
