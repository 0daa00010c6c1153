package dev.lightspeed.corpus;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Counts one pass of a program, after three that absorb what a JVM does only once, and the one
 * after it, which tells whether three were enough.
 */
final class PassCounter {

  private static final int WARM_UP_PASSES = 3;

  private final Meter meter;

  private PassCounter(Meter meter) {
    this.meter = meter;
  }

  /**
   * A counter in the mode {@code word}, once in a JVM.
   *
   * @throws IllegalArgumentException if there is no such mode, or no meter in this JVM
   */
  static PassCounter of(String word) {
    Optional<MeterMode> mode;
    Meter meter;
    try {
      mode = Arrays.stream(MeterMode.values()).filter(each -> each.word().equals(word)).findFirst();
      meter = Meter.require();
    } catch (NoClassDefFoundError e) {
      throw new IllegalArgumentException("count needs -javaagent:lightspeed.jar", e);
    }
    meter.configure(
        mode.orElseThrow(
            () -> new IllegalArgumentException("'" + word + "' is not one of portable, full")),
        false);
    return new PassCounter(meter);
  }

  /** What counts. */
  String meter() {
    return Meter.version();
  }

  /**
   * Counts {@code program}, set-up excluded.
   *
   * @throws Exception if it fails, or if two passes had different results
   */
  Count count(Program program) throws Exception {
    Outcome outcome = new Outcome();
    Thread thread =
        meter.newThread(
            () -> {
              try {
                outcome.count = countHere(program);
              } catch (Throwable e) { // told by the thread that waits for this one
                outcome.failure = e;
              }
            },
            program.name());
    thread.start();
    thread.join();
    if (outcome.count == null) {
      throw new IllegalStateException(program.name() + " failed", outcome.failure);
    }
    return outcome.count;
  }

  private Count countHere(Program program) throws Exception {
    Pass pass = program.open();
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
      throw new IllegalStateException(program.name() + ": two passes had different results");
    }
    return new Count(units, unitsAgain, bytes);
  }

  /** What the metering thread hands over. */
  private static final class Outcome {
    private @Nullable Count count;
    private @Nullable Throwable failure;
  }
}
