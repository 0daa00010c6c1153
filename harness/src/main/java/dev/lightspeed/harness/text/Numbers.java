package dev.lightspeed.harness.text;

import java.util.Locale;

/** Numbers as people read them. */
public final class Numbers {

  private Numbers() {}

  /** The number with a comma between thousands, such as {@code 1,048,576}. */
  public static String grouped(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /**
   * The number with its noun in singular or plural, such as {@code 1 event} or {@code 2 events}.
   */
  public static String counted(long value, String noun) {
    return grouped(value) + " " + noun + (value == 1 ? "" : "s");
  }
}
