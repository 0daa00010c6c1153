package com.example.shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.StringJoiner;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** Workloads that go wrong, each in its own way: found by the names of the classes within. */
public abstract class BrokenCheckout implements Workload {

  BrokenCheckout() {}

  /** What the session {@code sessionIndex} does at its event {@code event}, from 1. */
  void handle(int sessionIndex, int event) {}

  /** What it sends back then. */
  Frame frame(int sessionIndex, int event) {
    return Frame.of(new byte[1], 1);
  }

  /** What it keeps after that; after its mount it is event 0. */
  Object retained(int sessionIndex, int event) {
    return "";
  }

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

  /** Waits in event 2 for what never comes. */
  public static final class Waiting extends BrokenCheckout {

    /** Found by class name. */
    public Waiting() {}

    @Override
    void handle(int sessionIndex, int event) {
      if (event == 2) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
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

  /** Never comes back from event 2, and calls nothing on its way. */
  public static final class Spinning extends BrokenCheckout {

    int rounds;

    /** Found by class name. */
    public Spinning() {}

    @Override
    void handle(int sessionIndex, int event) {
      while (event == 2) {
        rounds++;
      }
    }
  }

  /** Never comes back from event 2, whatever is thrown at it. */
  public static final class Swallowing extends BrokenCheckout {

    int caught;

    /** Found by class name. */
    public Swallowing() {}

    @Override
    void handle(int sessionIndex, int event) {
      while (event == 2) {
        try {
          new Spinning().handle(sessionIndex, event);
        } catch (Throwable e) {
          caught++;
        }
      }
    }
  }

  /** Sends no frame for event 17 of session 3. */
  public static final class Frameless extends BrokenCheckout {

    /** Found by class name. */
    public Frameless() {}

    @Override
    Frame frame(int sessionIndex, int event) {
      return sessionIndex == 3 && event == 17 ? null : super.frame(sessionIndex, event);
    }
  }

  /** Its users have 16 events to send. */
  public static final class Brief extends BrokenCheckout {

    /** Found by class name. */
    public Brief() {}

    @Override
    public Iterator<Event> script(int sessionIndex) {
      return Stream.generate(() -> Event.of("pay")).limit(16).iterator();
    }
  }

  /** Keeps something that no session can be charged for from event 17 of session 3 on. */
  public static final class Hoarding extends BrokenCheckout {

    /** Found by class name. */
    public Hoarding() {}

    @Override
    Object retained(int sessionIndex, int event) {
      return sessionIndex == 3 && event == 17 ? new Object[] {hoard()} : "";
    }

    private static Object hoard() {
      return new Thread("never started");
    }
  }

  /** Keeps a class loader from its mount on. */
  public static final class LoaderHoarding extends BrokenCheckout {

    /** Found by class name. */
    public LoaderHoarding() {}

    @Override
    Object retained(int sessionIndex, int event) {
      return new Object[] {BrokenCheckout.class.getClassLoader()};
    }
  }

  /** Keeps an object of the JDK that has no published size. */
  public static final class Unsized extends BrokenCheckout {

    /** Found by class name. */
    public Unsized() {}

    @Override
    Object retained(int sessionIndex, int event) {
      return new Object[] {new StringJoiner(",")};
    }
  }

  /** Walks a map in the order of its keys' identity, until it finds one of them. */
  public static final class Unordered extends BrokenCheckout {

    /** Found by class name. */
    public Unordered() {}

    @Override
    void handle(int sessionIndex, int event) {
      Map<Object, Integer> prices = new HashMap<>();
      for (int i = 0; i < 100; i++) {
        prices.put(new Object(), i);
      }
      Iterator<Integer> found = prices.values().iterator();
      while (found.next() != 50) {
        Thread.onSpinWait();
      }
    }
  }

  /** Sends a byte more with every event that any session has ever sent. */
  public static final class Growing extends BrokenCheckout {

    private static final AtomicInteger SENT = new AtomicInteger();

    /** Found by class name. */
    public Growing() {}

    @Override
    Frame frame(int sessionIndex, int event) {
      return Frame.of(new byte[SENT.incrementAndGet()], 1);
    }
  }

  /** Keeps a byte more with every event that any session has ever sent. */
  public static final class Leaking extends BrokenCheckout {

    private static final AtomicInteger SENT = new AtomicInteger();

    /** Found by class name. */
    public Leaking() {}

    @Override
    Object retained(int sessionIndex, int event) {
      return new byte[SENT.incrementAndGet()];
    }
  }

  /** Cannot be made. */
  public static final class Unmakeable extends BrokenCheckout {

    /** Found by class name. */
    public Unmakeable() {
      throw new IllegalStateException("there is no database");
    }
  }

  /** Its class cannot be initialised. */
  public static final class Uninitialised extends BrokenCheckout {

    private static final int STOCK = Integer.parseInt("none");

    /** Found by class name. */
    public Uninitialised() {}

    @Override
    void handle(int sessionIndex, int event) {
      Thread.onSpinWait();
      assert STOCK > 0;
    }
  }

  /** Cannot be made by anybody else. */
  public static final class Private extends BrokenCheckout {

    private Private() {}
  }

  /** No workload at all. */
  public static final class NoWorkload {

    /** Found by class name. */
    public NoWorkload() {}
  }

  /** Has no label. */
  public static final class Unlabelled extends BrokenCheckout {

    /** Found by class name. */
    public Unlabelled() {}

    @Override
    public String label() {
      return null;
    }
  }

  /** Cannot say what it is called. */
  public static final class Forgetful extends BrokenCheckout {

    /** Found by class name. */
    public Forgetful() {}

    @Override
    public String label() {
      throw new IllegalStateException("what was it?");
    }
  }

  /** Its users have no pace. */
  public static final class Paceless extends BrokenCheckout {

    /** Found by class name. */
    public Paceless() {}

    @Override
    public Pace pace() {
      return null;
    }
  }

  /** Cannot say how fast its users are. */
  public static final class Hasty extends BrokenCheckout {

    /** Found by class name. */
    public Hasty() {}

    @Override
    public Pace pace() {
      return Pace.thinking(Duration.ZERO);
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
        return BrokenCheckout.this.frame(sessionIndex, events);
      }

      @Override
      public Object retained() {
        return BrokenCheckout.this.retained(sessionIndex, events);
      }
    };
  }
}
