package dev.lightspeed.harness.text;

import java.util.Locale;

/** Names of constants as files and messages have them. */
public final class Constants {

  private Constants() {}

  /** The constant's name in words: {@code NOT_GATED} is {@code not gated}. */
  public static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
