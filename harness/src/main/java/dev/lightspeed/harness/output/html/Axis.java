package dev.lightspeed.harness.output.html;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from a minimum, mostly 0, to at least a maximum, and where its ticks are.
 *
 * @param start the first value on it, at least 0: a tick
 * @param end the last value on it, beyond the first
 * @param step from tick to tick: 1, 2 or 5 times a power of ten
 */
record Axis(long start, long end, long step) {

  /** An axis that starts at 0. */
  Axis(long end, long step) {
    this(0, end, step);
  }

  /** An axis that ends with {@code max} itself, and has about {@code ticks} ticks. */
  static Axis upTo(long max, int ticks) {
    return new Axis(Math.max(1, max), step(Math.max(1, max), ticks));
  }

  /** An axis that ends with the first tick that is at least {@code max}. */
  static Axis around(long max, int ticks) {
    long step = step(Math.max(1, max), ticks);
    return new Axis((Math.max(1, max) + step - 1) / step * step, step);
  }

  /** An axis from the last tick that is at most {@code min} to the first that is more than it. */
  static Axis between(long min, long max, int ticks) {
    long step = step(Math.max(1, max - min), ticks);
    long start = Math.min(min / step * step, Long.MAX_VALUE - 1);
    long end = Math.max(max, start + 1);
    long rest = (end - start) % step;
    return new Axis(
        start, rest == 0 || end > Long.MAX_VALUE - step ? end : end + step - rest, step);
  }

  /** The values at which there is a tick. */
  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long tick = start; tick <= end && tick >= start; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** Where {@code value} is between two coordinates, of which the start is at {@code from}. */
  double at(double value, double from, double to) {
    return from + (to - from) * (value - start) / (end - start);
  }

  private static long step(long max, int ticks) {
    for (long power = 1; power < Long.MAX_VALUE / 10; power *= 10) {
      for (int factor : new int[] {1, 2, 5}) {
        if (max / (power * factor) <= ticks) {
          return power * factor;
        }
      }
    }
    return Long.MAX_VALUE;
  }
}
