package dev.lightspeed.bench.speed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SpeedBenchmarkTest {

  @Test
  void ratiosAreOfTheSameSpeedInTwoKindsOfJvm() throws IOException {
    Map<Probe, Speeds> speeds = new EnumMap<>(Probe.class);
    speeds.put(Probe.REPLAY, speeds(0, 0));
    speeds.put(Probe.UNMETERED, speeds(3_000_000, 0));
    speeds.put(Probe.BARE, speeds(0, 600));
    speeds.put(Probe.PORTABLE, speeds(1_000_000, 480));
    speeds.put(Probe.FULL, speeds(0, 150));
    speeds.put(Probe.ATTRIBUTED, speeds(0, 240));

    assertThat(SpeedBenchmark.figures(speeds))
        .contains(
            SpeedFigure.atLeast("unmetered, counter", 3_000, "k/s", 1_000),
            SpeedFigure.atMost("time metered / unmetered, counter", 3, "x", 3),
            SpeedFigure.atMost("tracing portable / bare, crud_table", 1.25, "x", 1.5),
            SpeedFigure.atMost("tracing full / bare, crud_table", 4, "x", 3),
            SpeedFigure.atMost("tracing attributed / not, form_heavy_flow", 2, "x", 2));
  }

  @Test
  void aRatioIsOfOneRoundSinceTheNextMayBeAnotherMachine() throws IOException {
    Speeds fast = new Speeds();
    Speeds slow = new Speeds();
    for (double mood : new double[] {1, 4, 2}) {
      fast.add(Map.of("x", 300 * mood));
      slow.add(Map.of("x", mood == 4 ? 50 * mood : 100 * mood));
    }

    assertThat(fast.medianRatio("x", slow)).isEqualTo(3);
    assertThat(fast.median("x")).isEqualTo(600);
  }

  @Test
  void aSpeedThatIsMissingIsNamed() {
    Map<Probe, Speeds> speeds = new EnumMap<>(Probe.class);
    for (Probe probe : Probe.values()) {
      Speeds none = new Speeds();
      none.add(Map.of());
      speeds.put(probe, none);
    }

    assertThatThrownBy(() -> SpeedBenchmark.figures(speeds))
        .isInstanceOf(IOException.class)
        .hasMessage("a measuring JVM ended before counter: see its message above");
  }

  @Test
  void eachWayOfCountingHasItsFlags() {
    Path jar = Path.of("lightspeed.jar");

    assertThat(Probe.UNMETERED.flags(jar)).isEqualTo(List.of("-XX:+UseSerialGC"));
    assertThat(Probe.BARE.flags(jar))
        .isEqualTo(List.of("-javaagent:lightspeed.jar=instrument=none", "-XX:+UseSerialGC"));
    assertThat(Probe.FULL.flags(jar))
        .isEqualTo(List.of("-javaagent:lightspeed.jar", "-XX:+UseSerialGC"));
  }

  private static Speeds speeds(double events, double traced) {
    Map<String, Double> round = new TreeMap<>();
    for (StandardWorkload workload : StandardWorkload.values()) {
      round.put(workload.label(), events);
      round.put(SpeedProbe.TRACED + workload.label(), traced);
    }
    round.put(SpeedProbe.REPLAY + SpeedProbe.FEW_SESSIONS, 1.0);
    round.put(SpeedProbe.REPLAY + SpeedProbe.MANY_SESSIONS, 1.0);
    Speeds speeds = new Speeds();
    speeds.add(round);
    return speeds;
  }
}
