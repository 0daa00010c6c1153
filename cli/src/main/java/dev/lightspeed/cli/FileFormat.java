package dev.lightspeed.cli;

import java.util.Locale;

/** What something may be written as: implemented by enums, a constant for each format. */
interface FileFormat {

  /** The constant's name. */
  String name();

  /** As the option has it: {@code junit}. */
  default String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
