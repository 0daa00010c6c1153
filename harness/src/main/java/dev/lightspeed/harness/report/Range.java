package dev.lightspeed.harness.report;

import java.math.BigInteger;

/** The arithmetic of figures, and the refusals of those that cannot be. */
final class Range {

  private Range() {}

  static void requireAtLeast(String component, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(
          component + ": " + value + " is out of range, at least " + min);
    }
  }

  static void require(String component, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          component + ": " + value + " is out of range, " + min + " to " + max);
    }
  }

  static void requireEqual(String component, long value, long derived) {
    if (value != derived) {
      throw new IllegalArgumentException(
          component + ": " + value + " contradicts the other figures, they give " + derived);
    }
  }

  /** The value as a figure, which is at most 2^63 - 1. */
  static long exact(String figure, BigInteger value) {
    if (value.bitLength() > 63) {
      throw new IllegalArgumentException(
          figure + ": " + value + " is out of range, at most " + Long.MAX_VALUE);
    }
    return value.longValueExact();
  }

  /** The quotient of non-negative numbers, rounded up. */
  static long ceilDiv(long dividend, long divisor) {
    return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
  }
}
