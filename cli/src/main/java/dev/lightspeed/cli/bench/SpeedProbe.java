package dev.lightspeed.cli.bench;

import dev.lightspeed.harness.machine.MachineSpeed;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Scanner;

/**
 * Measures speeds in a JVM of its own, with the meter or without: code that was loaded with the
 * meter cannot be measured without it, and a JVM that is started for a short run does not optimise
 * like one for a long run. Each line that it prints is the name of a speed and its value.
 */
public final class SpeedProbe {

  /** Prefix of the speed of all of tracing, in events per second; only with the meter. */
  static final String TRACED = "traced:";

  /** Prefix of the speed of the virtual machine, in events per second; only without the meter. */
  static final String REPLAY = "replay:";

  /** How many sessions the virtual machine is measured with. */
  static final int FEW_SESSIONS = 1_000;

  /** How many sessions the virtual machine is measured with, too. */
  static final int MANY_SESSIONS = 1_000_000;

  private SpeedProbe() {}

  /** Measures in this JVM and prints. */
  public static void main(String[] args) throws InterruptedException {
    for (StandardWorkload workload : StandardWorkload.values()) {
      print(workload.label(), Speed.eventsPerSecond(workload));
    }
    if (Meter.isActive()) {
      for (StandardWorkload workload : StandardWorkload.values()) {
        print(TRACED + workload.label(), Speed.tracedEventsPerSecond(workload));
      }
    } else {
      print(REPLAY + FEW_SESSIONS, MachineSpeed.eventsPerSecond(FEW_SESSIONS, 2_000));
      print(REPLAY + MANY_SESSIONS, MachineSpeed.eventsPerSecond(MANY_SESSIONS, 10));
    }
  }

  private static void print(String name, double eventsPerSecond) {
    System.out.printf(Locale.ROOT, "%s %.0f%n", name, eventsPerSecond);
  }

  /** Measures in a fresh JVM of this JDK; speeds by name. */
  static Map<String, Double> fork(Path jar, boolean metered) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    if (metered) {
      command.add("-javaagent:" + jar);
    }
    command.addAll(List.of("-XX:+UseSerialGC", "-cp", jar.toString(), SpeedProbe.class.getName()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    Map<String, Double> speeds = new LinkedHashMap<>();
    try (Scanner lines = new Scanner(process.getInputStream(), StandardCharsets.UTF_8)) {
      while (lines.hasNext()) {
        speeds.put(lines.next(), Double.parseDouble(lines.next()));
      }
    } finally {
      process.destroy();
    }
    return speeds;
  }
}
