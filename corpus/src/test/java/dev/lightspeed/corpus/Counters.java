package dev.lightspeed.corpus;

import dev.lightspeed.harness.calibrate.Count;
import dev.lightspeed.harness.calibrate.PassCounter;
import dev.lightspeed.meter.MeterMode;

/** The counter of this JVM: a meter is configured once. */
final class Counters {

  private static final PassCounter PORTABLE = PassCounter.in(MeterMode.PORTABLE);

  private Counters() {}

  static Count count(Program program) throws InterruptedException {
    return PORTABLE.count(program.name(), program.setUp());
  }
}
