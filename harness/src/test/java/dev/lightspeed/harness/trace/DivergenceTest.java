package dev.lightspeed.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class DivergenceTest {

  private static final Cost COST = new Cost(412, 10, 2, 640, 1_000);
  private static final Pace PACE = Pace.thinking(Duration.ofSeconds(1));

  @Test
  void equalTracesDoNotDiffer() {
    assertThat(Divergence.between(trace(COST, COST, COST), trace(COST, COST, COST))).isEmpty();
  }

  @Test
  void namesSessionEventAndCounter() {
    assertMessage(
        trace(COST, COST, new Cost(415, 10, 2, 640, 1_000)),
        "checkout: session 1, event 2: cpuUnits 412 in one run, 415 in the other");
    assertMessage(
        trace(COST, new Cost(412, 11, 2, 640, 1_000), COST),
        "checkout: session 1, event 1: payloadBytes 10 in one run, 11 in the other");
    assertMessage(
        trace(COST, new Cost(412, 10, 3, 640, 1_000), COST),
        "checkout: session 1, event 1: patchOps 2 in one run, 3 in the other");
    assertMessage(
        trace(COST, COST, new Cost(412, 10, 2, 664, 1_000)),
        "checkout: session 1, event 2: allocatedBytes 640 in one run, 664 in the other");
    assertMessage(
        trace(new Cost(412, 10, 2, 640, 1_008), COST, COST),
        "checkout: session 1, mount: retainedBytes 1000 in one run, 1008 in the other");
  }

  @Test
  void namesTheFirstOfSeveral() {
    Cost other = new Cost(413, 11, 3, 664, 1_001);

    assertThat(Divergence.between(trace(COST, COST, COST), trace(COST, other, other)))
        .contains(new Divergence("checkout", 1, 1, "cpuUnits", 412, 413));
    assertThat(
            Divergence.between(
                trace(COST, COST, COST), trace(COST, new Cost(412, 10, 2, 664, 1_001), COST)))
        .contains(new Divergence("checkout", 1, 1, "allocatedBytes", 640, 664));
  }

  @Test
  void refusesTracesOfDifferentScenarios() {
    SessionTrace session = SessionTrace.of(COST, List.of(COST));

    assertThatThrownBy(
            () ->
                Divergence.between(
                    trace(COST, COST, COST), new Trace("checkout", PACE, 1, 1, List.of(session))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "traces of different scenarios: checkout (2 sessions x 2 events) and checkout (1"
                + " sessions x 1 events)");
  }

  @Test
  void aTraceHoldsEverySessionAndEventThatItCounts() {
    SessionTrace session = SessionTrace.of(COST, List.of(COST));

    assertThatThrownBy(() -> new Trace("checkout", PACE, 0, 1, List.of()))
        .hasMessage("sessionCount: 0 is out of range, 1 to 2147483647");
    assertThatThrownBy(() -> new Trace("checkout", PACE, 1, 0, List.of(session)))
        .hasMessage("eventsPerSession: 0 is out of range, 1 to 2147483647");
    assertThatThrownBy(() -> new Trace("checkout", PACE, 2, 1, List.of(session)))
        .hasMessage("trace of checkout: 1 session traces for 2 sessions, expected 2");
    assertThatThrownBy(() -> new Trace("checkout", PACE, 1, 2, List.of(session)))
        .hasMessage("trace of checkout: a session of 1 events, expected 2");
  }

  private static void assertMessage(Trace other, String message) {
    assertThat(Divergence.between(trace(COST, COST, COST), other))
        .map(Divergence::message)
        .contains(message);
  }

  /** Two sessions, the second with the given costs. */
  private static Trace trace(Cost mount, Cost first, Cost second) {
    return new Trace(
        "checkout",
        PACE,
        2,
        2,
        List.of(
            SessionTrace.of(COST, List.of(COST, COST)),
            SessionTrace.of(mount, List.of(first, second))));
  }
}
