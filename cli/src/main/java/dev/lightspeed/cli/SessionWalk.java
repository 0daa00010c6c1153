package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.PageSource;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.WorkloadFailure;
import java.util.Iterator;
import java.util.function.Supplier;

/** Walks through one session, unmetered, and names the place when the workload throws. */
final class SessionWalk {

  private final Workload workload;
  private final int sessionIndex;
  private int event;

  SessionWalk(Workload workload, int sessionIndex) {
    this.workload = workload;
    this.sessionIndex = sessionIndex;
  }

  /** The session's script. */
  Iterator<Event> script() {
    return guarded(() -> workload.script(sessionIndex));
  }

  /** The next event of {@code script}. */
  Event next(Iterator<Event> script) {
    event++;
    return guarded(script::next);
  }

  /**
   * Opens the session.
   *
   * @throws InputException if it cannot show its page
   */
  Session open() {
    Session session = guarded(() -> workload.open(sessionIndex));
    if (session instanceof PageSource) {
      return session;
    }
    throw new InputException(
        workload.label()
            + ": its sessions cannot show their page: let "
            + session.getClass().getName()
            + " implement "
            + PageSource.class.getName());
  }

  /** The page after the mount. */
  String mount(Session session) {
    return guarded(
        () -> {
          session.mount();
          return ((PageSource) session).html();
        });
  }

  /** The page after one more event. */
  String handle(Session session, Event sent) {
    return guarded(
        () -> {
          session.handle(sent);
          return ((PageSource) session).html();
        });
  }

  private <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (RuntimeException | StackOverflowError e) {
      String place = event == 0 ? "mount" : "event " + event;
      throw new WorkloadFailure(
          workload.label() + ": session " + sessionIndex + ", " + place + " threw " + e, e);
    }
  }
}
