package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MachineValuesTest {

  private static final LatencyMs LATENCY = new LatencyMs(1, 2, 3, 4);

  @Test
  void latenciesAscend() {
    assertThatThrownBy(() -> new LatencyMs(1, 2, 3, 2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "latency: p50 1, p95 2, p99 3, max 2 are out of range, at least 0 and in ascending"
                + " order");
    assertThatThrownBy(() -> new LatencyMs(-1, 2, 3, 4))
        .hasMessageStartingWith("latency: p50 -1, ");
    assertThatThrownBy(() -> new LatencyMs(3, 2, 3, 4))
        .hasMessageStartingWith("latency: p50 3, p95 2, ");
    assertThatThrownBy(() -> new LatencyMs(1, 4, 3, 4))
        .hasMessageStartingWith("latency: p50 1, p95 4, p99 3, ");
  }

  @Test
  void noStationIsBusyAfterTheEnd() {
    assertThatThrownBy(() -> new Replay(LATENCY, 11, 0, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replay.cpuBusyNs: 11 is out of range, 0 to endNs 10");
    assertThatThrownBy(() -> new Replay(LATENCY, 0, -1, 10))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("replay.linkBusyNs: -1 is out of range, 0 to endNs 10");
  }
}
