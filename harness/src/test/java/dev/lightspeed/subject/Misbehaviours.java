package dev.lightspeed.subject;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** Ways in which a workload misbehaves, each in event 17 of session 3 unless it says otherwise. */
public final class Misbehaviours {

  private Misbehaviours() {}

  private static boolean now(int session, int event) {
    return session == 3 && event == 17;
  }

  /** Throws there, and earlier in a later session. */
  public static final class Throwing extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      if (now(session, event) || (session == 5 && event == 1)) {
        throw new IllegalStateException("boom");
      }
    }
  }

  /** Throws in the mount of session 3. */
  public static final class ThrowingMount extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      if (session == 3) {
        throw new IllegalStateException("boom");
      }
    }
  }

  /** Never returns. */
  public static final class Endless extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      while (now(session, event)) {
        turns++;
      }
    }
  }

  /** Never returns, whatever is thrown at it. */
  public static final class Unstoppable extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      while (now(session, event)) {
        try {
          spin();
        } catch (Throwable e) {
          basket.kept = e;
        }
      }
    }

    private void spin() {
      for (int i = 0; i < 1_000_000; i++) {
        Math.abs(i);
      }
    }
  }

  /** Works too long, catches the error that stops it, and returns as if nothing had been. */
  public static final class Silent extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      if (now(session, event)) {
        try {
          spin();
        } catch (Throwable e) {
          basket.kept = "nothing happened";
        }
      }
    }

    private void spin() {
      while (turns >= 0) {
        turns = (turns + 1) & 0xFFFF;
      }
    }
  }

  /** Calls itself for ever. */
  public static final class Recursive extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      if (now(session, event)) {
        work(basket, session, event);
        basket.kept = null;
      }
    }
  }

  /** Keeps a thread. */
  public static final class ThreadHolding extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      if (now(session, event)) {
        basket.kept = new Thread("never started");
      }
    }
  }

  /** Keeps a class loader from its mount on. */
  public static final class LoaderHolding extends Checkout {
    @Override
    protected void work(Basket basket, int session, int event) {
      if (session == 3) {
        basket.kept = ThreadHolding.class.getClassLoader();
      }
    }
  }

  /** Sends no frame. */
  public static final class Frameless extends Checkout {
    @Override
    protected boolean forgetsFrame(int session, int event) {
      return now(session, event);
    }
  }

  /** Retains nothing at all. */
  public static final class Stateless extends Checkout {
    @Override
    @SuppressWarnings("NullAway") // what the tracer must notice
    protected Object retained(Basket basket, int session, int event) {
      return now(session, event) ? null : basket;
    }
  }

  /** Its users have no pace. */
  public static final class Paceless extends Checkout {
    @Override
    @SuppressWarnings("NullAway") // what the tracer must notice
    public Pace pace() {
      return null;
    }
  }

  /** Its users take no time. */
  public static final class Hasty extends Checkout {
    @Override
    public Pace pace() {
      return Pace.thinking(Duration.ZERO);
    }
  }

  /** Its script has 16 events in session 3. */
  public static final class ShortScript extends Checkout {
    @Override
    protected int scriptLength(int session) {
      return session == 3 ? 16 : Integer.MAX_VALUE;
    }
  }

  /** Its script throws. */
  public static final class ThrowingScript extends Checkout {
    @Override
    protected Event scripted(int session, int number) {
      if (now(session, number)) {
        throw new IllegalStateException("no more ideas");
      }
      return super.scripted(session, number);
    }
  }

  /** Its script never comes to event 17. */
  public static final class EndlessScript extends Checkout {
    @Override
    protected Event scripted(int session, int number) {
      while (now(session, number)) {
        turns++;
      }
      return super.scripted(session, number);
    }
  }

  /** Works a little more whenever this event was handled before in this JVM. */
  public static final class Forgetful extends Checkout {
    private final AtomicInteger handled = new AtomicInteger();

    @Override
    protected void work(Basket basket, int session, int event) {
      if (now(session, event)) {
        for (int i = handled.getAndIncrement(); i > 0; i--) {
          turns++;
        }
      }
    }
  }

  /** Works much more the first time only, as a cache does. */
  public static final class Caching extends Checkout {
    private volatile boolean filled;

    @Override
    protected void work(Basket basket, int session, int event) {
      if (!filled) {
        filled = true;
        for (int i = 0; i < 1_000; i++) {
          turns++;
        }
      }
    }
  }
}
