package dev.lightspeed.harness.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Shares as people read them, with a tenth. */
public final class Percent {

  private static final BigDecimal LEAST = new BigDecimal("0.1");

  private Percent() {}

  /** Thousandths as percent without the sign: 123 is {@code 12.3}. */
  public static String ofPermille(long permille) {
    return permille / 10 + "." + permille % 10;
  }

  /**
   * {@code part} of {@code whole} in percent: {@code 12.3 %}; {@code <0.1 %} for what is there but
   * rounds to nothing; {@code -} where there is no whole. Exact until the last step, which rounds
   * to the nearest tenth.
   *
   * @param part may be negative, and then so is the share
   * @param whole at least 0
   */
  public static String of(long part, long whole) {
    if (whole == 0) {
      return "-";
    }
    BigDecimal percent =
        BigDecimal.valueOf(part)
            .multiply(BigDecimal.valueOf(100))
            .divide(BigDecimal.valueOf(whole), 1, RoundingMode.HALF_UP);
    if (part != 0 && percent.abs().compareTo(LEAST) < 0) {
      return part > 0 ? "<0.1 %" : ">-0.1 %";
    }
    return percent.toPlainString() + " %";
  }

  /**
   * By how much {@code now} is more than {@code before}: {@code +12.3 %}, {@code -4.0 %}; {@code
   * new} where there was nothing, and {@code ±0} where nothing changed.
   */
  public static String growth(long before, long now) {
    if (before == now) {
      return "±0";
    }
    if (before == 0) {
      return "new";
    }
    String percent = of(now - before, before);
    return now > before ? "+" + percent : percent;
  }
}
