package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.Measure;
import dev.lightspeed.harness.attribution.MethodName;
import dev.lightspeed.harness.attribution.PathTable;
import dev.lightspeed.harness.attribution.PathTable.Side;
import dev.lightspeed.harness.file.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a page's script draws from: every node, also those too narrow to be drawn without it. */
final class FlameData {

  private final SortedMap<String, Integer> indices = new TreeMap<>();

  private FlameData() {}

  static String json(List<FlameGraph> graphs) {
    return JsonText.canonical(new FlameData().data(graphs));
  }

  private SortedMap<String, Object> data(List<FlameGraph> graphs) {
    for (FlameGraph graph : graphs) {
      for (int node = 0; node < graph.table().size(); node++) {
        indices.put(graph.table().frame(node), 0);
      }
    }
    List<List<String>> names = new ArrayList<>();
    for (Map.Entry<String, Integer> frame : indices.entrySet()) {
      frame.setValue(names.size());
      names.add(
          List.of(
              FlameGraph.label(frame.getKey()),
              MethodName.of(frame.getKey()).full(),
              Paint.ofFrame(frame.getKey(), 1),
              MethodName.of(frame.getKey()).method()));
    }
    SortedMap<String, Object> data = new TreeMap<>();
    data.put("names", names);
    data.put("graphs", graphs.stream().map(this::graph).toList());
    return data;
  }

  private SortedMap<String, Object> graph(FlameGraph graph) {
    PathTable table = graph.table();
    List<Integer> depths = new ArrayList<>();
    List<Integer> names = new ArrayList<>();
    for (int node = 0; node < table.size(); node++) {
      depths.add(table.depth(node));
      names.add(indices.getOrDefault(table.frame(node), 0));
    }
    SortedMap<String, Object> json = new TreeMap<>();
    json.put("depths", depths);
    json.put("names", names);
    json.put("now", own(table, Side.NOW));
    if (graph.isDifferential()) {
      json.put("before", own(table, Side.BEFORE));
    }
    return json;
  }

  private static List<List<Long>> own(PathTable table, Side side) {
    List<List<Long>> columns = new ArrayList<>();
    for (Measure measure : Measure.values()) {
      List<Long> column = new ArrayList<>();
      for (int node = 0; node < table.size(); node++) {
        column.add(table.own(node, measure, side));
      }
      columns.add(column);
    }
    return columns;
  }
}
