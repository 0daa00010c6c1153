package dev.lightspeed.cli.bench;

import dev.lightspeed.harness.workload.standard.StandardWorkload;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;

/**
 * Measures the standard workloads in a JVM of its own, with the meter or without: code that was
 * loaded with the meter cannot be measured without it. Its lines are label, events per second, and,
 * with the meter, events per second of all of tracing.
 */
public final class SpeedProbe {

  private SpeedProbe() {}

  /**
   * The speeds of one workload.
   *
   * @param eventsPerSecond of event → frame
   * @param tracedEventsPerSecond of all of tracing; 0 without the meter
   */
  record Speeds(double eventsPerSecond, double tracedEventsPerSecond) {}

  /** Measures in this JVM and prints. */
  public static void main(String[] args) throws InterruptedException {
    for (StandardWorkload workload : StandardWorkload.values()) {
      double plain = Speed.eventsPerSecond(workload);
      double traced = Meter.isActive() ? Speed.tracedEventsPerSecond(workload) : 0;
      System.out.printf(Locale.ROOT, "%s %.0f %.0f%n", workload.label(), plain, traced);
    }
  }

  /** Measures in a fresh JVM of the same kind as this one. */
  static Map<StandardWorkload, Speeds> fork(Path jar, boolean metered) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:+UseSerialGC");
    if (metered) {
      command.add("-javaagent:" + jar);
    }
    command.addAll(List.of("-cp", jar.toString(), SpeedProbe.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<StandardWorkload, Speeds> speeds = new EnumMap<>(StandardWorkload.class);
    try (Scanner lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
      for (StandardWorkload workload : StandardWorkload.values()) {
        if (!lines.hasNext() || !lines.next().equals(workload.label())) {
          throw new IOException("the measuring JVM ended early: see its message above");
        }
        speeds.put(
            workload,
            new Speeds(
                Double.parseDouble(lines.next()), Double.parseDouble(lines.next())));
      }
    } finally {
      process.destroy();
    }
    return speeds;
  }
}
