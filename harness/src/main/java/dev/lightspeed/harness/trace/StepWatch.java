package dev.lightspeed.harness.trace;

import dev.lightspeed.meter.CallRecord;

/**
 * Looks on while a thread takes the steps of its sessions, and says where their work is to be
 * recorded. Used by one thread; of a session's two copies it sees the metered one.
 */
public interface StepWatch {

  /**
   * The event type of the step that opens a session. Every other is of the event type that its
   * event names.
   */
  String MOUNT = "(mount)";

  /** What the next step, which is of {@code eventType}, is recorded to. */
  CallRecord recordOf(String eventType);

  /** Is told of a step that was taken. What it looks at must not be kept: the session goes on. */
  void taken(WatchedStep step);

  /**
   * A step of a session.
   *
   * @param eventType {@link #MOUNT}, or the event's name
   * @param session from 0
   * @param event from 1; 0 is the mount
   * @param cost what it cost
   * @param retained what the metered copy keeps after it
   * @param twin what the rehearsal keeps after it
   */
  record WatchedStep(
      String eventType, int session, int event, Cost cost, Object retained, Object twin) {}
}
