package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.util.concurrent.Callable;

/** What a class's second call costs; the first may ask its loader, which counts too. */
final class SecondCall {

  private SecondCall() {}

  /** Prints the units of the second call of a new instance of {@code type}, a {@link Callable}. */
  static void print(String how, Class<?> type) throws Exception {
    Callable<?> work = (Callable<?>) type.getDeclaredConstructor().newInstance();
    Thread thread =
        Meter.require().newThread(() -> System.out.println(how + " " + units(work)), how);
    thread.start();
    thread.join();
  }

  private static long units(Callable<?> work) {
    Meter meter = Meter.require();
    try {
      Object first = work.call();
      long before = meter.units();
      Object second = work.call();
      if (!first.equals(second)) {
        throw new IllegalStateException(first + " is not " + second);
      }
      return meter.units() - before;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
