package dev.lightspeed.harness.trace;

import java.util.Optional;

/**
 * Where two traces of one scenario first differ: the proof that its workload is not deterministic.
 *
 * @param workload the workload's label
 * @param session from 0
 * @param event from 1; 0 is the mount
 * @param counter the component of {@link Cost} that differs
 * @param first its value in one run
 * @param second its value in the other
 */
public record Divergence(
    String workload, int session, int event, String counter, long first, long second) {

  /**
   * The first difference, by session, then event, then in the order of the counters.
   *
   * @throws IllegalArgumentException if the traces are of different scenarios
   */
  public static Optional<Divergence> between(Trace first, Trace second) {
    if (!scenario(first).equals(scenario(second))) {
      throw new IllegalArgumentException(
          "traces of different scenarios: " + scenario(first) + " and " + scenario(second));
    }
    for (int session = 0; session < first.sessions().size(); session++) {
      SessionTrace one = first.sessions().get(session);
      SessionTrace other = second.sessions().get(session);
      if (!one.equals(other)) {
        return Optional.of(between(first.workload(), session, one, other));
      }
    }
    return Optional.empty();
  }

  private static Divergence between(
      String workload, int session, SessionTrace one, SessionTrace other) {
    int event = 0;
    while (cost(one, event).equals(cost(other, event))) {
      event++;
    }
    Cost a = cost(one, event);
    Cost b = cost(other, event);
    if (a.cpuUnits() != b.cpuUnits()) {
      return new Divergence(workload, session, event, "cpuUnits", a.cpuUnits(), b.cpuUnits());
    }
    if (a.payloadBytes() != b.payloadBytes()) {
      return new Divergence(
          workload, session, event, "payloadBytes", a.payloadBytes(), b.payloadBytes());
    }
    if (a.patchOps() != b.patchOps()) {
      return new Divergence(workload, session, event, "patchOps", a.patchOps(), b.patchOps());
    }
    if (a.allocatedBytes() != b.allocatedBytes()) {
      return new Divergence(
          workload, session, event, "allocatedBytes", a.allocatedBytes(), b.allocatedBytes());
    }
    return new Divergence(
        workload, session, event, "retainedBytes", a.retainedBytes(), b.retainedBytes());
  }

  private static Cost cost(SessionTrace trace, int event) {
    return event == 0 ? trace.mount() : trace.event(event - 1);
  }

  private static String scenario(Trace trace) {
    return trace.workload()
        + " ("
        + trace.sessionCount()
        + " sessions x "
        + trace.eventsPerSession()
        + " events)";
  }

  /** The step that differs, in words: workload, session and event. */
  public String step() {
    return workload + ": session " + session + (event == 0 ? ", mount" : ", event " + event);
  }

  /** The difference in one line: step, counter and both values. */
  public String message() {
    return step() + ": " + counter + " " + first + " in one run, " + second + " in the other";
  }
}
