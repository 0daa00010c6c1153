package dev.lightspeed.bench.sensitivity;

import java.util.List;

/** The shares of extra work that are injected, in thousandths. */
final class Shares {

  /** Nothing, for false alarms; 0.1 %, 1 %, 5 % and 20 %. */
  static final List<Integer> PERMILLE = List.of(0, 1, 10, 50, 200);

  private Shares() {}

  /** As tables say it: {@code 0.1 %}. */
  static String percent(int permille) {
    return (permille % 10 == 0 ? "" + permille / 10 : permille / 10 + "." + permille % 10) + " %";
  }
}
