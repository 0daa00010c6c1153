package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Session;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Stands in for the tracer: counts payload and operations, and a unit and a KiB for the rest. */
public final class Tracer {

  private Tracer() {}

  /** Runs {@code scenario} and counts what it did. */
  public static Trace trace(Scenario scenario, TraceOptions options) {
    List<SessionTrace> sessions = new ArrayList<>();
    for (int i = 0; i < scenario.distinctSessions(); i++) {
      Iterator<Event> script = scenario.workload().script(i);
      Session session = scenario.workload().open(i);
      Cost mount = cost(session.mount());
      List<Cost> events = new ArrayList<>();
      while (events.size() < scenario.eventsPerSession()) {
        events.add(cost(session.handle(script.next())));
      }
      sessions.add(SessionTrace.of(mount, events));
    }
    return new Trace(
        scenario.workload().label(),
        scenario.workload().pace(),
        scenario.sessionCount(),
        scenario.eventsPerSession(),
        sessions);
  }

  private static Cost cost(Frame frame) {
    return new Cost(1, frame.payloadBytes(), frame.patchOps(), 1024);
  }
}
