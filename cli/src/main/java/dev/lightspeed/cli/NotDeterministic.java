package dev.lightspeed.cli;

import dev.lightspeed.harness.trace.Divergence;

/** The same run gave other counts. The message names workload, session, event and counter. */
final class NotDeterministic extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotDeterministic(Divergence first) {
    super(
        "not deterministic: "
            + first.message()
            + " (with the sessions in another order and on another number of threads)");
  }
}
