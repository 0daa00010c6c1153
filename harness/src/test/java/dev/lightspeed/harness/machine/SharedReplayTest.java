package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedReplayTest {

  /** One event, as a list of them knows it. */
  private record Arrival(long ns, int trace, int session, int event) {}

  @Test
  void aTraceAloneHasTheMachineForItself() {
    SplittableRandom random = new SplittableRandom(1);
    Trace trace = trace(random, "alone", 20, 30);
    Replay replay = VirtualMachine.replay(trace, Traces.nanoseconds());

    assertThat(VirtualMachine.replay(List.of(trace), Traces.nanoseconds()))
        .isEqualTo(new SharedReplay(replay.latency(), List.of(replay)));
  }

  @Test
  void aTenantThatNeedsNothingIsNotNoticed() {
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 50; i++) {
      Trace busy = trace(random, "busy", 1 + random.nextInt(40), 1 + random.nextInt(40));
      Trace idle =
          renamed("idle", Traces.of(busy.pace(), 7, 9, (session, event) -> Traces.cost(0, 0)));
      Replay alone = VirtualMachine.replay(busy, Traces.nanoseconds());
      Replay shared =
          VirtualMachine.replay(List.of(idle, busy), Traces.nanoseconds()).each().get(1);

      assertThat(shared.latency()).isEqualTo(alone.latency());
      assertThat(shared.cpuBusyNs()).isEqualTo(alone.cpuBusyNs());
      assertThat(shared.linkBusyNs()).isEqualTo(alone.linkBusyNs());
    }
  }

  /** A list of arrivals, sorted; nothing is shared with the machine but the generator. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void anObviousMachineGivesTheSame(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 25; i++) {
      List<Trace> traces = new ArrayList<>();
      for (String label : List.of("first", "second", "third")) {
        traces.add(trace(random, label, 1 + random.nextInt(30), 1 + random.nextInt(30)));
      }
      Profile profile =
          new Profile("random", 1 + random.nextInt(5_000_000), 1 + random.nextInt(2_000_000), 1);

      assertThat(VirtualMachine.replay(traces, profile)).isEqualTo(obvious(traces, profile));
    }
  }

  @Test
  void whatLastsLongerThanVirtualTimeIsRefused() {
    // One alone could last 241 years.
    Pace pace = new Pace(Pace.Mode.THINK, 1_000_000_000_000_000L);
    Trace trace = Traces.of(pace, 1, 200, (session, event) -> Traces.cost(1, 1));
    List<Trace> traces = List.of(trace, renamed("other", trace));

    assertThatThrownBy(() -> VirtualMachine.replay(traces, Traces.nanoseconds()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the replay could last longer than 2^63 virtual ns");
  }

  private static Trace trace(SplittableRandom random, String label, int sessions, int events) {
    Pace.Mode mode = random.nextBoolean() ? Pace.Mode.THINK : Pace.Mode.BROADCAST;
    // Up to hours, which latencies are then counted in coarse bins.
    Pace pace = new Pace(mode, 1 + random.nextLong(1L << random.nextInt(1, 44)));
    long maxCpu = 1L << random.nextInt(40);
    return renamed(
        label,
        Traces.of(
            pace,
            sessions,
            events,
            (session, event) -> Traces.cost(random.nextLong(maxCpu), random.nextInt(1 << 20))));
  }

  private static Trace renamed(String label, Trace trace) {
    return new Trace(
        label, trace.pace(), trace.sessionCount(), trace.eventsPerSession(), trace.sessions());
  }

  private static SharedReplay obvious(List<Trace> traces, Profile profile) {
    PriorityQueue<Arrival> arrivals =
        new PriorityQueue<>(
            Comparator.comparingLong(Arrival::ns)
                .thenComparingInt(Arrival::trace)
                .thenComparingInt(Arrival::session)
                .thenComparingInt(Arrival::event));
    for (int i = 0; i < traces.size(); i++) {
      for (int session = 0; session < traces.get(i).sessionCount(); session++) {
        arrivals.add(arrival(traces, i, session, 0, 0));
      }
    }
    List<List<Long>> latencies = new ArrayList<>();
    traces.forEach(trace -> latencies.add(new ArrayList<>()));
    List<Long> all = new ArrayList<>();
    long cpuEnd = 0;
    long linkEnd = 0;
    long cpuBusy = 0;
    long linkBusy = 0;
    while (!arrivals.isEmpty()) {
      Arrival now = arrivals.remove();
      SessionTrace costs = traces.get(now.trace()).sessions().get(now.session());
      long cpu = ServiceTimes.serviceNs(costs.cpuUnits(now.event()), profile.cpuUnits());
      long link = ServiceTimes.serviceNs(costs.payloadBytes(now.event()), profile.ioUnits());
      cpuBusy += cpu;
      linkBusy += link;
      cpuEnd = Math.max(cpuEnd, now.ns()) + cpu;
      linkEnd = Math.max(cpuEnd, linkEnd) + link;
      latencies.get(now.trace()).add(linkEnd - now.ns());
      all.add(linkEnd - now.ns());
      if (now.event() + 1 < traces.get(now.trace()).eventsPerSession()) {
        arrivals.add(arrival(traces, now.trace(), now.session(), now.event() + 1, linkEnd));
      }
    }
    List<Replay> each = new ArrayList<>();
    for (List<Long> own : latencies) {
      each.add(new Replay(percentiles(own), cpuBusy, linkBusy, linkEnd));
    }
    return new SharedReplay(percentiles(all), each);
  }

  private static Arrival arrival(
      List<Trace> traces, int trace, int session, int event, long servedNs) {
    Pace pace = traces.get(trace).pace();
    if (pace.mode() == Pace.Mode.BROADCAST) {
      return new Arrival((event + 1) * pace.meanNs(), trace, session, event);
    }
    SplitMix64 random = SplitMix64.forSession(traces.get(trace).workload() + "/pace", session);
    long k = 0;
    for (int i = 0; i <= event; i++) {
      k = random.next() >>> 11;
    }
    double x = (2 * k + 1) / 18_014_398_509_481_984.0;
    long thinkNs = (long) Math.floor(-pace.meanNs() * StrictMath.log(x));
    return new Arrival(servedNs + thinkNs, trace, session, event);
  }

  private static LatencyMs percentiles(List<Long> latencies) {
    List<Long> ms = latencies.stream().map(ns -> (ns + 999_999) / 1_000_000).sorted().toList();
    return new LatencyMs(rank(ms, 50), rank(ms, 95), rank(ms, 99), rank(ms, 100));
  }

  private static long rank(List<Long> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
