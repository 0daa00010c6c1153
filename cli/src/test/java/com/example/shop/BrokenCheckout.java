package com.example.shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Workloads that go wrong, each in its own way: found by the names of the classes within. */
public abstract class BrokenCheckout implements Workload {

  private BrokenCheckout() {}

  /** What the session {@code sessionIndex} does at its event {@code event}, from 1. */
  abstract void handle(int sessionIndex, int event);

  /** Throws in event 17 of session 3. */
  public static final class Throwing extends BrokenCheckout {

    /** Found by class name. */
    public Throwing() {}

    @Override
    void handle(int sessionIndex, int event) {
      if (sessionIndex == 3 && event == 17) {
        throw new IllegalStateException("the card was refused");
      }
    }
  }

  /** Never comes back from event 2. */
  public static final class Endless extends BrokenCheckout {

    /** Found by class name. */
    public Endless() {}

    @Override
    void handle(int sessionIndex, int event) {
      while (event == 2) {
        Thread.onSpinWait();
      }
    }
  }

  /** Does more with every event that any session has ever sent, from event 5 of a session on. */
  public static final class Drifting extends BrokenCheckout {

    private static final AtomicLong SENT = new AtomicLong();

    /** Found by class name. */
    public Drifting() {}

    @Override
    void handle(int sessionIndex, int event) {
      long rounds = event < 5 ? 1 : SENT.incrementAndGet();
      for (long i = 0; i < rounds; i++) {
        Thread.onSpinWait();
      }
    }
  }

  @Override
  public String label() {
    return "broken_checkout";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofSeconds(1));
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    return Stream.generate(() -> Event.of("pay")).iterator();
  }

  @Override
  public Session open(int sessionIndex) {
    return new Session() {
      private int events;

      @Override
      public Frame mount() {
        return Frame.of(new byte[1], 1);
      }

      @Override
      public Frame handle(Event event) {
        BrokenCheckout.this.handle(sessionIndex, ++events);
        return Frame.of(new byte[1], 1);
      }

      @Override
      public Object retained() {
        return "";
      }
    };
  }
}
