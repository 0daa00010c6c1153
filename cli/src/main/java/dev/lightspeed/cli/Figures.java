package dev.lightspeed.cli;

import java.util.Locale;

/** Numbers as people read them. */
final class Figures {

  private Figures() {}

  /** The number with a comma between thousands, such as {@code 1,048,576}. */
  static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * The number with its noun in singular or plural, such as {@code 1 event} or {@code 2 events}.
   */
  static String counted(long value, String noun) {
    return grouped(value) + " " + noun + (value == 1 ? "" : "s");
  }
}
