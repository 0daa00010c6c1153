package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.util.Iterator;

/**
 * A workload that has become slower: the same events, frames and state, and extra work in every
 * event. With none it is the baseline, so that the wrapping is on both sides.
 */
final class HeavierWorkload implements Workload {

  private final Workload workload;
  private final ExtraWork extra;

  HeavierWorkload(Workload workload, ExtraWork extra) {
    this.workload = workload;
    this.extra = extra;
  }

  @Override
  public String label() {
    return workload.label();
  }

  @Override
  public Pace pace() {
    return workload.pace();
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return workload.script(sessionIndex);
  }

  @Override
  public HeavierSession open(int sessionIndex) {
    return new HeavierSession(workload.open(sessionIndex), extra.ofSession(sessionIndex));
  }

  /** A session of it. */
  static final class HeavierSession implements Session {

    private final Session session;
    private final int[] turns;
    private int events;
    private int burnt;

    private HeavierSession(Session session, int[] turns) {
      this.session = session;
      this.turns = turns;
    }

    @Override
    public Frame mount() {
      return session.mount();
    }

    @Override
    public Frame handle(Event event) {
      burnt += Burn.turns(turns[events++]);
      return session.handle(event);
    }

    @Override
    public Object retained() {
      return session.retained();
    }

    /** What came of all turns so far: somebody who needs it keeps the JIT from skipping them. */
    int burnt() {
      return burnt;
    }
  }
}
