package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import java.util.ArrayList;
import java.util.List;

/** Traces made by hand. */
final class Traces {

  /** Gives the cost of one event, both arguments from 0. */
  @FunctionalInterface
  interface Costs {
    Cost of(int session, int event);
  }

  private Traces() {}

  static Trace of(Pace pace, int sessions, int eventsPerSession, Costs costs) {
    List<SessionTrace> traces = new ArrayList<>();
    for (int i = 0; i < Math.min(sessions, Scenario.DISTINCT_SESSIONS); i++) {
      SessionTrace.Builder builder =
          new SessionTrace.Builder(new Cost(7, 7, 7, 7, 7), eventsPerSession);
      for (int event = 0; event < eventsPerSession; event++) {
        builder.add(costs.of(i, event));
      }
      traces.add(builder.build());
    }
    return new Trace("made_by_hand", pace, sessions, eventsPerSession, traces);
  }

  static Cost cost(long cpuUnits, int payloadBytes) {
    return new Cost(cpuUnits, payloadBytes, 1, 1_000, 1_000);
  }

  /** A profile whose unit of CPU and byte of payload take a nanosecond each. */
  static Profile nanoseconds() {
    return new Profile("nanoseconds", 1_000_000, 1_000_000, 1);
  }
}
