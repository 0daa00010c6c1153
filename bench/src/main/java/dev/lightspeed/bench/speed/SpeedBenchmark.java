package dev.lightspeed.bench.speed;

import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/** Measures every figure that the project promises of itself. */
public final class SpeedBenchmark {

  private static final int EVENTS = 200;
  private static final int PAYLOAD_SESSIONS = 10;
  private static final int MEMORY_SESSIONS = 64;
  private static final double BYTES_PER_KIB = 1024;

  private final Path jar;
  private final int rounds;
  private final Consumer<String> progress;

  /**
   * A benchmark.
   *
   * @param jar the command's own jar, to start further JVMs with
   * @param rounds how often each speed is measured, each time in a fresh JVM; the median counts
   * @param progress is told what is being measured
   */
  public SpeedBenchmark(Path jar, int rounds, Consumer<String> progress) {
    this.jar = jar;
    this.rounds = rounds;
    this.progress = progress;
  }

  /** What each workload is to reach: bytes, KiB, and thousands of events per second. */
  private record SpeedTarget(
      StandardWorkload workload, int frameBytes, int retainedKib, int kiloHz) {}

  private static final List<SpeedTarget> TARGETS =
      List.of(
          new SpeedTarget(StandardWorkload.COUNTER, 20, 3, 1000),
          new SpeedTarget(StandardWorkload.CRUD_TABLE, 160, 18, 150),
          new SpeedTarget(StandardWorkload.STREAM_HEAVY_LIST, 400, 5, 270),
          new SpeedTarget(StandardWorkload.FORM_HEAVY_FLOW, 80, 6, 230));

  /** Measures what does not depend on this machine: payload and memory. */
  public List<SpeedFigure> counts() {
    List<SpeedFigure> figures = new ArrayList<>();
    progress.accept("payload and memory");
    for (SpeedTarget target : TARGETS) {
      figures.add(payload(target));
    }
    for (SpeedTarget target : TARGETS) {
      figures.add(memory(target));
    }
    return figures;
  }

  /**
   * Measures what does depend on it: the speed of workloads, meter and virtual machine, and the
   * start of the agent. The JVMs of one workload follow each other, so that they see the same mood
   * of the machine.
   *
   * @throws IOException if another JVM cannot be started
   */
  public List<SpeedFigure> speeds() throws IOException {
    Map<Probe, Speeds> speeds = new EnumMap<>(Probe.class);
    for (int round = 1; round <= rounds; round++) {
      for (Map.Entry<Probe, Map<String, Double>> measured : round(round).entrySet()) {
        speeds.computeIfAbsent(measured.getKey(), key -> new Speeds()).add(measured.getValue());
      }
    }
    progress.accept("the start of the agent");
    double startMs = AgentStart.medianMs(jar);
    List<SpeedFigure> figures = new ArrayList<>(figures(speeds));
    figures.add(SpeedFigure.atMost("agent start over a bare JVM", startMs, "ms", 150));
    return figures;
  }

  private Map<Probe, Map<String, Double>> round(int round) throws IOException {
    String of = ", round " + round + " of " + rounds;
    Map<Probe, Map<String, Double>> measured = new EnumMap<>(Probe.class);
    progress.accept("the speed of replays" + of);
    measured.put(Probe.REPLAY, SpeedProbe.fork(jar, Probe.REPLAY, Optional.empty()));
    for (SpeedTarget target : TARGETS) {
      for (Probe probe : EnumSet.complementOf(EnumSet.of(Probe.REPLAY))) {
        progress.accept(
            "speed, " + label(target) + ", " + probe.name().toLowerCase(Locale.ROOT) + of);
        measured
            .computeIfAbsent(probe, key -> new LinkedHashMap<>())
            .putAll(SpeedProbe.fork(jar, probe, Optional.of(target.workload())));
      }
    }
    return measured;
  }

