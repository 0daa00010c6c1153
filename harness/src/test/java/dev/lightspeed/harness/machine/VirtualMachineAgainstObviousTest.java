package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.machine.ObviousMachine.Served;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The fast machine gives exactly what a slow, obvious one gives: every latency, and the figures.
 */
class VirtualMachineAgainstObviousTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 16, 17, 64, 100, 1_000})
  void aFewToAThousandSessions(int sessions) {
    SplittableRandom random = new SplittableRandom(sessions);
    for (int i = 0; i < 60; i++) {
      compare(random, sessions, 1 + random.nextInt(2_000 / sessions + 3));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1_023, 1_024, 1_025, 2_000})
  void sessionsAroundAndBeyondTheDistinctOnes(int sessions) {
    SplittableRandom random = new SplittableRandom(sessions);
    for (int i = 0; i < 15; i++) {
      compare(random, sessions, 1 + random.nextInt(4));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 3})
  void crowdsAtTheSameInstants(long meanNs) {
    for (int maxCost : new int[] {1, 2, 5}) {
      SplittableRandom random = new SplittableRandom(maxCost);
      for (Pace.Mode mode : Pace.Mode.values()) {
        compareExactly(
            Traces.of(
                new Pace(mode, meanNs),
                200,
                100,
                (session, event) -> Traces.cost(random.nextInt(maxCost), random.nextInt(maxCost))),
            Traces.nanoseconds());
      }
    }
  }

  @Test
  void oneSlowEventInAMillion() {
    Trace trace =
        Traces.of(
            new Pace(Pace.Mode.THINK, 1_000_000),
            20,
            200,
            (session, event) -> Traces.cost(session == 3 && event == 17 ? 1L << 50 : 1_000, 100));

    compareExactly(trace, Traces.nanoseconds());
  }

  private static void compare(SplittableRandom random, int sessions, int events) {
    Pace.Mode mode = random.nextBoolean() ? Pace.Mode.THINK : Pace.Mode.BROADCAST;
    Pace pace = new Pace(mode, 1 + random.nextLong(1L << random.nextInt(1, 48)));
    long maxCpu = 1L << random.nextInt(40);
    int maxBytes = 1 << random.nextInt(25);
    int zeros = random.nextInt(101);
    Profile profile =
        new Profile("random", 1 + random.nextInt(5_000_000), 1 + random.nextInt(2_000_000), 1);
    Trace trace =
        Traces.of(
            pace,
            sessions,
            events,
            (session, event) ->
                Traces.cost(
                    random.nextInt(100) < zeros ? 0 : random.nextLong(maxCpu),
                    random.nextInt(100) < zeros ? 0 : random.nextInt(maxBytes)));
    compareExactly(trace, profile);
  }

  private static void compareExactly(Trace trace, Profile profile) {
    ObviousMachine obvious = new ObviousMachine(trace, profile);
    Replay expected = obvious.replay();

    List<Served> served = new ArrayList<>();
    VirtualMachine.run(
        trace,
        profile,
        (session, event, latencyNs) -> served.add(new Served(session, event, latencyNs)));

    assertThat(served).isEqualTo(obvious.served);
    assertThat(VirtualMachine.replay(trace, profile)).isEqualTo(expected);
  }
}
