package dev.lightspeed.harness.attribution;

import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.RetainedType;
import java.util.ArrayList;
import java.util.List;

/** Attributions for tests: one to reason about, and what they are made of. */
public final class Attributions {

  public static final String HANDLE = "com.example.Cart.handle(Ldev/example/Event;)V";
  public static final String ADD = "com.example.Cart.add(Ljava/lang/String;I)Z";
  public static final String LINE = "com.example.Cart$Line.<init>(Ljava/lang/String;)V";
  public static final String SORT = "java.util.ArrayList.sort(Ljava/util/Comparator;)V";
  public static final String TOTAL = "com.example.Cart.total()J";

  /** Two sessions of two events: {@code add} and {@code pay}. */
  public static final WorkloadAttribution CART = cart(40);

  /** What the golden file holds. */
  public static final Attribution ATTRIBUTION =
      new Attribution(
          "full/2@17.0.15",
          List.of(
              CART,
              new WorkloadAttribution(
                  "zero",
                  1,
                  1,
                  List.of(
                      kind("(mount)", 1, new CallTree("(mount)", 0, 0, List.of())),
                      kind(
                          "big; <b>\"event\"</b>",
                          1,
                          new CallTree("big; <b>\"event\"</b>", 1L << 53, 7, List.of()))),
                  new RetainedPeak(0, 0, "(mount)", List.of()))));

  private Attributions() {}

  /** The cart, where a total is {@code total} units. */
  public static WorkloadAttribution cart(long total) {
    CallTree mount = tree("(mount)", 0, 0, tree(TOTAL, 2, 0));
    CallTree add =
        tree(
            "add",
            0,
            0,
            tree(
                HANDLE,
                10,
                16,
                tree(ADD, 20, 24, tree(LINE, 5, 8), tree(ADD, 7, 0, tree(LINE, 3, 0))),
                tree(TOTAL, total, 0)));
    CallTree pay = tree("pay", 0, 0, tree(HANDLE, 11, 0, tree(SORT, 30, 4), tree(TOTAL, total, 0)));
    return new WorkloadAttribution(
        "cart",
        2,
        2,
        List.of(kind("(mount)", 2, mount), kind("add", 3, add), kind("pay", 1, pay)),
        new RetainedPeak(
            1,
            2,
            "add",
            List.of(
                new RetainedType("byte[]", 3, 72),
                new RetainedType("com.example.Cart$Line", 3, total))));
  }

  /** A node of a call tree. */
  public static CallTree tree(String frame, long units, long bytes, CallTree... children) {
    return new CallTree(frame, units, bytes, List.of(children));
  }

  /** A kind whose steps cost what its tree says. */
  public static EventType kind(String name, long count, CallTree tree) {
    return new EventType(
        name, count, tree.totalUnits(), tree.totalAllocatedBytes(), 10 * count, count, tree);
  }

  /** A tree of {@code depth} methods, each called by the one before. */
  public static CallTree deep(String root, int depth) {
    CallTree tree = new CallTree(ADD, 1, 1, List.of());
    for (int i = 1; i < depth; i++) {
      tree = new CallTree(i % 2 == 0 ? ADD : TOTAL, 1, 1, List.of(tree));
    }
    return new CallTree(root, 0, 0, List.of(tree));
  }

  /** A tree of about {@code nodes} nodes, ten calls of each method. */
  public static CallTree wide(String root, int nodes) {
    return wide(root, 5, nodes);
  }

  private static CallTree wide(String frame, int levels, int nodes) {
    List<CallTree> children = new ArrayList<>();
    if (levels > 0 && nodes > 10) {
      for (int i = 0; i < 10; i++) {
        String child = "com.example.Layer" + levels + ".step" + i + "(Ljava/lang/Object;)V";
        children.add(wide(child, levels - 1, nodes / 10));
      }
    }
    return new CallTree(frame, levels + 3L, levels, children);
  }
}
