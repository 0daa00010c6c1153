package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Range;
import java.math.BigInteger;

/** By how much a figure may be worse than its baseline. */
public sealed interface Tolerance {

  /** Not at all. */
  static Tolerance none() {
    return new Absolute(0);
  }

  /**
   * The last value of {@code figure} that is tolerated: above {@code baseline} where lower is
   * better, below it where higher is better; 0 to 2^63 - 1.
   *
   * @param baseline at least 0
   */
  default long limit(Figure figure, long baseline) {
    long room = room(baseline);
    return switch (figure.direction()) {
      case LOWER -> room > Long.MAX_VALUE - baseline ? Long.MAX_VALUE : baseline + room;
      case HIGHER -> Math.max(0, baseline - room);
      case SIZE -> baseline;
    };
  }

  /** How far the figure may be from {@code baseline}, at least 0, rounded down. */
  long room(long baseline);

  /**
   * So much in the figure's own unit.
   *
   * @param amount at least 0
   */
  record Absolute(long amount) implements Tolerance {

    /**
     * @throws IllegalArgumentException if the amount is negative
     */
    public Absolute {
      Range.requireAtLeast("tolerance", amount, 0);
    }

    @Override
    public long room(long baseline) {
      return amount;
    }
  }

  /**
   * So many thousandths of the baseline.
   *
   * @param permille at least 0
   */
  record Relative(int permille) implements Tolerance {

    /**
     * @throws IllegalArgumentException if it is negative
     */
    public Relative {
      if (permille < 0) {
        throw new IllegalArgumentException(
            "tolerance: " + permille + " ‰ is out of range, at least 0");
      }
    }

    @Override
    public long room(long baseline) {
      return BigInteger.valueOf(baseline)
          .multiply(BigInteger.valueOf(permille))
          .divide(BigInteger.valueOf(1000))
          .min(BigInteger.valueOf(Long.MAX_VALUE))
          .longValueExact();
    }
  }
}
