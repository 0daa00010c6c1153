package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplayTimelineTest {

  private static final long MS = 1_000_000;

  /** Ticks at 100 ms and 200 ms for three sessions, of 10 ms CPU and 5 ms link an event. */
  private static final Trace TICKS =
      Traces.of(
          Pace.broadcast(Duration.ofMillis(100)),
          3,
          2,
          (session, event) -> Traces.cost(10 * MS, (int) (5 * MS)));

  @Test
  void everyEventIsInItsBin() {
    LatencyHistogram latency = timeline(TICKS).latency();

    // Frames have left after 15, 25 and 35 ms.
    assertThat(latency.binMs()).isEqualTo(1);
    assertThat(latency.counts()).hasSize(35);
    assertThat(latency.counts().get(14)).isEqualTo(2);
    assertThat(latency.counts().get(24)).isEqualTo(2);
    assertThat(latency.counts().get(34)).isEqualTo(2);
    assertThat(latency.events()).isEqualTo(6);
  }

  @ParameterizedTest
  @CsvSource({"59, 1", "60, 1", "61, 2", "120, 2", "121, 5", "301, 10", "60001, 2000"})
  void aBinIsAsWideAsSixtyOfThemNeed(long latencyMs, long binMs) {
    Trace slow =
        Traces.of(
            Pace.broadcast(Duration.ofHours(1)),
            1,
            1,
            (session, event) -> Traces.cost(latencyMs * MS, 0));
    LatencyHistogram latency = timeline(slow).latency();

    assertThat(latency.binMs()).isEqualTo(binMs);
    assertThat(latency.counts()).hasSizeLessThanOrEqualTo(60).endsWith(1L);
  }

  @Test
  void slotsAreBusyAsLongAsEventsAreServed() {
    ReplayTimeline timeline = timeline(TICKS);

    // 235 ms in slots of 1/120: the CPU is busy from 100 to 130 and from 200 to 230.
    long slotNs = 1_958_334;
    assertThat(timeline.cpu().slotNs()).isEqualTo(slotNs);
    assertThat(timeline.link().slotNs()).isEqualTo(slotNs);
    assertThat(timeline.cpu().permille()).hasSize(120);
    assertThat(timeline.cpu().permille().get(50)).isZero();
    assertThat(timeline.cpu().permille().get(52)).isEqualTo(1000);
    assertThat(timeline.cpu().permille().get(65)).isEqualTo(1000);
    assertThat(timeline.cpu().permille().get(67)).isZero();
    assertThat(busyNs(timeline.cpu(), 235 * MS)).isBetween(60 * MS, 60 * MS + 120 * slotNs / 1000);
    assertThat(busyNs(timeline.link(), 235 * MS)).isBetween(30 * MS, 30 * MS + 120 * slotNs / 1000);
  }

  @Test
  void whatThinksHasATimelineToo() {
    Trace thinking =
        Traces.of(
            Pace.thinking(Duration.ofMillis(20)),
            50,
            40,
            (session, event) -> Traces.cost(MS / 2 + event, 1_000 * session));
    Replay replay = VirtualMachine.replay(thinking, Traces.nanoseconds());
    ReplayTimeline timeline = VirtualMachine.timeline(thinking, Traces.nanoseconds(), replay);

    assertThat(timeline.latency().events()).isEqualTo(2_000);
    assertThat(busyNs(timeline.cpu(), replay.endNs()))
        .isBetween(replay.cpuBusyNs(), replay.cpuBusyNs() + replay.endNs() / 1000);
    assertThat(busyNs(timeline.link(), replay.endNs()))
        .isBetween(replay.linkBusyNs(), replay.linkBusyNs() + replay.endNs() / 1000);
  }

  @Test
  void whatCostsNothingTakesNoTime() {
    Trace free =
        Traces.of(Pace.broadcast(Duration.ofNanos(1)), 1, 1, (session, event) -> Traces.cost(0, 0));
    ReplayTimeline timeline = timeline(free);

    assertThat(timeline.latency()).isEqualTo(new LatencyHistogram(1, List.of(1L)));
    assertThat(timeline.cpu()).isEqualTo(new BusyTimeline(1, List.of(0)));
  }

  @Test
  void noSlotIsBusierThanBusy() {
    assertThatThrownBy(() -> new BusyTimeline(1, List.of(1001)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("busy: slots of 1 ns, [1001] are out of range");
    assertThatThrownBy(() -> new BusyTimeline(0, List.of(1)))
        .hasMessageStartingWith("busy: slots of 0 ns");
    assertThatThrownBy(() -> new BusyTimeline(1, Collections.emptyList()))
        .hasMessageContaining("[] are out of range");
  }

  @Test
  void aHistogramEndsWithItsLastEvent() {
    assertThatThrownBy(() -> new LatencyHistogram(1, List.of(1L, 0L)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("histogram: its last bin is empty");
    assertThatThrownBy(() -> new LatencyHistogram(0, List.of(1L)))
        .hasMessage("histogram: 0 ms, [1] is out of range");
    assertThatThrownBy(() -> new LatencyHistogram(1, List.of(-1L, 1L)))
        .hasMessage("histogram: 1 ms, [-1, 1] is out of range");
  }

  private static ReplayTimeline timeline(Trace trace) {
    Replay replay = VirtualMachine.replay(trace, Traces.nanoseconds());
    return VirtualMachine.timeline(trace, Traces.nanoseconds(), replay);
  }

  /** How long the station was busy, too long by no more than a thousandth of each slot. */
  private static long busyNs(BusyTimeline timeline, long endNs) {
    long busyNs = 0;
    for (int slot = 0; slot < timeline.permille().size(); slot++) {
      long length = Math.min(timeline.slotNs(), endNs - slot * timeline.slotNs());
      busyNs += length * timeline.permille().get(slot) / 1000;
    }
    return busyNs + timeline.permille().size();
  }
}
