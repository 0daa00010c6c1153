package dev.lightspeed.cli.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Starts the benchmark against JMH, which is a jar of its own: JMH is no part of what is measured
 * and shipped.
 */
public final class SensitivityJvm {

  private static final String MAIN = "dev.lightspeed.bench.SensitivityMain";

  private static final List<String> FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          // A JMH elsewhere on the machine disturbs the times, which is what they are like; it must
          // not stop this one, an hour in.
          "-Djmh.ignoreLock=true",
          // JMH reads fields by sun.misc.Unsafe, which JDK 24 and later warn of; 17 knows no such
          // option.
          "-XX:+IgnoreUnrecognizedVMOptions",
          "--sun-misc-unsafe-memory-access=allow");

  private SensitivityJvm() {}

  /**
   * Runs it and returns what it prints, lines with their ends.
   *
   * @param lightspeed the command's own jar
   * @param benchmarks the benchmarks' jar
   * @param load whether to measure under load, too
   * @param trials of each workload, share and state of the machine
   * @param workloads labels of standard workloads
   * @throws IOException if a JVM cannot be started, or fails
   */
  public static String run(
      Path lightspeed, Path benchmarks, boolean load, int trials, List<String> workloads)
      throws IOException {
    List<String> args = new ArrayList<>();
    args.add(lightspeed.toString());
    args.add(load ? "load" : "no-load");
    args.add(String.valueOf(trials));
    args.addAll(workloads);
    StringBuilder printed = new StringBuilder();
    Jvm.run(
        FLAGS,
        benchmarks + File.pathSeparator + lightspeed,
        MAIN,
        args,
        line -> printed.append(line).append('\n'));
    return printed.toString();
  }
}
