package dev.lightspeed.cli;

/** What something may be written as. */
interface FileFormat {

  /** As the option has it: {@code junit}. */
  String word();
}
