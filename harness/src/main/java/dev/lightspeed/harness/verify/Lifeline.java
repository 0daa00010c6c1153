package dev.lightspeed.harness.verify;

import dev.lightspeed.meter.EndWatch;
import java.io.IOException;

/**
 * Ends this JVM when the one that started it is gone, however that ended: then the pipe that is
 * this one's standard input breaks. A shutdown hook of the other would not run if it were killed;
 * those of this one do.
 */
public final class Lifeline {

  private static final int INTERRUPTED = 130;

  private Lifeline() {}

  /** Holds on to the JVM at the other end of standard input, from now on. */
  public static void hold() {
    Thread thread = new Thread(Lifeline::waitForTheEnd, "lifeline");
    thread.setDaemon(true);
    thread.start();
  }

  private static void waitForTheEnd() {
    try {
      while (System.in.read() >= 0) {
        // Nothing is ever sent.
      }
    } catch (IOException e) {
      // A pipe that cannot be read is a broken one.
    }
    EndWatch.endJvm(INTERRUPTED);
  }
}
