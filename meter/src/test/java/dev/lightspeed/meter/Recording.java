package dev.lightspeed.meter;

import dev.lightspeed.meter.boot.CallNode;
import dev.lightspeed.meter.instrument.Rules;

/** A {@link CallRecord} as tests of what is inserted use it, without a meter that is running. */
public final class Recording {

  private final CallRecord record = new CallRecord("root");

  /** Where a thread that records to it is while it has called nothing. */
  public CallNode node() {
    return record.node();
  }

  /** What code has recorded that was instrumented by {@code rules}. */
  public CallTree tree(Rules rules) {
    return record.tree(rules);
  }
}
