package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMissingException;

/** Work that does nothing useful, in turns that all cost the same. */
final class Burn {

  private static final int MANY = 1_000;

  private Burn() {}

  /**
   * Burns. What it returns depends on every turn, so a caller that keeps it keeps the JIT from
   * doing without them. Two chains that do not wait for each other, as in ordinary code.
   *
   * @param turns at least 0
   */
  static int turns(int turns) {
    int one = turns;
    int other = ~turns;
    for (int turn = turns; turn > 0; turn--) {
      one = one * 1_664_525 + 1_013_904_223;
      other = other * 22_695_477 + 1;
    }
    return one ^ other;
  }

  /**
   * CPU units of one turn, as the meter of this JVM counts them.
   *
   * @throws MeterMissingException if it is not running
   * @throws IllegalStateException if turns do not all cost the same
   */
  static long unitsPerTurn() {
    Meter meter = Meter.require();
    long[] units = new long[3];
    Thread thread =
        meter.newThread(
            () -> {
              units[0] = units(meter, 0);
              units[1] = units(meter, 1);
              units[2] = units(meter, MANY);
            },
            "burn");
    thread.start();
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw new IllegalStateException("interrupted while a turn was measured", e);
      }
    }
    long perTurn = units[1] - units[0];
    if (perTurn <= 0 || units[2] - units[0] != MANY * perTurn) {
      throw new IllegalStateException(
          "0, 1 and "
              + MANY
              + " turns cost "
              + units[0]
              + ", "
              + units[1]
              + " and "
              + units[2]
              + " CPU units, expected the same for every turn");
    }
    return perTurn;
  }

  private static long units(Meter meter, int turns) {
    long before = meter.units();
    turns(turns);
    return meter.units() - before;
  }
}
