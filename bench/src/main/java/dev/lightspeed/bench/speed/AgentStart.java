package dev.lightspeed.bench.speed;

import dev.lightspeed.harness.calibrate.Jvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** What the meter adds to the start of a JVM. */
final class AgentStart {

  private static final int LAUNCHES = 21;

  private AgentStart() {}

  /**
   * Milliseconds: the median launch of a program that does nothing with the agent in {@code jar},
   * less the median one without. The two take turns.
   *
   * @throws IOException if a JVM cannot be started
   */
  static double medianMs(Path jar) throws IOException {
    long[] without = new long[LAUNCHES];
    long[] with = new long[LAUNCHES];
    for (int i = 0; i < LAUNCHES; i++) {
      without[i] = launchNs(List.of("-Xshare:auto"));
      with[i] = launchNs(List.of("-Xshare:auto", Jvm.agent(jar)));
    }
    return (median(with) - median(without)) / 1e6;
  }

  private static long launchNs(List<String> flags) throws IOException {
    long start = System.nanoTime();
    Jvm.run(flags, Jvm.classPath(), Nothing.class.getName(), List.of(), line -> {});
    return System.nanoTime() - start;
  }

  private static long median(long[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }
}
