package dev.lightspeed.harness.attribution;

import dev.lightspeed.meter.CallTree;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Visits call trees of any depth without using the stack for it, parents first, in order. */
final class PathWalk {

  private PathWalk() {}

  /** Is shown a node of a tree. */
  interface Visitor {
    /**
     * Sees {@code node}, which is {@code depth} below the root.
     *
     * @param depth 0 at the root
     */
    void visit(CallTree node, int depth);
  }

  static void preorder(CallTree root, Visitor visitor) {
    Deque<CallTree> nodes = new ArrayDeque<>();
    Deque<Integer> depths = new ArrayDeque<>();
    nodes.push(root);
    depths.push(0);
    while (!nodes.isEmpty()) {
      CallTree node = nodes.pop();
      int depth = depths.pop();
      visitor.visit(node, depth);
      List<CallTree> children = node.children();
      for (int i = children.size() - 1; i >= 0; i--) {
        nodes.push(children.get(i));
        depths.push(depth + 1);
      }
    }
  }

  /** CPU units of the whole tree. */
  static long units(CallTree root) {
    long[] sum = new long[1];
    preorder(root, (node, depth) -> sum[0] = Math.addExact(sum[0], node.units()));
    return sum[0];
  }

  /** Allocated bytes of the whole tree. */
  static long allocatedBytes(CallTree root) {
    long[] sum = new long[1];
    preorder(root, (node, depth) -> sum[0] = Math.addExact(sum[0], node.allocatedBytes()));
    return sum[0];
  }
}
