package dev.lightspeed.bench.sensitivity;

/**
 * How often something happened.
 *
 * @param count how often it did, 0 to {@code trials}
 * @param trials how often it could have, at least 1
 */
record Rate(int count, int trials) {

  private static final int TENTHS = 1_000;

  /**
   * @throws IllegalArgumentException if a component is out of range
   */
  Rate {
    if (trials < 1 || count < 0 || count > trials) {
      throw new IllegalArgumentException(
          "rate: " + count + " of " + trials + " is out of range, 0 of 1 to all of any");
    }
  }

  /** {@code 97.5 %}, rounded to the nearest tenth; all and none are said only where it is so. */
  @Override
  public String toString() {
    long tenths = (2L * TENTHS * count + trials) / (2L * trials);
    if (count < trials) {
      tenths = Math.min(tenths, TENTHS - 1);
    }
    if (count > 0) {
      tenths = Math.max(tenths, 1);
    }
    return tenths / 10 + "." + tenths % 10 + " %";
  }
}
