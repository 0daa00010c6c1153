package dev.lightspeed.harness.trace;

/**
 * What one step of a session, its mount or one event, cost the server.
 *
 * @param cpuUnits weighted bytecodes executed, at least 0
 * @param payloadBytes length of the frame, at least 0
 * @param patchOps patch operations in the frame, at least 0
 * @param allocatedBytes bytes allocated in the step, in the pinned layout, at least 0
 * @param retainedBytes what the server keeps for the session after the step, in bytes of the pinned
 *     layout, at least 0
 */
public record Cost(
    long cpuUnits, int payloadBytes, int patchOps, long allocatedBytes, long retainedBytes) {

  /**
   * @throws IllegalArgumentException if a component is negative
   */
  public Cost {
    requireNotNegative("cpuUnits", cpuUnits);
    requireNotNegative("payloadBytes", payloadBytes);
    requireNotNegative("patchOps", patchOps);
    requireNotNegative("allocatedBytes", allocatedBytes);
    requireNotNegative("retainedBytes", retainedBytes);
  }

  private static void requireNotNegative(String component, long value) {
    if (value < 0) {
      throw new IllegalArgumentException(component + ": " + value + " is out of range, at least 0");
    }
  }
}
