package dev.lightspeed.harness.workload;

/** One user on one live view, on the server's side. Used by one thread. */
public interface Session {

  /** Renders the page for the first time. Called once, before any event; metered. */
  Frame mount();

  /** Handles one event and renders what it changed; metered. */
  Frame handle(Event event);

  /**
   * The object graph that the server keeps for this session between two events. What two sessions
   * share (templates, constants) is not charged to either, so it need not be cut out. It must not
   * hold a thread or a class loader.
   */
  Object retained();
}
