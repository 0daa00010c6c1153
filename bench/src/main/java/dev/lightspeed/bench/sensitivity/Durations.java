package dev.lightspeed.bench.sensitivity;

import java.util.Arrays;

/** How long the trials of one gate took, with the start of their JVMs. */
final class Durations {

  private long[] ns = new long[0];

  /** Adds one. */
  void add(long durationNs) {
    ns = Arrays.copyOf(ns, ns.length + 1);
    ns[ns.length - 1] = durationNs;
  }

  /**
   * The median, in nanoseconds.
   *
   * @throws IllegalStateException if there is none
   */
  long medianNs() {
    if (ns.length == 0) {
      throw new IllegalStateException("durations: none");
    }
    long[] sorted = ns.clone();
    Arrays.sort(sorted);
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }
}
