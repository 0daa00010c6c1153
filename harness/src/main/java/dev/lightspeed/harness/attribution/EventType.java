package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.text.Range;
import dev.lightspeed.meter.CallTree;

/**
 * All steps of one event type: the mounts, or the events of one name.
 *
 * @param name {@code (mount)}, or the event's name
 * @param count how many there were, at least 1
 * @param cpuUnits what they executed, at least 0
 * @param allocatedBytes what they allocated, at least 0
 * @param payloadBytes what they sent, at least 0
 * @param patchOps their patch operations, at least 0
 * @param tree where the units and the allocated bytes went, by call path; its root is {@code name}
 */
public record EventType(
    String name,
    long count,
    long cpuUnits,
    long allocatedBytes,
    long payloadBytes,
    long patchOps,
    CallTree tree) {

  /**
   * @throws IllegalArgumentException if a count is out of range, or the tree is of another event
   *     type or does not add up
   */
  public EventType {
    Range.requireAtLeast("count", count, 1);
    Range.requireAtLeast("cpuUnits", cpuUnits, 0);
    Range.requireAtLeast("allocatedBytes", allocatedBytes, 0);
    Range.requireAtLeast("payloadBytes", payloadBytes, 0);
    Range.requireAtLeast("patchOps", patchOps, 0);
    if (!tree.frame().equals(name)) {
      throw new IllegalArgumentException(
          "tree: its root is '" + tree.frame() + "', expected '" + name + "'");
    }
    requireSum(name, "CPU units", PathWalk.units(tree), cpuUnits);
    requireSum(name, "allocated bytes", PathWalk.allocatedBytes(tree), allocatedBytes);
  }

  private static void requireSum(String name, String what, long inTree, long counted) {
    if (inTree != counted) {
      throw new IllegalArgumentException(
          "tree: '"
              + name
              + "' has call paths of "
              + inTree
              + " "
              + what
              + ", counted were "
              + counted);
    }
  }
}
