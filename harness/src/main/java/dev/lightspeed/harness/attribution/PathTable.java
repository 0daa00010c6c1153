package dev.lightspeed.harness.attribution;

import dev.lightspeed.meter.CallTree;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The call paths of a workload in one run, or of two runs side by side: a node a path, callers
 * before what they call and neighbours by frame. Node 0 is the workload, below it are the event
 * types of its steps, and below these the methods. Kept as columns, because there may be many.
 */
public final class PathTable {

  /** One of two runs. */
  public enum Side {
    /** The baseline. */
    BEFORE,
    /** The run that is looked at. */
    NOW
  }

  /** A column for each measure of each side. */
  private static final int COLUMNS = 4;

  private final List<String> frames = new ArrayList<>();
  private int[] depths = new int[64];
  private int[] parents = new int[64];
  private final long[][] own = new long[COLUMNS][64];
  private final long[][] total = new long[COLUMNS][];

  private PathTable(Branch root) {
    Deque<Branch> branches = new ArrayDeque<>();
    branches.push(root);
    while (!branches.isEmpty()) {
      Branch branch = branches.pop();
      add(branch);
      List<Branch> children = new ArrayList<>(branch.children.values());
      Collections.reverse(children);
      children.forEach(branches::push);
    }
    for (int column = 0; column < COLUMNS; column++) {
      total[column] = Arrays.copyOf(own[column], size());
      for (int node = size() - 1; node > 0; node--) {
        int parent = parents[node];
        total[column][parent] = Math.addExact(total[column][parent], total[column][node]);
      }
    }
  }

  /** The call paths of one run, which is {@link Side#NOW}. */
  public static PathTable of(WorkloadAttribution workload) {
    Branch root = new Branch(workload.workload(), null);
    root.add(workload, Side.NOW);
    return new PathTable(root);
  }

  /** The call paths of two runs of one workload. */
  public static PathTable of(WorkloadAttribution before, WorkloadAttribution now) {
    Branch root = new Branch(now.workload(), null);
    root.add(before, Side.BEFORE);
    root.add(now, Side.NOW);
    return new PathTable(root);
  }

  /** The number of nodes, at least 1. */
  public int size() {
    return frames.size();
  }

  /** The node's workload, event type or method. */
  public String frame(int node) {
    return frames.get(node);
  }

  /** 0 for the workload, 1 for a event type, from 2 on for methods. */
  public int depth(int node) {
    return depths[node];
  }

  /** The node that this one is below, or -1 for node 0. */
  public int parent(int node) {
    return parents[node];
  }

  /** What the node has of its own, at least 0. */
  public long own(int node, Measure measure, Side side) {
    return own[column(measure, side)][node];
  }

  /** What the node has with all below it, at least 0. */
  public long total(int node, Measure measure, Side side) {
    return total[column(measure, side)][node];
  }

  /** The frames from the event type to {@code node}, which is not node 0. */
  List<String> path(int node) {
    List<String> path = new ArrayList<>();
    for (int at = node; at > 0; at = parents[at]) {
      path.add(frames.get(at));
    }
    Collections.reverse(path);
    return path;
  }

  private static int column(Measure measure, Side side) {
    int first =
        switch (measure) {
          case CPU_UNITS -> 0;
          case ALLOCATED_BYTES -> 2;
        };
    return side == Side.BEFORE ? first : first + 1;
  }

  private void add(Branch branch) {
    int node = frames.size();
    if (node == depths.length) {
      depths = Arrays.copyOf(depths, 2 * node);
      parents = Arrays.copyOf(parents, 2 * node);
      Arrays.setAll(own, column -> Arrays.copyOf(own[column], 2 * node));
    }
    branch.node = node;
    frames.add(branch.frame);
    parents[node] = branch.parent == null ? -1 : branch.parent.node;
    depths[node] = branch.parent == null ? 0 : depths[branch.parent.node] + 1;
    for (int column = 0; column < COLUMNS; column++) {
      own[column][node] = branch.own[column];
    }
  }

  /** A node while the runs are put together. */
  private static final class Branch {

    private final String frame;
    private final @Nullable Branch parent;
    private final long[] own = new long[COLUMNS];
    private final Map<String, Branch> children = new TreeMap<>();
    private int node;

    Branch(String frame, @Nullable Branch parent) {
      this.frame = frame;
      this.parent = parent;
    }

    void add(WorkloadAttribution workload, Side side) {
      workload.eventTypes().forEach(eventType -> add(eventType.tree(), side));
    }

    private void add(CallTree tree, Side side) {
      Deque<Branch> above = new ArrayDeque<>();
      above.push(this);
      PathWalk.preorder(
          tree,
          (node, depth) -> {
            while (above.size() > depth + 1) {
              above.pop();
            }
            Branch branch = above.element().child(node.frame());
            for (Measure measure : Measure.values()) {
              int column = column(measure, side);
              branch.own[column] = Math.addExact(branch.own[column], measure.of(node));
            }
            above.push(branch);
          });
    }

    private Branch child(String childFrame) {
      return children.computeIfAbsent(childFrame, name -> new Branch(name, this));
    }
  }
}
