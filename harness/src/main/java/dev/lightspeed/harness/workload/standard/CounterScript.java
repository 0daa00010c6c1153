package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.Iterator;

/** What one user of the counter sends, without end. */
final class CounterScript implements Iterator<Event> {

  private final SplitMix64 random;

  /** The script of a session, from 0. */
  CounterScript(int sessionIndex) {
    random = SplitMix64.forSession(CounterState.LABEL, sessionIndex);
  }

  @Override
  public boolean hasNext() {
    return true;
  }

  @Override
  public Event next() {
    int r = random.below(100);
    if (r < 70) {
      return step("inc");
    }
    if (r < 95) {
      return step("dec");
    }
    return Event.of("reset");
  }

  private Event step(String name) {
    return Event.of(name, "by", Integer.toString(1 + random.below(CounterState.MAX_STEP)));
  }
}
