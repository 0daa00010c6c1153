package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import java.math.BigInteger;

/**
 * One figure held against one limit.
 *
 * <p>Shares are integers in tenths of a percent, and sides are compared as exact fractions, so that
 * two reports with equal figures read the same everywhere. A difference is rounded to the nearest
 * tenth, but is at least 0.1 %: a broken limit never reads as "+0.0 %". The room is rounded down.
 *
 * @param figure which figure; its sense says on which side of the limit it must be
 * @param value what it is, at least 0
 * @param limit what is allowed, at least 0
 */
public record Check(Figure figure, long value, long limit) {

  /** Whether the figure is within its limit. */
  public boolean passed() {
    return !figure.direction().isWorse(value, limit);
  }

  /**
   * {@code avg payload 412 B > 380 B (+8.4 %)}: value, limit, and by how much they differ, which
   * they must.
   */
  public String difference() {
    boolean more = value > limit;
    String text =
        figure.label() + " " + figure.amount(value) + (more ? " > " : " < ") + figure.amount(limit);
    return limit == 0 ? text : text + " (" + share() + ")";
  }

  /** By how much of the limit the two differ, which they must: {@code +8.4 %}; empty for 0. */
  public String share() {
    if (limit == 0) {
      return "";
    }
    BigInteger twice = distance().multiply(BigInteger.valueOf(2000)).add(BigInteger.valueOf(limit));
    BigInteger tenths = twice.divide(BigInteger.valueOf(limit).shiftLeft(1)).max(BigInteger.ONE);
    return (value > limit ? "+" : "-") + percent(tenths);
  }

  /** {@code avg payload 19 B of at most 20 B, 5.0 % to spare}. */
  public String room() {
    BigInteger tenths = distance().multiply(BigInteger.valueOf(1000)).divide(base());
    return figure.label()
        + " "
        + figure.amount(value)
        + " of "
        + allowed()
        + ", "
        + (distance().signum() == 0 ? "nothing" : percent(tenths))
        + " to spare";
  }

  /** {@code at most 20 B}. */
  public String allowed() {
    return (figure.direction() == Direction.HIGHER ? "at least " : "at most ")
        + figure.amount(limit);
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
    return BigInteger.valueOf(Math.max(1, figure.direction() == Direction.HIGHER ? value : limit));
  }

  private static String percent(BigInteger tenths) {
    BigInteger[] parts = tenths.divideAndRemainder(BigInteger.TEN);
    return parts[0] + "." + parts[1] + " %";
  }
}
