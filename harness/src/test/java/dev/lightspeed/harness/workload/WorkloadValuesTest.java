package dev.lightspeed.harness.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a run is made of refuses what is out of range, by the name of the component. */
class WorkloadValuesTest {

  private static final Cost COST = new Cost(1, 2, 3, 0, 4);
  private static final SessionTrace SESSION = SessionTrace.of(COST, List.of(COST));
  private static final Pace PACE = Pace.thinking(Duration.ofSeconds(1));

  @Test
  void aScenarioHasAtLeastOneSessionAndOneEvent() {
    for (int count : new int[] {0, -1, Integer.MIN_VALUE}) {
      refused(
          () -> new Scenario(StandardWorkload.COUNTER, count, 1),
          "sessionCount: " + count + " is out of range, 1 to 2147483647");
      refused(
          () -> new Scenario(StandardWorkload.COUNTER, 1, count),
          "eventsPerSession: " + count + " is out of range, 1 to 2147483647");
    }
  }

  @Test
  void theEventsOfAScenarioDoNotOverflow() {
    Scenario largest = new Scenario(StandardWorkload.COUNTER, Integer.MAX_VALUE, Integer.MAX_VALUE);

    assertThat(largest.totalEvents()).isEqualTo(4_611_686_014_132_420_609L);
    assertThat(largest.distinctSessions()).isEqualTo(1_024);
  }

  @Test
  void aTraceHasTheSameCountsAsItsScenario() {
    refused(
        () -> new Trace("counter", PACE, 0, 1, List.of()),
        "sessionCount: 0 is out of range, 1 to 2147483647");
    refused(
        () -> new Trace("counter", PACE, 1, 0, List.of(SESSION)),
        "eventsPerSession: 0 is out of range, 1 to 2147483647");
  }

  @Test
  void aProfileDoesSomethingInEveryMillisecond() {
    refused(() -> new Profile("p", 0, 1, 1), "profile.cpuUnits: 0 is out of range, at least 1");
    refused(() -> new Profile("p", 1, -1, 1), "profile.ioUnits: -1 is out of range, at least 1");
    refused(
        () -> new Profile("p", 1, 1, Long.MIN_VALUE),
        "profile.memoryUnits: -9223372036854775808 is out of range, at least 1");
  }

  @Test
  void aCostIsNotNegative() {
    refused(() -> new Cost(-1, 0, 0, 0, 0), "cpuUnits: -1 is out of range, at least 0");
    refused(() -> new Cost(0, -1, 0, 0, 0), "payloadBytes: -1 is out of range, at least 0");
    refused(() -> new Cost(0, 0, -1, 0, 0), "patchOps: -1 is out of range, at least 0");
    refused(() -> new Cost(0, 0, 0, -1, 0), "allocatedBytes: -1 is out of range, at least 0");
    refused(() -> new Cost(0, 0, 0, 0, -1), "retainedBytes: -1 is out of range, at least 0");
    refused(() -> Frame.of(new byte[0], -1), "patchOps: -1 is out of range, at least 0");
  }

  @Test
  void aPaceTakesSomeTime() {
    refused(
        () -> Pace.thinking(Duration.ZERO),
        "pace.meanNs: 0 is out of range, 1 to 1000000000000000");
    refused(
        () -> Pace.broadcast(Duration.ofSeconds(-1)),
        "pace.meanNs: -1000000000 is out of range, 1 to 1000000000000000");
    refused(
        () -> new Pace(Pace.Mode.THINK, Long.MAX_VALUE),
        "pace.meanNs: 9223372036854775807 is out of range, 1 to 1000000000000000");
    refused(
        () -> Pace.thinking(Duration.ofSeconds(Long.MAX_VALUE)),
        "pace: PT2562047788015215H30M7S is out of range, 1 ns to PT277H46M40S");
  }

  private static void refused(ThrowingCallable making, String message) {
    assertThatThrownBy(making).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
  }
}
