package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.text.Range;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import java.util.List;

/**
 * A scenario, counted: all that the virtual machine needs, and nothing of the workload's code.
 *
 * @param workload the workload's label
 * @param pace how fast its users send events
 * @param sessionCount sessions at the same time, at least 1
 * @param eventsPerSession events of each, at least 1
 * @param sessions a trace for each session with a script of its own, by session index: {@code
 *     min(sessionCount, 1024)} of them
 */
public record Trace(
    String workload,
    Pace pace,
    int sessionCount,
    int eventsPerSession,
    List<SessionTrace> sessions) {

  /**
   * @throws IllegalArgumentException if a count is below 1, or sessions or events are missing
   */
  public Trace {
    Scenario.requireLabel(workload);
    Range.require("sessionCount", sessionCount, 1, Integer.MAX_VALUE);
    Range.require("eventsPerSession", eventsPerSession, 1, Integer.MAX_VALUE);
    sessions = List.copyOf(sessions);
    int expected = Math.min(sessionCount, Scenario.DISTINCT_SESSIONS);
    if (sessions.size() != expected) {
      throw new IllegalArgumentException(
          "trace of "
              + workload
              + ": "
              + sessions.size()
              + " session traces for "
              + sessionCount
              + " sessions, expected "
              + expected);
    }
    for (SessionTrace session : sessions) {
      if (session.eventCount() != eventsPerSession) {
        throw new IllegalArgumentException(
            "trace of "
                + workload
                + ": a session of "
                + session.eventCount()
                + " events, expected "
                + eventsPerSession);
      }
    }
  }

  /**
   * The trace of the same workload with so many sessions: what a session does depends on none of
   * the others.
   *
   * @throws IllegalArgumentException if it is below 1, or more sessions would have to be traced
   */
  public Trace withSessions(int count) {
    int distinct = Math.min(Math.max(0, count), Scenario.DISTINCT_SESSIONS);
    List<SessionTrace> first = sessions.subList(0, Math.min(distinct, sessions.size()));
    return new Trace(workload, pace, count, eventsPerSession, first);
  }

  /** Events of all sessions together. */
  public long totalEvents() {
    return (long) sessionCount * eventsPerSession;
  }

  /** How many sessions behave as distinct session {@code index}. */
  public int multiplicity(int index) {
    return (sessionCount - index - 1) / Scenario.DISTINCT_SESSIONS + 1;
  }
}
