package dev.lightspeed.bench.accuracy;

import java.util.Arrays;
import java.util.Collection;

/** Numbers in order, asked by percentile: nearest rank, as everywhere in this project. */
final class Ranked {

  private final double[] sorted;

  private Ranked(double[] sorted) {
    this.sorted = sorted;
  }

  /**
   * The values in order.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Ranked of(Collection<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("values: none, expected at least one");
    }
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).toArray();
    Arrays.sort(sorted);
    return new Ranked(sorted);
  }

  /** The smallest value that at least {@code percent} of a hundred values do not exceed. */
  double percentile(int percent) {
    int rank = (percent * sorted.length + 99) / 100;
    return sorted[Math.max(1, rank) - 1];
  }
}
