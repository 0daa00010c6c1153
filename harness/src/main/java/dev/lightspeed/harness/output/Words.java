package dev.lightspeed.harness.output;

import dev.lightspeed.harness.report.Figure;
import java.util.Locale;

/** Names and numbers as outputs show them. */
final class Words {

  private Words() {}

  /** A constant as files have it: {@code NOT_GATED} is {@code not gated}. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** {@code 1,048,576}. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** {@code 1 scenario}, {@code 2 scenarios}. */
  static String counted(long value, String noun) {
    return grouped(value) + " " + noun + (value == 1 ? "" : "s");
  }

  /** A figure's value with its unit, thousandths as percent: {@code 1,095 events/s}. */
  static String amount(Figure figure, long value) {
    if (figure.unit().equals("‰")) {
      return value / 10 + "." + value % 10 + " %";
    }
    if (figure == Figure.THROUGHPUT && value == Long.MAX_VALUE) {
      return "no limit";
    }
    return grouped(value) + (figure.unit().isEmpty() ? "" : " " + figure.unit());
  }
}
