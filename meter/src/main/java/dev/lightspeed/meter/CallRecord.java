package dev.lightspeed.meter;

import dev.lightspeed.meter.agent.MeterTransformer;
import dev.lightspeed.meter.boot.CallNode;
import dev.lightspeed.meter.instrument.Rules;
import java.util.ArrayList;
import java.util.IdentityHashMap;
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
    return tree(MeterTransformer.rules());
  }

  /** The same, of code that counts by {@code rules}. */
  CallTree tree(Rules rules) {
    List<CallNode> nodes = new ArrayList<>(List.of(node));
    for (int i = 0; i < nodes.size(); i++) {
      nodes.addAll(List.of(nodes.get(i).callees()));
    }
    // Callers stand in front of what they call, so that from behind all callees are there.
    IdentityHashMap<CallNode, List<CallTree>> callees = new IdentityHashMap<>();
    for (int i = nodes.size() - 1; i > 0; i--) {
      CallNode callee = nodes.get(i);
      CallTree tree = tree(rules.frames().name(callee.frame), callee, callees, rules);
      callees.computeIfAbsent(callee.caller, caller -> new ArrayList<>()).add(tree);
    }
    return tree(root, node, callees, rules);
  }

  private static CallTree tree(
      String frame, CallNode node, IdentityHashMap<CallNode, List<CallTree>> callees, Rules rules) {
    long units = node.units + rules.costs().weights().ofBytes(node.allocated);
    return new CallTree(frame, units, node.allocated, callees.getOrDefault(node, List.of()));
  }
}
