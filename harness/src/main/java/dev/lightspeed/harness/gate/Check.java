package dev.lightspeed.harness.gate;

import java.math.BigInteger;

/**
 * One figure held against one limit.
 *
 * <p>Shares are integers in tenths of a percent, and sides are compared as exact fractions, so that
 * two reports with equal figures read the same everywhere. The excess is rounded to the nearest
 * tenth, but is at least 0.1 %: a broken limit never reads as "+0.0 %". The room is rounded down.
 *
 * @param figure what the figure is called
 * @param value what it is, at least 0
 * @param sense whether the limit is the most or the least allowed
 * @param limit what is allowed, at least 0
 * @param unit of both
 */
record Check(String figure, long value, Sense sense, long limit, String unit) {

  /** Which side of the limit is fine. */
  enum Sense {
    AT_MOST,
    AT_LEAST
  }

  boolean passed() {
    return sense == Sense.AT_MOST ? value <= limit : value >= limit;
  }

  /** {@code avg payload 412 B > 380 B (+8.4 %)}: figure, limit, and by how much it is broken. */
  String excess() {
    String sign = sense == Sense.AT_MOST ? ">" : "<";
    String text = figure + " " + amount(value) + " " + sign + " " + amount(limit);
    if (limit == 0) {
      return text;
    }
    BigInteger twice = distance().multiply(BigInteger.valueOf(2000)).add(BigInteger.valueOf(limit));
    BigInteger tenths = twice.divide(BigInteger.valueOf(limit).shiftLeft(1)).max(BigInteger.ONE);
    return text + " (" + (sense == Sense.AT_MOST ? "+" : "-") + percent(tenths) + ")";
  }

  /** {@code avg payload 19 B of at most 20 B, 5.0 % to spare}. */
  String room() {
    String allowed = sense == Sense.AT_MOST ? " of at most " : " of at least ";
    BigInteger tenths = distance().multiply(BigInteger.valueOf(1000)).divide(base());
    return figure
        + " "
        + amount(value)
        + allowed
        + amount(limit)
        + ", "
        + (distance().signum() == 0 ? "nothing" : percent(tenths))
        + " to spare";
  }

  /** Whether this limit leaves less room than {@code other}, both being kept. */
  boolean isTighterThan(Check other) {
    return distance().multiply(other.base()).compareTo(other.distance().multiply(base())) < 0;
  }

  private BigInteger distance() {
    return BigInteger.valueOf(value).subtract(BigInteger.valueOf(limit)).abs();
  }

  /** What the room is a share of: the figure may grow to the limit, or shrink to it. */
  private BigInteger base() {
    return BigInteger.valueOf(Math.max(1, sense == Sense.AT_MOST ? limit : value));
  }

  private String amount(long amount) {
    return amount + " " + unit;
  }

  private static String percent(BigInteger tenths) {
    BigInteger[] parts = tenths.divideAndRemainder(BigInteger.TEN);
    return parts[0] + "." + parts[1] + " %";
  }
}
