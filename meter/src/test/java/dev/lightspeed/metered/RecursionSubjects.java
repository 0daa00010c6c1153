package dev.lightspeed.metered;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Calls that are recursive and calls that look like it. Loaded instrumented by tests. */
public final class RecursionSubjects {

  /** A node of a tree that is walked by a method of all nodes. */
  public interface Node {
    /** The sum below and at this node. */
    int sum();
  }

  /** Ends the walk. */
  public record Leaf(int value) implements Node {
    @Override
    public int sum() {
      return value;
    }
  }

  /** Goes on with it, twice. */
  public record Branch(Node left, Node right) implements Node {
    @Override
    public int sum() {
      return left.sum() + right.sum();
    }
  }

  /** Calls the method that it overrides, which is no recursion. */
  public static final class Counted extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    @Override
    public boolean addAll(Collection<? extends String> texts) {
      return super.addAll(texts);
    }
  }

  private RecursionSubjects() {}

  /** Calls itself {@code depth} times. */
  public static int self(int depth) {
    return depth == 0 ? 0 : self(depth - 1);
  }

  /** Two calls from the root, one from one of its children. */
  public static int tree() {
    return new Branch(new Branch(new Leaf(1), new Leaf(2)), new Leaf(3)).sum();
  }

  /** An overload of a method is another method. */
  public static int overload(int value) {
    return sum(value);
  }

  private static int sum(int value) {
    return sum(value, 1);
  }

  private static int sum(int value, int more) {
    return value + more;
  }

  /** The JDK's method of that name has a price. */
  public static boolean isEmpty() {
    return List.of().isEmpty();
  }

  /** By way of a super call. */
  public static boolean overridden() {
    return new Counted().addAll(List.of("a"));
  }
}
