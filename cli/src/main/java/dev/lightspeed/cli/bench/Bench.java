package dev.lightspeed.cli.bench;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Measures every figure that the project promises of itself. */
public final class Bench {

  private static final int EVENTS = 200;
  private static final int PAYLOAD_SESSIONS = 10;
  private static final int MEMORY_SESSIONS = 64;
  private static final double BYTES_PER_KIB = 1024;

  private final Path jar;
  private final int rounds;
  private final Consumer<String> progress;

  /**
   * A bench.
   *
   * @param jar the command's own jar, to start further JVMs with
   * @param rounds how often each speed is measured, each time in a fresh JVM; the median counts
   * @param progress is told what is being measured
   */
  public Bench(Path jar, int rounds, Consumer<String> progress) {
    this.jar = jar;
    this.rounds = rounds;
    this.progress = progress;
  }

  /** What each workload is to reach: bytes, KiB, and thousands of events per second. */
  private record Target(StandardWorkload workload, int frameBytes, int retainedKib, int kiloHz) {}

  private static final List<Target> TARGETS =
      List.of(
          new Target(StandardWorkload.COUNTER, 20, 3, 1000),
          new Target(StandardWorkload.CRUD_TABLE, 160, 18, 150),
          new Target(StandardWorkload.STREAM_HEAVY_LIST, 400, 5, 270),
          new Target(StandardWorkload.FORM_HEAVY_FLOW, 80, 6, 230));

  /** Measures what does not depend on this machine: payload and memory. */
  public List<Figure> counts() {
    List<Figure> figures = new ArrayList<>();
    progress.accept("payload and memory");
    for (Target target : TARGETS) {
      figures.add(payload(target));
    }
    for (Target target : TARGETS) {
      figures.add(memory(target));
    }
    return figures;
  }

  /**
   * Measures what does depend on it: the speed of workloads, meter and virtual machine. Metered and
   * unmetered JVMs take turns, so that both see the same moods of the machine.
   *
   * @throws IOException if another JVM cannot be started
   */
  public List<Figure> speeds() throws IOException {
    Speeds unmetered = new Speeds();
    Speeds metered = new Speeds();
    for (int round = 1; round <= rounds; round++) {
      progress.accept("speed, round " + round + " of " + rounds);
      unmetered.add(SpeedProbe.fork(jar, false));
      metered.add(SpeedProbe.fork(jar, true));
    }
    List<Figure> figures = new ArrayList<>();
    for (Target target : TARGETS) {
      double speed = unmetered.median(label(target));
      figures.add(
          Figure.atLeast("unmetered, " + label(target), speed / 1e3, "k/s", target.kiloHz()));
    }
    for (Target target : TARGETS) {
      double ratio = unmetered.median(label(target)) / metered.median(label(target));
      figures.add(Figure.atMost("time metered / unmetered, " + label(target), ratio, "x", 3));
    }
    for (Target target : TARGETS) {
      double speed = metered.median(SpeedProbe.TRACED + label(target));
      figures.add(Figure.known("all of tracing, " + label(target), speed / 1e3, "k/s"));
    }
    figures.add(replay(unmetered, SpeedProbe.FEW_SESSIONS, 15));
    figures.add(replay(unmetered, SpeedProbe.MANY_SESSIONS, 4));
    return figures;
  }

  private static Figure replay(Speeds speeds, int sessions, int targetMillions) throws IOException {
    double speed = speeds.median(SpeedProbe.REPLAY + sessions);
    String name = String.format(Locale.ROOT, "replay, %,d sessions", sessions);
    return Figure.atLeast(name, speed / 1e6, "M/s", targetMillions);
  }

  private static Figure payload(Target target) {
    Trace trace = trace(target.workload(), PAYLOAD_SESSIONS);
    double bytes = 0;
    for (SessionTrace session : trace.sessions()) {
      for (int event = 0; event < EVENTS; event++) {
        bytes += session.payloadBytes(event);
      }
    }
    return Figure.atMost(
        "mean frame, " + label(target), bytes / trace.totalEvents(), "B", target.frameBytes());
  }

  private static Figure memory(Target target) {
    Trace trace = trace(target.workload(), MEMORY_SESSIONS);
    double bytes = 0;
    for (SessionTrace session : trace.sessions()) {
      bytes += session.retainedBytes(EVENTS - 1);
    }
    return Figure.atMost(
        "mean retained, " + label(target),
        bytes / MEMORY_SESSIONS / BYTES_PER_KIB,
        "KiB",
        target.retainedKib());
  }

  private static Trace trace(StandardWorkload workload, int sessions) {
    return Tracer.trace(new Scenario(workload, sessions, EVENTS), TraceOptions.defaults());
  }

  private static String label(Target target) {
    return target.workload().label();
  }
}
