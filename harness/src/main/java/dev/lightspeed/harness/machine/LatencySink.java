package dev.lightspeed.harness.machine;

/** Is told how every event of a replay went, in the order in which the CPU served them. */
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

  /**
   * Is told, right after {@link #accept}, when the two stations served that event: until {@code
   * cpuEndNs}, for {@code cpuNs}, and until {@code linkEndNs}, for {@code linkNs}. Most sinks do
   * not ask.
   */
  default void served(long cpuEndNs, long cpuNs, long linkEndNs, long linkNs) {}
}
