package dev.lightspeed.subject;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A small workload that behaves, and the parts of it in which others misbehave. Not in a package of
 * the harness, whose own work is not counted.
 */
public class Checkout implements Workload {

  /** Something to do. */
  protected int turns;

  @Override
  public String label() {
    return "checkout";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return new Iterator<>() {
      private int number;

      @Override
      public boolean hasNext() {
        return number < scriptLength(sessionIndex);
      }

      @Override
      public Event next() {
        if (!hasNext()) {
          throw new NoSuchElementException();
        }
        number++;
        return scripted(sessionIndex, number);
      }
    };
  }

  @Override
  public final Session open(int sessionIndex) {
    return new Basket(sessionIndex);
  }

  /** How many events the script has. */
  protected int scriptLength(int session) {
    return Integer.MAX_VALUE;
  }

  /** Event {@code number}, from 1, of the script. */
  protected Event scripted(int session, int number) {
    return Event.of("update", "item", "item " + number % 7);
  }

  /** Called by every mount, as event 0, and by every event. */
  protected void work(Basket basket, int session, int event) {}

  /** Whether the frame of event {@code event} is missing. */
  protected boolean forgetsFrame(int session, int event) {
    return false;
  }

  /** What {@code retained()} returns. */
  protected Object retained(Basket basket, int session, int event) {
    return basket;
  }

  /** The state of a session: the last three items. */
  public final class Basket implements Session {

    private final int session;
    private final List<String> items = new ArrayList<>();
    private int event;

    /** Whatever a misbehaving workload keeps. */
    public @Nullable Object kept;

    private Basket(int session) {
      this.session = session;
    }

    @Override
    public Frame mount() {
      return frame("basket of " + session);
    }

    @Override
    public Frame handle(Event sent) {
      event++;
      items.add(sent.params().get("item"));
      if (items.size() > 3) {
        items.remove(0);
      }
      return frame(String.join(",", items));
    }

    @Override
    public Object retained() {
      return Checkout.this.retained(this, session, event);
    }

    @SuppressWarnings("NullAway") // what the tracer must notice
    private Frame frame(String text) {
      work(this, session, event);
      return forgetsFrame(session, event)
          ? null
          : Frame.of(text.getBytes(StandardCharsets.UTF_8), items.size());
    }
  }
}
