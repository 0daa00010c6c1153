package dev.lightspeed.harness.capacity;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The trace of a workload with as many sessions as are asked for. More are traced only when they
 * are needed, and never more than have a script of their own.
 */
final class GrowingTrace {

  private final Scenario scenario;
  private final Function<Scenario, Trace> tracer;
  private @Nullable Trace trace;

  /**
   * A trace that is not there yet.
   *
   * @param scenario with so many sessions it begins
   * @param tracer traces a scenario
   */
  GrowingTrace(Scenario scenario, Function<Scenario, Trace> tracer) {
    this.scenario = scenario;
    this.tracer = tracer;
  }

  /** The trace with {@code count} sessions, at least 1. */
  Trace withSessions(int count) {
    int needed = Math.min(count, Scenario.DISTINCT_SESSIONS);
    Trace traced = trace;
    if (traced == null || traced.sessions().size() < needed) {
      int twice = traced == null ? scenario.sessionCount() : 2 * traced.sessions().size();
      int size = Math.min(Math.max(needed, twice), Scenario.DISTINCT_SESSIONS);
      traced = tracer.apply(new Scenario(scenario.workload(), size, scenario.eventsPerSession()));
      trace = traced;
    }
    return traced.withSessions(count);
  }
}
