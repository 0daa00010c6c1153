package dev.lightspeed.meter.boot;

import org.jspecify.annotations.Nullable;

/**
 * A method on one call path, and what it did there. The nodes of a tree belong to the thread that
 * records to it.
 *
 * <p>Its callees are in a small open hash table by the number of their frame: one look at the usual
 * place finds most.
 */
public final class CallNode {

  /** Deeper than this, calls are attributed to the frame beside the one that is so deep. */
  private static final int MAX_DEPTH = 512;

  private static final int FIRST_CAPACITY = 4;

  /** Number of the frame. */
  public final int frame;

  /** The caller; null at a root. */
  public final @Nullable CallNode caller;

  /** CPU units of the method itself on this path. */
  public long units;

  /** Bytes that the method itself allocated on this path. */
  public long allocated;

  private final int depth;
  private @Nullable CallNode[] callees = new CallNode[FIRST_CAPACITY];
  private int size;

  /** A node without callees. */
  public CallNode(int frame, @Nullable CallNode caller) {
    this.frame = frame;
    this.caller = caller;
    this.depth = caller == null ? 0 : caller.depth + 1;
  }

  /** The node of the callee {@code number}, made if it is the first such call. */
  public CallNode callee(int number) {
    if (depth >= MAX_DEPTH && caller != null) {
      return caller.callee(number);
    }
    int mask = callees.length - 1;
    for (int at = number & mask; ; at = (at + 1) & mask) {
      CallNode found = callees[at];
      if (found == null) {
        return add(number);
      }
      if (found.frame == number) {
        return found;
      }
    }
  }

  /** All callees, in no particular order. */
  public CallNode[] callees() {
    CallNode[] all = new CallNode[size];
    int next = 0;
    for (CallNode callee : callees) {
      if (callee != null) {
        all[next++] = callee;
      }
    }
    return all;
  }

  private CallNode add(int number) {
    if (2 * size >= callees.length) {
      CallNode[] old = callees();
      callees = new CallNode[2 * callees.length];
      for (CallNode callee : old) {
        put(callee);
      }
    }
    CallNode added = new CallNode(number, this);
    put(added);
    size++;
    return added;
  }

  private void put(CallNode callee) {
    int mask = callees.length - 1;
    int at = callee.frame & mask;
    while (callees[at] != null) {
      at = (at + 1) & mask;
    }
    callees[at] = callee;
  }
}
