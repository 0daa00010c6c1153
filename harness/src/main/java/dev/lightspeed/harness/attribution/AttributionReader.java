package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.RetainedType;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Reads an attribution. One content has one form: what the writer would not have written, such as
 * frames out of order, is refused.
 */
final class AttributionReader {

  private final List<String> frames = new ArrayList<>();
  private final BitSet used = new BitSet();

  private AttributionReader() {}

  static Attribution read(Node root) {
    root.schema(AttributionFile.SCHEMA).keys("frames", "meter", "schema", "workloads");
    return new AttributionReader().attribution(root);
  }

  private Attribution attribution(Node root) {
    for (Node node : root.get("frames").items()) {
      String frame = node.text();
      if (!frames.isEmpty() && frames.get(frames.size() - 1).compareTo(frame) >= 0) {
        throw node.expected("the frames in order, each once");
      }
      frames.add(frame);
    }
    List<WorkloadAttribution> workloads =
        root.get("workloads").items().stream().map(this::workload).toList();
    if (used.cardinality() < frames.size()) {
      Node unused = root.get("frames").items().get(used.nextClearBit(0));
      throw unused.expected("a frame that a tree uses");
    }
    String meter = root.get("meter").text();
    return root.make(() -> new Attribution(meter, workloads));
  }

  private WorkloadAttribution workload(Node node) {
    node.keys("distinctSessions", "eventsPerSession", "kinds", "peak", "workload");
    String workload = node.get("workload").text();
    int sessions = node.get("distinctSessions").count(1, Scenario.DISTINCT_SESSIONS);
    int events = node.get("eventsPerSession").count(1, Integer.MAX_VALUE);
    List<EventType> eventTypes = node.get("kinds").items().stream().map(this::eventType).toList();
    RetainedPeak peak = peak(node.get("peak"));
    return node.make(() -> new WorkloadAttribution(workload, sessions, events, eventTypes, peak));
  }

  private EventType eventType(Node node) {
    node.keys("allocatedBytes", "count", "cpuUnits", "name", "patchOps", "payloadBytes", "tree");
    String name = node.get("name").text();
    CallTree tree = tree(node.get("tree"));
    return node.make(
        () ->
            new EventType(
                name,
                node.get("count").integer(1, Long.MAX_VALUE),
                node.get("cpuUnits").integer(0, Long.MAX_VALUE),
                node.get("allocatedBytes").integer(0, Long.MAX_VALUE),
                node.get("payloadBytes").integer(0, Long.MAX_VALUE),
                node.get("patchOps").integer(0, Long.MAX_VALUE),
                tree));
  }

  private CallTree tree(Node node) {
    node.keys("bytes", "depths", "frames", "units");
    int size = node.get("depths").items().size();
    long[] depths = node.get("depths").integers(size, 0, Integer.MAX_VALUE);
    long[] indices = node.get("frames").integers(size, 0, frames.size() - 1L);
    long[] units = node.get("units").integers(size, 0, Long.MAX_VALUE);
    long[] bytes = node.get("bytes").integers(size, 0, Long.MAX_VALUE);
    requireTree(node, depths, indices);
    // From the last to the first: what a node calls stands behind it, and so is there already.
    List<List<CallTree>> waiting = new ArrayList<>();
    for (int i = size - 1; ; i--) {
      int depth = (int) depths[i];
      while (waiting.size() <= depth + 1) {
        waiting.add(new ArrayList<>());
      }
      used.set((int) indices[i]);
      CallTree tree =
          new CallTree(frames.get((int) indices[i]), units[i], bytes[i], waiting.get(depth + 1));
      if (i == 0) {
        return tree;
      }
      waiting.set(depth + 1, new ArrayList<>());
      waiting.get(depth).add(tree);
    }
  }

  /** One root, nothing below what is not there, and neighbours in order. */
  private static void requireTree(Node node, long[] depths, long[] indices) {
    if (depths.length == 0 || depths[0] != 0) {
      throw node.get("depths").expected("a root, of depth 0, at the start");
    }
    List<Long> last = new ArrayList<>(List.of(indices[0]));
    for (int i = 1; i < depths.length; i++) {
      int depth = (int) depths[i];
      if (depth < 1 || depth > depths[i - 1] + 1) {
        throw misplaced(node, "depths", i, depths[i], "1 to " + (depths[i - 1] + 1));
      }
      while (last.size() > depth + 1) {
        last.remove(last.size() - 1);
      }
      if (last.size() == depth + 1) {
        if (last.get(depth) >= indices[i]) {
          throw misplaced(
              node,
              "frames",
              i,
              indices[i],
              "more than " + last.get(depth) + ", by frame and once");
        }
        last.set(depth, indices[i]);
      } else {
        last.add(indices[i]);
      }
    }
  }

  private static RuntimeException misplaced(
      Node node, String column, int index, long found, String expected) {
    return node.get(column)
        .place()
        .error("at " + index + " is " + found + ", expected " + expected);
  }

  private static RetainedPeak peak(Node node) {
    node.keys("event", "kind", "session", "types");
    int session = node.get("session").count(0, Scenario.DISTINCT_SESSIONS - 1);
    int event = node.get("event").count(0, Integer.MAX_VALUE);
    String eventType = node.get("kind").text();
    List<RetainedType> types =
        node.get("types").items().stream().map(AttributionReader::type).toList();
    return node.make(() -> new RetainedPeak(session, event, eventType, types));
  }

  private static RetainedType type(Node node) {
    node.keys("bytes", "objects", "type");
    return new RetainedType(
        node.get("type").text(),
        node.get("objects").integer(1, Long.MAX_VALUE),
        node.get("bytes").integer(1, Long.MAX_VALUE));
  }
}
