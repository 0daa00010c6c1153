package dev.lightspeed.harness.machine;

/** Is told how long every event of a replay took, in the order in which the CPU served them. */
@FunctionalInterface
interface LatencySink {

  /**
   * Takes one event.
   *
   * @param session from 0
   * @param event from 0
   * @param latencyNs from when it was sent to when the last byte of its frame had left the link
   */
  void accept(int session, int event, long latencyNs);
}
