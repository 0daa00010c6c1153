package dev.lightspeed.harness.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTraceTest {

  private final List<Integer> traced = new ArrayList<>();
  private final GrowingTrace trace =
      new GrowingTrace(new Scenario(StandardWorkload.COUNTER, 100, 1), this::trace);

  @Test
  void beginsWithTheSuitesSessionsAndDoubles() {
    assertThat(trace.withSessions(1)).isEqualTo(trace(100).withSessions(1));
    assertThat(trace.withSessions(100)).isEqualTo(trace(100));
    assertThat(trace.withSessions(101)).isEqualTo(trace(200).withSessions(101));
    assertThat(trace.withSessions(50)).isEqualTo(trace(100).withSessions(50));
    assertThat(traced).containsExactly(100, 200);
  }

  @Test
  void neverTracesMoreThanHaveAScriptOfTheirOwn() {
    assertThat(trace.withSessions(1_000_000).sessionCount()).isEqualTo(1_000_000);
    assertThat(trace.withSessions(2_000_000)).isEqualTo(trace(1_024).withSessions(2_000_000));
    assertThat(traced).containsExactly(1_024);
  }

  private Trace trace(Scenario scenario) {
    traced.add(scenario.sessionCount());
    return trace(scenario.sessionCount());
  }

  /** Sessions that are told apart by what they cost. */
  private static Trace trace(int sessions) {
    List<SessionTrace> traces = new ArrayList<>();
    for (int i = 0; i < sessions; i++) {
      Cost cost = new Cost(i, 1, 1, 1, 1);
      traces.add(SessionTrace.of(cost, List.of(cost)));
    }
    return new Trace("counter", Pace.thinking(Duration.ofSeconds(1)), sessions, 1, traces);
  }
}
