package dev.lightspeed.harness.capacity;

/**
 * Deals sessions to workloads by their weights: each goes to the workload that is furthest behind
 * its share (Webster, Sainte-Laguë). So no workload ever has fewer when there are more in all, and
 * of as many as the sum of the weights each has exactly its own.
 */
final class Mix {

  /** The largest weight of a workload. */
  static final int MAX_WEIGHT = 1_000;

  private Mix() {}

  /** How many of {@code sessions}, at least 0, each workload has. */
  static int[] deal(int sessions, int[] weights) {
    int sum = 0;
    for (int weight : weights) {
      sum += weight;
    }
    int[] dealt = new int[weights.length];
    for (int left = sessions % sum; left > 0; left--) {
      dealt[furthestBehind(dealt, weights)]++;
    }
    for (int i = 0; i < weights.length; i++) {
      dealt[i] += sessions / sum * weights[i];
    }
    return dealt;
  }

  private static int furthestBehind(int[] dealt, int[] weights) {
    int furthest = 0;
    for (int i = 1; i < weights.length; i++) {
      // weight / (2 dealt + 1), compared as fractions; the first of equals
      long own = (long) weights[i] * (2 * dealt[furthest] + 1);
      if (own > (long) weights[furthest] * (2 * dealt[i] + 1)) {
        furthest = i;
      }
    }
    return furthest;
  }
}
