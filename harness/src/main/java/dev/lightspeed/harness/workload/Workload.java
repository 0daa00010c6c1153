package dev.lightspeed.harness.workload;

import java.util.Iterator;

/**
 * A server-rendered live UI and the exact events that its users send.
 *
 * <p>Implementations are deterministic: the same session index gives the same script, and the same
 * script the same frames, on every machine. One workload object serves several threads at once;
 * each of its sessions is used by one thread.
 */
public interface Workload {

  /**
   * The stable name, {@code [a-z][a-z0-9_]{0,63}}, by which files and reports know this workload.
   */
  String label();

  /** How fast its users send events. */
  Pace pace();

  /**
   * The endless script of one session. Never metered, and free of the server's side: running it
   * must not touch a {@link Session}.
   *
   * @param sessionIndex from 0
   */
  Iterator<Event> script(int sessionIndex);

  /**
   * Opens a session that nothing has been rendered for yet.
   *
   * @param sessionIndex from 0
   */
  Session open(int sessionIndex);
}
