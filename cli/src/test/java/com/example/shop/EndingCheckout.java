package com.example.shop;

/** Workloads that end the JVM, each in its own way. */
public final class EndingCheckout {

  private EndingCheckout() {}

  /** In event 3. */
  public static final class Exiting extends BrokenCheckout {

    /** Found by class name. */
    public Exiting() {}

    @Override
    void handle(int sessionIndex, int event) {
      if (event == 3) {
        System.exit(0);
      }
    }
  }

  /** In event 3, and goes on if that is refused. */
  public static final class Insisting extends BrokenCheckout {

    /** Found by class name. */
    public Insisting() {}

    @Override
    void handle(int sessionIndex, int event) {
      if (event == 3) {
        try {
          Runtime.getRuntime().halt(0);
        } catch (RuntimeException e) {
          // As libraries do.
        }
      }
    }
  }

  /** By reflection, on a thread of its own. */
  public static final class Elsewhere extends BrokenCheckout {

    /** Found by class name. */
    public Elsewhere() {}

    @Override
    void handle(int sessionIndex, int event) {
      Thread thread = new Thread(Elsewhere::end, "reaper");
      thread.setUncaughtExceptionHandler((ended, e) -> {});
      thread.start();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private static void end() {
      try {
        System.class.getMethod("exit", int.class).invoke(null, 0);
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** When its class is initialised. */
  public static final class Early extends BrokenCheckout {

    static {
      System.exit(0);
    }

    /** Found by class name. */
    public Early() {}
  }

  /** When the verdict is reached, as another one. */
  public static final class Late extends BrokenCheckout {

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(() -> Runtime.getRuntime().halt(7)));
      Runtime.getRuntime().addShutdownHook(new Thread(() -> System.exit(7)));
    }

    /** Found by class name. */
    public Late() {}
  }
}
