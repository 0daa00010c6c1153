package dev.lightspeed.meter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Where work was done, by call path: a method, and what it called. Trees of equal content are
 * equal. However deep a tree is, adding it to another or adding it up takes no stack.
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
    children = byFrame(children).values().stream().map(CallTree::merged).toList();
  }

  /** CPU units of the method and all that it called on this path. */
  public long totalUnits() {
    return total(CallTree::units);
  }

  /** Bytes allocated by the method and all that it called on this path. */
  public long totalAllocatedBytes() {
    return total(CallTree::allocatedBytes);
  }

  private long total(ToLongFunction<CallTree> own) {
    long total = 0;
    Deque<CallTree> left = new ArrayDeque<>(List.of(this));
    while (!left.isEmpty()) {
      CallTree tree = left.pop();
      total += own.applyAsLong(tree);
      tree.children.forEach(left::push);
    }
    return total;
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
    return merged(List.of(this, other));
  }

  private static Map<String, List<CallTree>> byFrame(List<CallTree> trees) {
    Map<String, List<CallTree>> byFrame = new TreeMap<>();
    for (CallTree tree : trees) {
      byFrame.computeIfAbsent(tree.frame, frame -> new ArrayList<>()).add(tree);
    }
    return byFrame;
  }

  /** One tree of those in {@code same}, at least one, whose frames are equal. */
  private static CallTree merged(List<CallTree> same) {
    if (same.size() == 1) {
      return same.get(0);
    }
    List<Merge> merges = new ArrayList<>(List.of(new Merge(null, same, new ArrayList<>())));
    for (int i = 0; i < merges.size(); i++) {
      merges.addAll(merges.get(i).below());
    }
    // Callers stand in front of what they call, so that from behind all callees are there.
    for (int i = merges.size() - 1; i > 0; i--) {
      merges.get(i).end();
    }
    return merges.get(0).sum();
  }

  /**
   * The trees on one path, which become one.
   *
   * @param caller that of the path's caller; null at the root
   * @param trees at least one
   * @param children of the sum; those on whose paths there is more than one tree come last
   */
  private record Merge(@Nullable Merge caller, List<CallTree> trees, List<CallTree> children) {

    /** The merges of the callees. A path that one tree alone has stays as it is there. */
    List<Merge> below() {
      List<CallTree> callees = new ArrayList<>();
      trees.forEach(tree -> callees.addAll(tree.children));
      List<Merge> merges = new ArrayList<>();
      for (List<CallTree> same : byFrame(callees).values()) {
        if (same.size() == 1) {
          children.add(same.get(0));
        } else {
          merges.add(new Merge(this, same, new ArrayList<>()));
        }
      }
      return merges;
    }

    void end() {
      if (caller != null) {
        caller.children.add(sum());
      }
    }

    CallTree sum() {
      long units = 0;
      long bytes = 0;
      for (CallTree tree : trees) {
        units += tree.units;
        bytes += tree.allocatedBytes;
      }
      return new CallTree(trees.get(0).frame, units, bytes, children);
    }
  }
}
