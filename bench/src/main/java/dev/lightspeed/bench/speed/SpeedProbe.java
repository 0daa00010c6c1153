package dev.lightspeed.bench.speed;

import dev.lightspeed.harness.calibrate.Jvm;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.verify.Lifeline;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Measures speeds in a JVM of its own, with the meter or without: code that was loaded with the
 * meter cannot be measured without it, and a JVM that is started for a short run does not optimise
 * like one for a long run. Each line that it prints is the name of a speed and its value.
 */
public final class SpeedProbe {

  /** Prefix of the speed of all of tracing, in events per second. */
  static final String TRACED = "traced:";

  /** Prefix of the speed of the virtual machine, in events per second. */
  static final String REPLAY = "replay:";

  /** How many sessions the virtual machine is measured with. */
  static final int FEW_SESSIONS = 1_000;

  /** How many sessions the virtual machine is measured with, too. */
  static final int MANY_SESSIONS = 1_000_000;

  private SpeedProbe() {}

  /**
   * Measures in this JVM, as the {@link Probe} that the first argument names, the workload that the
   * second does, if the probe runs any, and prints.
   */
  public static void main(String[] args) throws InterruptedException {
    Lifeline.hold();
    Probe probe = Probe.valueOf(args[0]);
    MeterMode mode = probe.mode();
    if (mode != null) {
      Meter.require().configure(mode, probe.attributing());
      requireAsTold(probe);
    }
    if (probe == Probe.REPLAY) {
      print(REPLAY + FEW_SESSIONS, ReplaySpeed.eventsPerSecond(FEW_SESSIONS, 2_000));
      print(REPLAY + MANY_SESSIONS, ReplaySpeed.eventsPerSecond(MANY_SESSIONS, 10));
      return;
    }
    StandardWorkload workload = StandardWorkload.valueOf(args[1]);
    if (probe.measuresEvents()) {
      print(workload.label(), Speed.eventsPerSecond(workload));
    }
    if (mode != null) {
      print(
          TRACED + workload.label(),
          Speed.tracedEventsPerSecond(workload, mode, probe.attributing()));
    }
  }

  /** A ratio between two meters that are the same would look like a good one. */
  private static void requireAsTold(Probe probe) {
    Scenario scenario = new Scenario(StandardWorkload.COUNTER, 1, 1);
    TraceSet counted = CountingPlan.usual().count(List.of(scenario), RunListener.NONE).traces();
    boolean counts = counted.traces().get(0).sessions().get(0).cpuUnits(0) > 0;
    boolean full = Meter.version().startsWith("full/");
    if (counts != (probe != Probe.BARE) || full != (probe == Probe.FULL)) {
      throw new IllegalStateException(
          "the probe "
              + probe
              + " runs with a meter that counts "
              + (counts ? Meter.version() : "nothing"));
    }
  }

  private static void print(String name, double eventsPerSecond) {
    System.out.printf(Locale.ROOT, "%s %.0f%n", name, eventsPerSecond);
  }

  /**
   * Measures in a fresh JVM of this JDK; speeds by name.
   *
   * @param workload which one is run; empty for a probe that runs none
   * @throws IOException if it cannot be started, or fails
   */
  static Map<String, Double> fork(Path jar, Probe probe, Optional<StandardWorkload> workload)
      throws IOException {
    Map<String, Double> speeds = new LinkedHashMap<>();
    Jvm.run(
        probe.flags(jar),
        Jvm.classPath(),
        SpeedProbe.class.getName(),
        Stream.concat(Stream.of(probe.name()), workload.stream().map(Enum::name)).toList(),
        line -> {
          int space = line.indexOf(' ');
          speeds.put(line.substring(0, space), Double.parseDouble(line.substring(space + 1)));
        });
    return speeds;
  }
}
