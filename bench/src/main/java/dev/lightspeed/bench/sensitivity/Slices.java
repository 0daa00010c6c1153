package dev.lightspeed.bench.sensitivity;

/**
 * How JMH spends a given time: in equal slices, half of them to warm up and half to measure.
 *
 * @param sliceMs how long each takes, at least {@value #MIN_MS}
 */
record Slices(long sliceMs) {

  /** Slices to warm up. */
  static final int WARM_UP = 10;

  /** Slices that are measured. */
  static final int MEASURED = 10;

  private static final long MIN_MS = 50;

  /** Slices of {@code ns} altogether, or of the least that makes sense. */
  static Slices of(long ns) {
    return new Slices(Math.max(MIN_MS, ns / 1_000_000 / (WARM_UP + MEASURED)));
  }
}
