package dev.lightspeed.bench;

import dev.lightspeed.cli.bench.Load;
import java.io.IOException;

/** What else the machine does while something is measured. */
enum Machine {
  /** Nothing of ours. */
  QUIET("quiet"),
  /** Every core is burnt by a process of its own. */
  LOADED("all cores loaded");

  private final String title;

  Machine(String title) {
    this.title = title;
  }

  /** What tables call it. */
  String title() {
    return title;
  }

  /**
   * Brings it about, until the load is closed.
   *
   * @param classPath where the command is
   * @throws IOException if a process cannot be started
   */
  Load start(String classPath) throws IOException {
    return this == LOADED ? Load.onEveryCore(classPath) : Load.none();
  }
}
