package dev.lightspeed.meter.boot;

import org.jspecify.annotations.Nullable;

/**
 * A method on one call path, and what it did there. The nodes of a tree belong to the thread that
 * records to it.
 *
 * <p>A callee is in one of eight fields, by the number of its frame, which is a constant where it
 * is called: one load finds most. What finds its field taken is in a small open hash table.
 */
public final class CallNode {

  /** Deeper than this, calls are attributed to the frame beside the one that is so deep. */
  private static final int MAX_DEPTH = 512;

  private static final int FIELDS = 8;
  private static final int FIRST_CAPACITY = 4;
  private static final CallNode[] NONE = new CallNode[0];

  /** Number of the frame. */
  public final int frame;

  /** The caller; null at a root. */
  public final @Nullable CallNode caller;

  /** CPU units of the method itself on this path. */
  public long units;

  /** Bytes that the method itself allocated on this path. */
  public long allocated;

  private @Nullable CallNode callee0;
  private @Nullable CallNode callee1;
  private @Nullable CallNode callee2;
  private @Nullable CallNode callee3;
  private @Nullable CallNode callee4;
  private @Nullable CallNode callee5;
  private @Nullable CallNode callee6;
  private @Nullable CallNode callee7;

  private final int depth;
  private @Nullable CallNode[] others = NONE;
  private int size;

  /** A node without callees. */
  public CallNode(int frame, @Nullable CallNode caller) {
    this.frame = frame;
    this.caller = caller;
    this.depth = caller == null ? 0 : caller.depth + 1;
  }

  /** The node of the callee {@code number}, made if it is the first such call. */
  @ForceInline
  public CallNode callee(int number) {
    CallNode usual = usual(number);
    return usual != null && usual.frame == number ? usual : other(number);
  }

  @ForceInline
  private @Nullable CallNode usual(int number) {
    return switch (number & (FIELDS - 1)) {
      case 0 -> callee0;
      case 1 -> callee1;
      case 2 -> callee2;
      case 3 -> callee3;
      case 4 -> callee4;
      case 5 -> callee5;
      case 6 -> callee6;
      default -> callee7;
    };
  }

  /** A node that is too deep has no callees. */
  @DontInline
  private CallNode other(int number) {
    if (depth >= MAX_DEPTH && caller != null) {
      return caller.callee(number);
    }
    if (usual(number) == null) {
      return addUsual(new CallNode(number, this));
    }
    if (others.length > 0) {
      CallNode found = others[place(number)];
      if (found != null) {
        return found;
      }
    }
    return addOther(new CallNode(number, this));
  }

  private CallNode addUsual(CallNode callee) {
    switch (callee.frame & (FIELDS - 1)) {
      case 0 -> callee0 = callee;
      case 1 -> callee1 = callee;
      case 2 -> callee2 = callee;
      case 3 -> callee3 = callee;
      case 4 -> callee4 = callee;
      case 5 -> callee5 = callee;
      case 6 -> callee6 = callee;
      default -> callee7 = callee;
    }
    return callee;
  }

  private CallNode addOther(CallNode callee) {
    if (2 * size >= others.length) {
      CallNode[] old = others;
      others = new CallNode[Math.max(FIRST_CAPACITY, 2 * old.length)];
      for (CallNode each : old) {
        if (each != null) {
          others[place(each.frame)] = each;
        }
      }
    }
    others[place(callee.frame)] = callee;
    size++;
    return callee;
  }

  /** Where the callee {@code number} is among the others, or would be; there is always room. */
  private int place(int number) {
    int mask = others.length - 1;
    int at = (number / FIELDS) & mask;
    for (CallNode found = others[at]; found != null && found.frame != number; found = others[at]) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** All callees, in no particular order. */
  public CallNode[] callees() {
    CallNode[] all = new CallNode[FIELDS + size];
    int next = 0;
    for (int number = 0; number < FIELDS; number++) {
      CallNode callee = usual(number);
      if (callee != null) {
        all[next++] = callee;
      }
    }
    for (CallNode callee : others) {
      if (callee != null) {
        all[next++] = callee;
      }
    }
    CallNode[] callees = new CallNode[next];
    System.arraycopy(all, 0, callees, 0, next);
    return callees;
  }
}
