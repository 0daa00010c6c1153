package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.RetainedType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an attribution as JSON: the same text for the same content. */
final class AttributionWriter {

  private final SortedMap<String, Integer> frames = new TreeMap<>();

  private AttributionWriter() {}

  /** The file's text. */
  static String text(Attribution attribution) {
    return JsonText.canonical(new AttributionWriter().json(attribution)) + "\n";
  }

  private SortedMap<String, Object> json(Attribution attribution) {
    for (WorkloadAttribution workload : attribution.workloads()) {
      for (EventType eventType : workload.eventTypes()) {
        PathWalk.preorder(eventType.tree(), (node, depth) -> frames.put(node.frame(), 0));
      }
    }
    int index = 0;
    for (Map.Entry<String, Integer> frame : frames.entrySet()) {
      frame.setValue(index++);
    }
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("frames", List.copyOf(frames.keySet()));
    json.put("meter", attribution.meter());
    json.put("schema", AttributionFile.SCHEMA);
    json.put("workloads", attribution.workloads().stream().map(this::workload).toList());
    return json;
  }

  private SortedMap<String, Object> workload(WorkloadAttribution workload) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("distinctSessions", workload.distinctSessions());
    json.put("eventsPerSession", workload.eventsPerSession());
    json.put("kinds", workload.eventTypes().stream().map(this::eventType).toList());
    json.put("peak", peak(workload.peak()));
    json.put("workload", workload.workload());
    return json;
  }

  private SortedMap<String, Object> eventType(EventType eventType) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("allocatedBytes", eventType.allocatedBytes());
    json.put("count", eventType.count());
    json.put("cpuUnits", eventType.cpuUnits());
    json.put("name", eventType.name());
    json.put("patchOps", eventType.patchOps());
    json.put("payloadBytes", eventType.payloadBytes());
    json.put("tree", tree(eventType.tree()));
    return json;
  }

  private SortedMap<String, Object> tree(CallTree tree) {
    List<Long> bytes = new ArrayList<>();
    List<Integer> depths = new ArrayList<>();
    List<Integer> indices = new ArrayList<>();
    List<Long> units = new ArrayList<>();
    PathWalk.preorder(
        tree,
        (node, depth) -> {
          bytes.add(node.allocatedBytes());
          depths.add(depth);
          indices.add(frames.getOrDefault(node.frame(), 0));
          units.add(node.units());
        });
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("bytes", bytes);
    json.put("depths", depths);
    json.put("frames", indices);
    json.put("units", units);
    return json;
  }

  private static SortedMap<String, Object> peak(RetainedPeak peak) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("event", peak.event());
    json.put("kind", peak.eventType());
    json.put("session", peak.session());
    json.put("types", peak.types().stream().map(AttributionWriter::type).toList());
    return json;
  }

  private static SortedMap<String, Object> type(RetainedType type) {
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("bytes", type.bytes());
    json.put("objects", type.objects());
    json.put("type", type.type());
    return json;
  }
}
