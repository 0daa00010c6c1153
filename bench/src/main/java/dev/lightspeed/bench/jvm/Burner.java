package dev.lightspeed.bench.jvm;

import dev.lightspeed.harness.verify.Lifeline;

/** Burns one core, until the JVM that started this one ends it or is gone. */
public final class Burner {

  /** Printed once it burns. */
  static final int BURNING = '!';

  private static final long FACTOR = 6_364_136_223_846_793_005L;

  private Burner() {}

  /** Never returns. Takes no arguments. */
  public static void main(String[] args) {
    Lifeline.hold();
    System.out.write(BURNING);
    System.out.flush();
    for (long state = 1; ; state = state * FACTOR + 1) {
      if (state == 0) {
        Thread.onSpinWait(); // needs the state, so that no compiler can do without it
      }
    }
  }
}