  /**
   * The figures that these speeds make.
   *
   * @throws IOException if one is missing
   */
  static List<SpeedFigure> figures(Map<Probe, Speeds> speeds) throws IOException {
    Speeds unmetered = of(speeds, Probe.UNMETERED);
    Speeds bare = of(speeds, Probe.BARE);
    Speeds portable = of(speeds, Probe.PORTABLE);
    List<SpeedFigure> figures = new ArrayList<>();
    for (SpeedTarget target : TARGETS) {
      double speed = unmetered.median(label(target));
      figures.add(
          SpeedFigure.atLeast("unmetered, " + label(target), speed / 1e3, "k/s", target.kiloHz()));
    }
    addRatios(figures, "time metered / unmetered, ", "", unmetered, portable, 3);
    for (SpeedTarget target : TARGETS) {
      double speed = portable.median(SpeedProbe.TRACED + label(target));
      figures.add(SpeedFigure.known("all of tracing, " + label(target), speed / 1e3, "k/s"));
    }
    String traced = SpeedProbe.TRACED;
    addRatios(figures, "tracing portable / bare, ", traced, bare, portable, 1.5);
    addRatios(figures, "tracing full / bare, ", traced, bare, of(speeds, Probe.FULL), 3);
    addRatios(
        figures, "tracing attributed / not, ", traced, portable, of(speeds, Probe.ATTRIBUTED), 2);
    figures.add(replay(of(speeds, Probe.REPLAY), SpeedProbe.FEW_SESSIONS, 15));
    figures.add(replay(of(speeds, Probe.REPLAY), SpeedProbe.MANY_SESSIONS, 4));
    return figures;
  }

  /** How much longer {@code slow} takes than {@code fast}, workload by workload. */
  private static void addRatios(
      List<SpeedFigure> figures,
      String name,
      String prefix,
      Speeds fast,
      Speeds slow,
      double target)
      throws IOException {
    for (SpeedTarget each : TARGETS) {
      double ratio = fast.medianRatio(prefix + label(each), slow);
      figures.add(SpeedFigure.atMost(name + label(each), ratio, "x", target));
    }
  }

  private static Speeds of(Map<Probe, Speeds> speeds, Probe probe) {
    return Objects.requireNonNull(speeds.get(probe), probe.name());
  }

  private static SpeedFigure replay(Speeds speeds, int sessions, int targetMillions)
      throws IOException {
    double speed = speeds.median(SpeedProbe.REPLAY + sessions);
    String name = String.format(Locale.ROOT, "replay, %,d sessions", sessions);
    return SpeedFigure.atLeast(name, speed / 1e6, "M/s", targetMillions);
  }

  private static SpeedFigure payload(SpeedTarget target) {
    Trace trace = trace(target.workload(), PAYLOAD_SESSIONS);
    double bytes = 0;
    for (SessionTrace session : trace.sessions()) {
      for (int event = 0; event < EVENTS; event++) {
        bytes += session.payloadBytes(event);
      }
    }
    return SpeedFigure.atMost(
        "mean frame, " + label(target), bytes / trace.totalEvents(), "B", target.frameBytes());
  }

  private static SpeedFigure memory(SpeedTarget target) {
    Trace trace = trace(target.workload(), MEMORY_SESSIONS);
    double bytes = 0;
    for (SessionTrace session : trace.sessions()) {
      bytes += session.retainedBytes(EVENTS - 1);
    }
    return SpeedFigure.atMost(
        "mean retained, " + label(target),
        bytes / MEMORY_SESSIONS / BYTES_PER_KIB,
        "KiB",
        target.retainedKib());
  }

  private static Trace trace(StandardWorkload workload, int sessions) {
    Scenario scenario = new Scenario(workload, sessions, EVENTS);
    return CountingPlan.usual().count(List.of(scenario), RunListener.NONE).traces().traces().get(0);
  }

  private static String label(SpeedTarget target) {
    return target.workload().label();
  }
}
