package dev.lightspeed.bench.sensitivity;

/**
 * What JMH says a scenario takes.
 *
 * @param meanNs the mean, in nanoseconds
 * @param lowNs the lower end of its 99.9 % confidence interval
 * @param highNs the upper end
 */
record JmhScore(double meanNs, double lowNs, double highNs) {

  /** By how much this is slower than {@code baseline}; 0.05 for 5 %, negative if it is faster. */
  double slowerThan(JmhScore baseline) {
    return meanNs / baseline.meanNs - 1;
  }
}
