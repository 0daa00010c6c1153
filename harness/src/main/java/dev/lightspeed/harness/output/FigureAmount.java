package dev.lightspeed.harness.output;

import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;

/** Names and numbers as outputs show them. */
final class FigureAmount {

  private FigureAmount() {}

  /** A figure's value with its unit, thousandths as percent: {@code 1,095 events/s}. */
  static String amount(Figure figure, long value) {
    if (figure.unit().equals("‰")) {
      return Percent.ofPermille(value) + " %";
    }
    if (figure == Figure.THROUGHPUT && value == Long.MAX_VALUE) {
      return "no limit";
    }
    return Numbers.grouped(value) + (figure.unit().isEmpty() ? "" : " " + figure.unit());
  }
}
