package com.example.shop;

import dev.lightspeed.harness.workload.Frame;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Workloads that would cost something else each time, each for its own reason. */
public final class UnsteadyCheckout {

  private UnsteadyCheckout() {}

  private static void spin(long rounds) {
    for (long i = 0; i < rounds; i++) {
      Thread.onSpinWait();
    }
  }

  /** Draws how much it does. */
  public static final class Drawing extends BrokenCheckout {

    /** Found by class name. */
    public Drawing() {}

    @Override
    void handle(int sessionIndex, int event) {
      spin(draw());
    }

    private static int draw() {
      return new Random().nextInt(1 << 20) & 1023;
    }
  }

  /** Does as much as the clock says. */
  public static final class Timed extends BrokenCheckout {

    /** Found by class name. */
    public Timed() {}

    @Override
    void handle(int sessionIndex, int event) {
      spin(System.nanoTime() >>> 4 & 1023);
    }
  }

  /** Looks through a cache that each session makes larger. */
  public static final class Caching extends BrokenCheckout {

    private static final Map<String, Integer> PRICES = new ConcurrentHashMap<>();

    /** Found by class name. */
    public Caching() {}

    @Override
    void handle(int sessionIndex, int event) {
      PRICES.put(sessionIndex + "/" + event, event);
      spin(PRICES.size());
    }
  }

  /** Says of equal frames that they have one operation more each time. */
  public static final class Repeating extends BrokenCheckout {

    private static final AtomicInteger SENT = new AtomicInteger();

    /** Found by class name. */
    public Repeating() {}

    @Override
    Frame frame(int sessionIndex, int event) {
      return Frame.of(new byte[8], SENT.incrementAndGet());
    }
  }

  /** Does as much as the default charset has letters: the same within one JVM. */
  public static final class Settled extends BrokenCheckout {

    /** Found by class name. */
    public Settled() {}

    @Override
    void handle(int sessionIndex, int event) {
      if (event == 2) {
        spin(Charset.defaultCharset().name().length());
      }
    }
  }

  /** Looks through what the garbage collector has left. */
  public static final class Forgetting extends BrokenCheckout {

    private static final WeakHashMap<Object, Integer> WEAK = new WeakHashMap<>();

    /** Found by class name. */
    public Forgetting() {}

    @Override
    void handle(int sessionIndex, int event) {
      spin(look(event));
    }

    private static synchronized int look(int event) {
      WEAK.put(new byte[1 << 16], event);
      return WEAK.size();
    }
  }

  /** Cannot work in Turkish. */
  public static final class Foreign extends BrokenCheckout {

    /** Found by class name. */
    public Foreign() {}

    @Override
    void handle(int sessionIndex, int event) {
      if (event == 2 && Locale.getDefault().getLanguage().equals("tr")) {
        throw new IllegalStateException("no page in this language");
      }
    }
  }

  /** Lets other threads do its work. */
  public static final class Parallel extends BrokenCheckout {

    /** Found by class name. */
    public Parallel() {}

    @Override
    void handle(int sessionIndex, int event) {
      List<Integer> prices = new ArrayList<>();
      IntStream.range(0, 100).forEach(prices::add);
      prices.parallelStream().forEach(UnsteadyCheckout::spin);
    }
  }

  /** Hands its work to a pool, the whole of it: it counts the same each time, and too little. */
  public static final class Pooled extends BrokenCheckout {

    private static final ExecutorService POOL =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread thread = new Thread(task, "pool");
              thread.setDaemon(true);
              return thread;
            });

    /** Found by class name. */
    public Pooled() {}

    @Override
    void handle(int sessionIndex, int event) {
      POOL.execute(() -> spin(1000));
    }
  }

  /** Walks an immutable set until it finds one of its elements. */
  public static final class Salted extends BrokenCheckout {

    private static final Set<String> WORDS = Set.of("one", "two", "three", "four", "five", "six");

    /** Found by class name. */
    public Salted() {}

    @Override
    void handle(int sessionIndex, int event) {
      for (String word : WORDS) {
        if (word.equals("five")) {
          break;
        }
        spin(1);
      }
    }
  }
}
