package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The machine agrees with closed-form results of queueing theory within 1 % on a million events
 * (Lazowska and others, "Quantitative System Performance", 1984; Kleinrock, "Queueing Systems",
 * volume 1, 1975).
 */
class QueueingTheoryTest {

  private static final long MS = 1_000_000;

  /**
   * Machine repair, M/M/1//N: {@code users} who think for an exponential time, one server with
   * exponential service. The chance of {@code n} waiting or served is proportional to N! / (N - n)!
   * × (S / Z)^n.
   */
  @ParameterizedTest(name = "{0} users, think {1} ms, serve 1 ms")
  @CsvSource({"30, 40, 36000", "10, 20, 110000", "100, 80, 11000"})
  void machineRepair(int users, int thinkMs, int events) {
    double serviceNs = MS;
    double thinkNs = thinkMs * (double) MS;
    double idle = machineRepairIdle(users, serviceNs / thinkNs);
    double throughputPerNs = (1 - idle) / serviceNs;
    double responseNs = users / throughputPerNs - thinkNs;

    SplittableRandom random = new SplittableRandom(users);
    Trace trace =
        Traces.of(
            Pace.thinking(Duration.ofMillis(thinkMs)),
            users,
            events,
            (session, event) -> Traces.cost(exponential(random, serviceNs), 0));
    // Up to here every user is still at it: without the end, where one after another stops.
    Steady steady = new Steady(trace, (long) (0.95 * users * events / throughputPerNs));
    VirtualMachine.run(trace, Traces.nanoseconds(), steady);

    assertThat(steady.count).isGreaterThan(1_000_000);
    assertThat(steady.throughputPerNs()).isCloseTo(throughputPerNs, withinPercentage(1));
    assertThat(steady.meanLatencyNs()).isCloseTo(responseNs, withinPercentage(1));
  }

  /** The utilisation law: the CPU is busy for 1 - P(idle) of the time. */
  @Test
  void utilisation() {
    double thinkNs = 8.0 * MS;
    SplittableRandom random = new SplittableRandom(5);
    Trace trace =
        Traces.of(
            Pace.thinking(Duration.ofMillis(8)),
            5,
            200_000,
            (session, event) -> Traces.cost(exponential(random, MS), 0));

    Replay replay = VirtualMachine.replay(trace, Traces.nanoseconds());

    assertThat((double) replay.cpuBusyNs() / replay.endNs())
        .isCloseTo(1 - machineRepairIdle(5, MS / thinkNs), withinPercentage(1));
    assertThat(replay.linkBusyNs()).isZero();
  }

  /**
   * M/D/1: many users who each send very little are a Poisson stream, because whoever waits is too
   * small a part of them to be missed. The mean wait is rho × S / (2 × (1 - rho)).
   */
  @ParameterizedTest
  @CsvSource({"0.3", "0.6", "0.7"})
  void poissonArrivalsWithFixedService(double load) {
    int users = 100_000;
    long serviceNs = (long) (load * 1_000 * MS / users);
    double waitNs = load * serviceNs / (2 * (1 - load));
    Trace trace =
        Traces.of(
            Pace.thinking(Duration.ofSeconds(1)),
            users,
            30,
            (session, event) -> Traces.cost(serviceNs, 0));
    // After 15 s, one user in 2,000 has sent all 30 events.
    Steady steady = new Steady(trace, 15_000 * MS);
    VirtualMachine.run(trace, Traces.nanoseconds(), steady);

    assertThat(steady.count).isGreaterThan(1_000_000);
    assertThat(steady.meanLatencyNs() - serviceNs).isCloseTo(waitNs, withinPercentage(1));
  }

  /** The bottleneck law: under saturation, throughput is one event per longest mean service. */
  @ParameterizedTest
  @EnumSource(Pace.Mode.class)
  void bottleneck(Pace.Mode mode) {
    for (int[] cpuAndLink : new int[][] {{2_000, 1_000}, {1_000, 2_000}, {2_000, 0}}) {
      SplittableRandom random = new SplittableRandom(7);
      Trace trace =
          Traces.of(
              new Pace(mode, 100_000),
              100,
              10_000,
              (session, event) ->
                  Traces.cost(
                      random.nextInt(2 * cpuAndLink[0] + 1),
                      random.nextInt(2 * cpuAndLink[1] + 1)));

      Replay replay = VirtualMachine.replay(trace, Traces.nanoseconds());

      assertThat((double) trace.totalEvents() / replay.endNs())
          .isCloseTo(1.0 / Math.max(cpuAndLink[0], cpuAndLink[1]), withinPercentage(1));
    }
  }

  private static double machineRepairIdle(int users, double serviceOverThink) {
    double term = 1;
    double sum = 1;
    for (int waiting = 1; waiting <= users; waiting++) {
      term *= (users - waiting + 1) * serviceOverThink;
      sum += term;
    }
    return 1 / sum;
  }

  private static long exponential(SplittableRandom random, double meanNs) {
    return Math.round(-meanNs * StrictMath.log(1 - random.nextDouble()));
  }

  /** Counts what ends before a time at which every session still sends. */
  private static final class Steady implements LatencySink {

    private final ThinkTimes thinkTimes;
    private final long[] sessionNs;
    private final long untilNs;
    private long count;
    private long latencyNs;

    Steady(Trace trace, long untilNs) {
      this.thinkTimes = new ThinkTimes(trace.workload(), trace.pace());
      this.sessionNs = new long[trace.sessionCount()];
      this.untilNs = untilNs;
    }

    @Override
    public void accept(int session, int event, long latencyNs) {
      sessionNs[session] += thinkTimes.beforeEvent(session, event) + latencyNs;
      if (sessionNs[session] <= untilNs) {
        count++;
        this.latencyNs += latencyNs;
      }
    }

    double throughputPerNs() {
      return (double) count / untilNs;
    }

    double meanLatencyNs() {
      return (double) latencyNs / count;
    }
  }
}
