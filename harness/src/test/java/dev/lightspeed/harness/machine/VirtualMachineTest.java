package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.SplitMix64;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualMachineTest {

  private static final int MS = 1_000_000;

  private static final Pace BROADCAST = Pace.broadcast(Duration.ofMillis(10));
  private static final Pace THINK = Pace.thinking(Duration.ofSeconds(1));

  @Test
  void aFrameLeavesWhenCpuAndLinkHaveServedWhoCameBefore() {
    // CPU 1 ms each, so done at 11, 12, 13 ms; link 2 ms each, so done at 13, 15, 17 ms.
    Trace trace = Traces.of(BROADCAST, 3, 1, (session, event) -> Traces.cost(MS, 2 * MS));

    Replay replay = VirtualMachine.replay(trace, Traces.nanoseconds());

    assertThat(latencies(trace)).containsExactly(3L * MS, 5L * MS, 7L * MS);
    assertThat(replay).isEqualTo(new Replay(new LatencyMs(5, 7, 7, 7), 3 * MS, 6 * MS, 17 * MS));
  }

  @Test
  void aTickIsSentWhetherOrNotTheLastFrameHasLeft() {
    // 12 ms of work every 10 ms: each tick is 2 ms later than the one before.
    Trace trace = Traces.of(BROADCAST, 1, 3, (session, event) -> Traces.cost(12 * MS, 0));

    assertThat(latencies(trace)).containsExactly(12L * MS, 14L * MS, 16L * MS);
  }

  @Test
  void serviceTimesAreRoundedUpToNanoseconds() {
    Trace trace = Traces.of(BROADCAST, 1, 1, (session, event) -> Traces.cost(1, 1));

    Replay replay = VirtualMachine.replay(trace, new Profile("thirds", 3, 7, 1));

    assertThat(replay.cpuBusyNs()).isEqualTo(333_334);
    assertThat(replay.linkBusyNs()).isEqualTo(142_858);
    assertThat(replay.latency()).isEqualTo(new LatencyMs(1, 1, 1, 1));
  }

  @Test
  void latenciesAreRoundedUpToMilliseconds() {
    assertThat(replayOfOne(0).latency().max()).isZero();
    assertThat(replayOfOne(1).latency().max()).isEqualTo(1);
    assertThat(replayOfOne(MS).latency().max()).isEqualTo(1);
    assertThat(replayOfOne(MS + 1).latency().max()).isEqualTo(2);
  }

  @Test
  void percentilesAreByNearestRank() {
    // Every event alone on the machine: latencies of 1 to 200 ms.
    Trace trace =
        Traces.of(
            Pace.broadcast(Duration.ofSeconds(1)),
            1,
            200,
            (session, event) -> Traces.cost((event + 1L) * MS, 0));

    assertThat(VirtualMachine.replay(trace, Traces.nanoseconds()).latency())
        .isEqualTo(new LatencyMs(100, 190, 198, 200));
    assertThat(VirtualMachine.nearestRank(95, 1)).isEqualTo(1);
    assertThat(VirtualMachine.nearestRank(95, 20)).isEqualTo(19);
    assertThat(VirtualMachine.nearestRank(95, 21)).isEqualTo(20);
    assertThat(VirtualMachine.nearestRank(99, Long.MAX_VALUE)).isEqualTo(9131138316486228049L);
  }

  @Test
  void percentilesAreExactHoweverLongTheLatencies() {
    // Latencies of 1, 2, … times about three days, far beyond the bins of a millisecond.
    long step = 259_200_000L * MS + 1;
    Trace trace = Traces.of(BROADCAST, 1, 100, (session, event) -> Traces.cost(step, 0));

    LatencyMs latency = VirtualMachine.replay(trace, Traces.nanoseconds()).latency();

    // Event e, from 1, ends after e steps from 10 ms on; it was sent at e x 10 ms.
    assertThat(latency)
        .isEqualTo(
            new LatencyMs(
                50 * 259_200_000L + 1 - 490,
                95 * 259_200_000L + 1 - 940,
                99 * 259_200_000L + 1 - 980,
                100 * 259_200_000L + 1 - 990));
  }

  /** Where counts grow, and where they end being exact. */
  @ParameterizedTest
  @ValueSource(ints = {12, 13, 16, 19, 20, 21, 30})
  void percentilesAreExactAtEveryPowerOfTwo(int power) {
    for (long ms = (1L << power) - 1; ms <= (1L << power) + 1; ms++) {
      assertThat(replayOfOne(ms * MS).latency()).isEqualTo(new LatencyMs(ms, ms, ms, ms));
    }
  }

  @Test
  void usersThinkForThePinnedTimes() {
    // Alone and served in no time, a user's event e arrives at the sum of its think times.
    Trace trace = Traces.of(THINK, 1, 3, (session, event) -> Traces.cost(0, 0));
    SplitMix64 random = SplitMix64.forSession("made_by_hand/pace", 0);
    long endNs = 0;
    for (int i = 0; i < 3; i++) {
      long k = random.next() >>> 11;
      endNs += (long) Math.floor(-1e9 * StrictMath.log((2 * k + 1) / Math.pow(2, 54)));
    }

    assertThat(VirtualMachine.replay(trace, Traces.nanoseconds()).endNs()).isEqualTo(endNs);
  }

  @Test
  void sessionsFrom1024OnShareTracesButThinkForThemselves() {
    Trace trace =
        Traces.of(THINK, 2_048, 1, (session, event) -> Traces.cost(session == 7 ? MS : 0, 0));

    assertThat(VirtualMachine.replay(trace, Traces.nanoseconds()).cpuBusyNs()).isEqualTo(2L * MS);
    ThinkTimes thinkTimes = new ThinkTimes("made_by_hand", THINK);
    assertThat(thinkTimes.beforeEvent(7, 0)).isNotEqualTo(thinkTimes.beforeEvent(1_031, 0));
  }

  @Test
  void refusesTimesThatVirtualTimeCannotHold() {
    Profile slow = new Profile("slow", 1, 1, 1);
    String refusal =
        "made_by_hand: 2000 sessions x 3 events: on profile 'slow' the replay could last longer"
            + " than 2^63 virtual ns (292 years): replay fewer events, a faster pace or a faster"
            + " profile";
    for (long cpuUnits : new long[] {Long.MAX_VALUE, 1L << 62, 1L << 45, 1L << 32}) {
      Trace trace = Traces.of(THINK, 2_000, 3, (session, event) -> Traces.cost(cpuUnits, 1));
      assertThatThrownBy(() -> VirtualMachine.replay(trace, slow))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(refusal);
    }
  }

  @Test
  void refusesTimesThatOnlyRoundingUpWouldOverflow() {
    Trace most =
        Traces.of(BROADCAST, 1, 1, (session, event) -> Traces.cost(restOfTime(1_000_000), 0));
    Trace more =
        Traces.of(BROADCAST, 1, 1, (session, event) -> Traces.cost(restOfTime(999_999), 0));

    assertThat(VirtualMachine.replay(most, Traces.nanoseconds()).endNs())
        .isEqualTo(Long.MAX_VALUE - 1_000_000);
    assertThatThrownBy(() -> VirtualMachine.replay(more, Traces.nanoseconds()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("longer than 2^63 virtual ns");
  }

  /** The longest service from the first tick on that leaves {@code leftNs} of virtual time. */
  private static long restOfTime(long leftNs) {
    return Long.MAX_VALUE - BROADCAST.meanNs() - leftNs;
  }

  @Test
  void refusesPacesThatVirtualTimeCannotHold() {
    for (Pace.Mode mode : Pace.Mode.values()) {
      Pace slow = new Pace(mode, 1_000_000_000_000_000L);
      Trace trace = Traces.of(slow, 1, 10_000, (session, event) -> Traces.cost(0, 0));
      assertThatThrownBy(() -> VirtualMachine.replay(trace, Traces.nanoseconds()))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(
              "made_by_hand: 1 sessions x 10000 events: on profile 'nanoseconds' the replay could"
                  + " last longer than 2^63 virtual ns (292 years): replay fewer events, a faster"
                  + " pace or a faster profile");
    }
  }

  @Test
  void servesTheLargestCostExactly() {
    assertThat(ServiceTimes.serviceNs(Long.MAX_VALUE, 1_000_000)).isEqualTo(Long.MAX_VALUE);
    assertThat(ServiceTimes.serviceNs(Long.MAX_VALUE, Long.MAX_VALUE)).isEqualTo(1_000_000);
    assertThat(ServiceTimes.serviceNs(Long.MAX_VALUE - 1, Long.MAX_VALUE)).isEqualTo(1_000_000);
    assertThat(ServiceTimes.serviceNs(Long.MAX_VALUE / 1_000_000, 1))
        .isEqualTo(9_223_372_036_854_000_000L);
    assertThatThrownBy(() -> ServiceTimes.serviceNs(Long.MAX_VALUE / 1_000_000 + 1, 1))
        .isInstanceOf(ArithmeticException.class);
  }

  @Test
  void refusesWhatDoesNotFitTheHeapBeforeItStarts() {
    Trace trace =
        new Trace(
            "checkout",
            THINK,
            1_000_000_000,
            1,
            Traces.of(THINK, 1_024, 1, (session, event) -> Traces.cost(1, 1)).sessions());

    assertThatThrownBy(() -> ReplayLimits.requireHeap(trace, 512L << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "checkout: 1000000000 sessions x 1 events: the replay needs 38164 MiB of heap, the JVM"
                + " has 512 MiB: give it more with -Xmx, or replay fewer sessions or events");
  }

  @Test
  void refusesMoreSessionsThanItCanIndex() {
    Trace trace =
        new Trace(
            "checkout",
            THINK,
            Integer.MAX_VALUE,
            1,
            Traces.of(THINK, 1_024, 1, (session, event) -> Traces.cost(1, 1)).sessions());

    assertThatThrownBy(() -> VirtualMachine.replay(trace, Traces.nanoseconds()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "checkout: 2147483647 sessions x 1 events: sessions that think: 2147483647 is out of"
                + " range, at most 1000000000");
  }

  @Test
  void aMillionSessionsOfAHundredEventsNeedLessThan64MiB() {
    Cost cost = Traces.cost(1, 1);
    Trace trace = Traces.of(THINK, 1_000_000, 100, (session, event) -> cost);

    assertThat(ReplayLimits.neededBytes(trace)).isLessThan(64L << 20);
  }

  @Test
  void theSameTraceGivesTheSameReplay() {
    Trace trace =
        Traces.of(
            Pace.thinking(Duration.ofMillis(50)),
            5_000,
            20,
            (session, event) -> Traces.cost(session * 31L % 97 + event, event % 7));

    assertThat(VirtualMachine.replay(trace, Traces.nanoseconds()))
        .isEqualTo(VirtualMachine.replay(trace, Traces.nanoseconds()));
  }

  private static Replay replayOfOne(long cpuNs) {
    return VirtualMachine.replay(
        Traces.of(BROADCAST, 1, 1, (session, event) -> Traces.cost(cpuNs, 0)),
        Traces.nanoseconds());
  }

  private static List<Long> latencies(Trace trace) {
    List<Long> latencies = new ArrayList<>();
    VirtualMachine.run(
        trace, Traces.nanoseconds(), (session, event, latencyNs) -> latencies.add(latencyNs));
    return latencies;
  }
}
