package dev.lightspeed.meter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where work was done, by call path: a method, and what it called. Trees of equal content are
 * equal.
 *
 * @param frame a method, {@code com.example.Cart.add(Ljava/lang/Object;)Z}; an event's name at a
 *     root
 * @param units CPU units of the method itself on this path, without what it called, at least 0
 * @param allocatedBytes bytes that the method itself allocated on this path, at least 0
 * @param children what it called, each frame once, by frame
 */
public record CallTree(String frame, long units, long allocatedBytes, List<CallTree> children) {

  /** Copies the children, sorted by frame; frames that are there twice are merged. */
  public CallTree {
    if (units < 0 || allocatedBytes < 0) {
      throw new IllegalArgumentException(
          "units: " + units + " and " + allocatedBytes + " bytes, each must be at least 0");
    }
    children = merged(children);
  }

  /** CPU units of the method and all that it called on this path. */
  public long totalUnits() {
    return units + children.stream().mapToLong(CallTree::totalUnits).sum();
  }

  /** Bytes allocated by the method and all that it called on this path. */
  public long totalAllocatedBytes() {
    return allocatedBytes + children.stream().mapToLong(CallTree::totalAllocatedBytes).sum();
  }

  /**
   * Both trees in one, path by path.
   *
   * @throws IllegalArgumentException if their frames differ
   */
  public CallTree plus(CallTree other) {
    if (!frame.equals(other.frame)) {
      throw new IllegalArgumentException("frame: '" + other.frame + "', expected '" + frame + "'");
    }
    List<CallTree> all = new ArrayList<>(children);
    all.addAll(other.children);
    return new CallTree(frame, units + other.units, allocatedBytes + other.allocatedBytes, all);
  }

  private static List<CallTree> merged(List<CallTree> children) {
    Map<String, CallTree> byFrame = new TreeMap<>();
    children.forEach(child -> byFrame.merge(child.frame(), child, CallTree::plus));
    return List.copyOf(byFrame.values());
  }
}
