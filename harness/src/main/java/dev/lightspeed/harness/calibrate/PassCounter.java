package dev.lightspeed.harness.calibrate;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Counts one pass, after three that absorb what a JVM does only once, and the one after it, which
 * tells whether three were enough.
 */
public final class PassCounter {

  private static final int WARM_UP_PASSES = 3;

  private final Meter meter;

  private PassCounter(Meter meter) {
    this.meter = meter;
  }

  /**
   * A counter in {@code mode}: to be made once in a JVM, before any class that is counted is used.
   *
   * @throws dev.lightspeed.meter.MeterMissingException if there is no meter in this JVM
   */
  public static PassCounter in(MeterMode mode) {
    Meter meter = Meter.require();
    meter.configure(mode, false);
    return new PassCounter(meter);
  }

  /** What counts, as {@link Meter#version} has it. */
  public String meter() {
    return Meter.version();
  }

  /**
   * Counts a pass.
   *
   * @param name what is counted, for errors
   * @param setUp makes the pass; what that costs is not counted
   * @throws IllegalStateException if it fails, or if two passes had different results
   */
  public Count count(String name, Callable<? extends Pass> setUp) throws InterruptedException {
    Handover outcome = new Handover();
    Thread thread =
        meter.newThread(
            () -> {
              try {
                outcome.count = countHere(name, setUp.call());
              } catch (Throwable e) { // told by the thread that waits for this one
                outcome.failure = e;
              }
            },
            name);
    thread.start();
    thread.join();
    if (outcome.count == null) {
      throw new IllegalStateException(name + " failed", outcome.failure);
    }
    return outcome.count;
  }

  private Count countHere(String name, Pass pass) throws Exception {
    String expected = "";
    for (int i = 0; i < WARM_UP_PASSES; i++) {
      expected = String.valueOf(pass.run());
    }
    long units = meter.units();
    long bytes = meter.allocatedBytes();
    Object result = pass.run();
    units = meter.units() - units;
    bytes = meter.allocatedBytes() - bytes;
    long unitsAgain = meter.units();
    Object again = pass.run();
    unitsAgain = meter.units() - unitsAgain;
    if (!expected.equals(String.valueOf(result)) || !expected.equals(String.valueOf(again))) {
      throw new IllegalStateException(name + ": two passes had different results");
    }
    return new Count(units, unitsAgain, bytes);
  }

  /** What the metering thread hands over. */
  private static final class Handover {
    private @Nullable Count count;
    private @Nullable Throwable failure;
  }
}
