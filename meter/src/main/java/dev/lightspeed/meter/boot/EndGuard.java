package dev.lightspeed.meter.boot;

import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Asked by {@code Runtime.exit} and {@code Runtime.halt} before they do anything. Until somebody
 * has decided what the JVM ends with, a watcher may refuse by throwing; afterwards it ends with
 * that, whoever ends it.
 */
public final class EndGuard {

  private static final int OPEN = -1;

  private static volatile int decided = OPEN;
  private static volatile @Nullable IntConsumer watcher;
  private static boolean exiting;

  private EndGuard() {}

  /** Sets who is asked whether the JVM may end with a status; null is for nobody. */
  public static void watch(@Nullable IntConsumer who) {
    watcher = who;
  }

  /** Decides what the JVM ends with, at least 0. */
  public static void decide(int status) {
    decided = status;
  }

  /** Asked by {@code Runtime.exit}. */
  public static void exit(int status) {
    if (decided == OPEN) {
      ask(status);
    } else if (status != decided || !isFirst()) {
      // Of a second exit, which may be a shutdown hook's, the JDK would wait for the first.
      Runtime.getRuntime().halt(decided);
    }
  }

  /** Asked by {@code Runtime.halt}. */
  public static void halt(int status) {
    if (decided == OPEN) {
      ask(status);
    } else if (status != decided) {
      Runtime.getRuntime().halt(decided);
    }
  }

  private static void ask(int status) {
    IntConsumer who = watcher;
    if (who != null) {
      who.accept(status);
    }
  }

  private static synchronized boolean isFirst() {
    boolean first = !exiting;
    exiting = true;
    return first;
  }
}
