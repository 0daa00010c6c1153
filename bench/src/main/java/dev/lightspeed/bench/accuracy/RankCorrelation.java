package dev.lightspeed.bench.accuracy;

import java.util.Arrays;

/**
 * Spearman's rank correlation: Pearson's correlation of ranks, where equal values share the mean of
 * their ranks. From -1 to 1; 1 if one list orders like the other.
 */
final class RankCorrelation {

  private RankCorrelation() {}

  /**
   * The correlation of {@code x} and {@code y}; 0 if either is constant, for then nothing is
   * ordered.
   *
   * @throws IllegalArgumentException if the lists are of different lengths
   */
  static double of(double[] x, double[] y) {
    if (x.length != y.length) {
      throw new IllegalArgumentException(x.length + " values and " + y.length + " values");
    }
    double[] a = ranks(x);
    double[] b = ranks(y);
    double mean = (x.length - 1) / 2.0;
    double ab = 0;
    double aa = 0;
    double bb = 0;
    for (int i = 0; i < a.length; i++) {
      ab += (a[i] - mean) * (b[i] - mean);
      aa += (a[i] - mean) * (a[i] - mean);
      bb += (b[i] - mean) * (b[i] - mean);
    }
    return aa == 0 || bb == 0 ? 0 : ab / Math.sqrt(aa * bb);
  }

  /** Ranks from 0. Halves are exact, so equal orders give exactly 1. */
  private static double[] ranks(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] ranks = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int below = 0;
      int equal = 0;
      for (double value : sorted) {
        below += value < values[i] ? 1 : 0;
        equal += value == values[i] ? 1 : 0;
      }
      ranks[i] = below + (equal - 1) / 2.0;
    }
    return ranks;
  }
}
