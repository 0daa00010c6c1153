package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.text.Range;

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
    Range.requireAtLeast("cpuUnits", cpuUnits, 0);
    Range.requireAtLeast("payloadBytes", payloadBytes, 0);
    Range.requireAtLeast("patchOps", patchOps, 0);
    Range.requireAtLeast("allocatedBytes", allocatedBytes, 0);
    Range.requireAtLeast("retainedBytes", retainedBytes, 0);
  }
}
