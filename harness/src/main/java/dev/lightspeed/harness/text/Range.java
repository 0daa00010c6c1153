package dev.lightspeed.harness.text;

import java.math.BigInteger;

/** Numbers that cannot be, and how they are refused. */
public final class Range {

  private Range() {}

  /**
   * Refuses a value below {@code min}.
   *
   * @throws IllegalArgumentException naming the component
   */
  public static void requireAtLeast(String component, long value, long min) {
    if (value < min) {
      throw new IllegalArgumentException(
          component + ": " + value + " is out of range, at least " + min);
    }
  }

  /**
   * Refuses a value out of range.
   *
   * @throws IllegalArgumentException naming the component
   */
  public static void require(String component, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          component + ": " + value + " is out of range, " + min + " to " + max);
    }
  }

  /**
   * Refuses a value that others contradict.
   *
   * @throws IllegalArgumentException naming the component
   */
  public static void requireEqual(String component, long value, long derived) {
    if (value != derived) {
      throw new IllegalArgumentException(
          component + ": " + value + " contradicts the other figures, they give " + derived);
    }
  }

  /** The value as a figure, which is at most 2^63 - 1. */
  public static long exact(String figure, BigInteger value) {
    if (value.bitLength() > 63) {
      throw new IllegalArgumentException(
          figure + ": " + value + " is out of range, at most " + Long.MAX_VALUE);
    }
    return value.longValueExact();
  }

  /** The quotient of non-negative numbers, rounded up. */
  public static long ceilDiv(long dividend, long divisor) {
    return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
  }
}
