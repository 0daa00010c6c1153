package dev.lightspeed.harness.report;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reports as JSON, schema {@code report/1}: keys sorted and a figure a line, so that a diff reads
 * well; the same bytes for equal reports. Integers beyond ±(2^53 - 1) are strings.
 */
public final class ReportJson {

  private static final String SCHEMA = "report/1";

  private ReportJson() {}

  /** The text of a report file. */
  public static String write(Report report) {
    return JsonText.pretty(tree(report));
  }

  /**
   * The report in {@code file}.
   *
   * @throws InputException if it cannot be read or is anything else than one report
   */
  public static Report read(Path file) {
    return parse(file.toString(), InputFile.text(file));
  }

  /**
   * The report that {@code text} holds.
   *
   * @param name the file's name for errors
   * @throws InputException if it is anything else than one report
   */
  public static Report parse(String name, String text) {
    Node root = JsonSource.parse(name, text).schema(SCHEMA).keys("profile", "scenarios", "schema");
    Profile profile = ProfileFile.of(root.get("profile"));
    Node list = root.get("scenarios");
    List<ScenarioReport> scenarios = new ArrayList<>();
    for (Node scenario : list.items()) {
      scenarios.add(scenario(scenario));
    }
    return list.make(() -> new Report(profile, scenarios));
  }

  /** The report as a JSON value, of which the signature is taken. */
  static SortedMap<String, Object> tree(Report report) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("profile", ProfileFile.tree(report.profile()));
    tree.put("scenarios", report.scenarios().stream().map(ReportJson::tree).toList());
    tree.put("schema", SCHEMA);
    return tree;
  }

  private static SortedMap<String, Object> tree(ScenarioReport scenario) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("avgPatchOps", scenario.avgPatchOps());
    tree.put("avgPayloadBytes", scenario.avgPayloadBytes());
    tree.put("estimatedTotalMemoryUnits", scenario.estimatedTotalMemoryUnits());
    tree.put("eventsPerSession", scenario.eventsPerSession());
    tree.put("p50LatencyMs", scenario.p50LatencyMs());
    tree.put("p95LatencyMs", scenario.p95LatencyMs());
    tree.put("peakMemoryUnitsPerSession", scenario.peakMemoryUnitsPerSession());
    tree.put("sessionCount", scenario.sessionCount());
    tree.put("throughputEventsPerSecond", scenario.throughputEventsPerSecond());
    tree.put("totalEvents", scenario.totalEvents());
    tree.put("totalPatchOps", scenario.totalPatchOps());
    tree.put("totalPayloadBytes", scenario.totalPayloadBytes());
    tree.put("workload", scenario.workload());
    return tree;
  }

  private static ScenarioReport scenario(Node node) {
    node.keys(
        "avgPatchOps",
        "avgPayloadBytes",
        "estimatedTotalMemoryUnits",
        "eventsPerSession",
        "p50LatencyMs",
        "p95LatencyMs",
        "peakMemoryUnitsPerSession",
        "sessionCount",
        "throughputEventsPerSecond",
        "totalEvents",
        "totalPatchOps",
        "totalPayloadBytes",
        "workload");
    return node.make(
        () ->
            new ScenarioReport(
                node.get("workload").text(),
                node.get("sessionCount").count(1, Integer.MAX_VALUE),
                node.get("eventsPerSession").count(1, Integer.MAX_VALUE),
                figure(node, "totalEvents", 1),
                figure(node, "p50LatencyMs", 0),
                figure(node, "p95LatencyMs", 0),
                figure(node, "totalPayloadBytes", 0),
                figure(node, "avgPayloadBytes", 0),
                figure(node, "totalPatchOps", 0),
                figure(node, "avgPatchOps", 0),
                figure(node, "peakMemoryUnitsPerSession", 0),
                figure(node, "estimatedTotalMemoryUnits", 0),
                figure(node, "throughputEventsPerSecond", 0)));
  }

  private static long figure(Node node, String key, long min) {
    return node.get(key).integer(min, Long.MAX_VALUE);
  }
}
