package dev.lightspeed.meter;

import dev.lightspeed.meter.boot.CallNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes up the work of a metering thread, call path by call path, while it is what the thread
 * records to ({@link Meter#record}). One thread at a time.
 */
public final class CallRecord {

  private static final int NO_FRAME = -1;

  private final String root;
  private final CallNode node = new CallNode(NO_FRAME, null);

  /** An empty record whose root frame is {@code root}. */
  public CallRecord(String root) {
    this.root = root;
  }

  /** Where the thread that records is while it has called nothing. */
  CallNode node() {
    return node;
  }

  /** What was recorded so far. */
  public CallTree tree() {
    return tree(root, node);
  }

  private static CallTree tree(String frame, CallNode node) {
    List<CallTree> callees = new ArrayList<>();
    for (CallNode callee : node.callees()) {
      callees.add(tree(MeterTransformer.frame(callee.frame), callee));
    }
    long units = node.units + MeterTransformer.rules().weights().ofBytes(node.allocated);
    return new CallTree(frame, units, node.allocated, callees);
  }
}
