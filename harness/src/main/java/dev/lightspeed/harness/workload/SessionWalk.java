package dev.lightspeed.harness.workload;

import dev.lightspeed.harness.file.InputException;
import java.util.Iterator;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Walks through one session, unmetered, and names the place when the workload throws. */
public final class SessionWalk {

  private final Workload workload;
  private final int sessionIndex;
  private int event;

  /** A walk that has not begun. */
  public SessionWalk(Workload workload, int sessionIndex) {
    this.workload = workload;
    this.sessionIndex = sessionIndex;
  }

  /** The session's script. */
  public Iterator<Event> script() {
    return guarded(() -> workload.script(sessionIndex));
  }

  /** The next event of {@code script}. */
  public Event next(Iterator<Event> script) {
    if (!guarded(script::hasNext)) {
      throw new WorkloadFailure(
          workload.label()
              + ": session "
              + sessionIndex
              + ": the script ended after "
              + event
              + " events: ask for --events="
              + event
              + ", or let it go on");
    }
    event++;
    return guarded(script::next);
  }

  /**
   * Opens the session with its user's browser.
   *
   * @throws InputException if the workload does not come with one
   */
  public Visit open() {
    if (!(workload instanceof Browsable browsable)) {
      throw new InputException(
          workload.label()
              + ": its pages cannot be shown: let "
              + workload.getClass().getName()
              + " implement "
              + Browsable.class.getName());
    }
    return new Visit(guarded(() -> workload.open(sessionIndex)), guarded(browsable::browser));
  }

  /** A session and the browser that its frames go to. */
  public final class Visit {

    private final Session session;
    private final Browser browser;

    private Visit(Session session, Browser browser) {
      this.session = session;
      this.browser = browser;
    }

    /** The page after the mount. */
    public String mount() {
      return guarded(
          () -> {
            browser.receive(frame(session.mount()));
            return browser.html();
          });
    }

    /** The page after one more event. */
    public String handle(Event event) {
      return guarded(
          () -> {
            browser.send(event);
            browser.receive(frame(session.handle(event)));
            return browser.html();
          });
    }
  }

  private Frame frame(@Nullable Frame frame) {
    if (frame == null) {
      throw new WorkloadFailure(place() + " returned null, a frame is needed");
    }
    return frame;
  }

  private <T> T guarded(Supplier<T> step) {
    try {
      return step.get();
    } catch (WorkloadFailure e) {
      throw e;
    } catch (RuntimeException | StackOverflowError | LinkageError e) {
      throw new WorkloadFailure(place() + " threw " + e, e);
    }
  }

  private String place() {
    return workload.label()
        + ": session "
        + sessionIndex
        + (event == 0 ? ", mount" : ", event " + event);
  }
}
