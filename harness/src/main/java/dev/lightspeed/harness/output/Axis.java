package dev.lightspeed.harness.output;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from 0 to at least a maximum, and where its ticks are.
 *
 * @param end the last value on it, at least 1
 * @param step from tick to tick: 1, 2 or 5 times a power of ten
 */
record Axis(long end, long step) {

  /** An axis that ends with {@code max} itself, and has about {@code ticks} ticks. */
  static Axis upTo(long max, int ticks) {
    return new Axis(Math.max(1, max), step(Math.max(1, max), ticks));
  }

  /** An axis that ends with the first tick that is at least {@code max}. */
  static Axis around(long max, int ticks) {
    long step = step(Math.max(1, max), ticks);
    return new Axis((Math.max(1, max) + step - 1) / step * step, step);
  }

  /** The values at which there is a tick. */
  List<Long> ticks() {
    List<Long> ticks = new ArrayList<>();
    for (long tick = 0; tick <= end && tick >= 0; tick += step) {
      ticks.add(tick);
    }
    return ticks;
  }

  /** Where {@code value} is between two coordinates, of which 0 is at {@code from}. */
  double at(double value, double from, double to) {
    return from + (to - from) * value / end;
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
