package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.bench.jvm.Load;
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
   * @throws IOException if a process cannot be started
   */
  Load start() throws IOException {
    return this == LOADED ? Load.onEveryCore() : Load.none();
  }
}
