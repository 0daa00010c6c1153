package dev.lightspeed.harness.report;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.trace.TraceSet;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reports as JSON, schema {@code report/2}: keys sorted and a figure a line, so that a diff reads
 * well; the same bytes for equal reports. Integers beyond ±(2^53 - 1) are strings.
 */
public final class ReportJson {

  private static final String SCHEMA = "report/2";
  private static final String WORKLOAD = "workload";

  /** The keys of all figures. */
  static final String[] FIGURES =
      Arrays.stream(Figure.values()).map(Figure::key).toArray(String[]::new);

  private static final String[] WORKLOAD_AND_FIGURES =
      Stream.concat(Stream.of(WORKLOAD), Arrays.stream(FIGURES)).toArray(String[]::new);

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
    return read(JsonSource.parse(name, text));
  }

  /**
   * The report that {@code node} is, where it stands in another file.
   *
   * @throws InputException if it is anything else than one report
   */
  public static Report read(Node node) {
    Node root = node.schema(SCHEMA).keys("meter", "profile", "scenarios", "schema", "uncounted");
    Profile profile = ProfileFile.of(root.get("profile"));
    Node list = root.get("scenarios");
    List<ScenarioReport> scenarios = new ArrayList<>();
    for (Node scenario : list.items()) {
      scenario.keys(WORKLOAD_AND_FIGURES);
      scenarios.add(scenario(scenario.get(WORKLOAD).text(), scenario));
    }
    String meter = meter(root.get("meter"));
    List<String> uncounted = uncounted(root.get("uncounted"));
    return list.make(() -> new Report(profile, scenarios, meter, uncounted));
  }

  static String meter(Node node) {
    return node.make(() -> TraceSet.requireMeter(node.text()));
  }

  static List<String> uncounted(Node node) {
    List<String> classes = node.items().stream().map(Node::text).toList();
    return node.make(() -> TraceSet.requireUncounted(classes));
  }

  /**
   * The report as a JSON value, of which the signature is taken; a file of its own holds no more.
   */
  public static SortedMap<String, Object> tree(Report report) {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("profile", ProfileFile.tree(report.profile()));
    tree.put("scenarios", report.scenarios().stream().map(ReportJson::tree).toList());
    tree.put("meter", report.meter());
    tree.put("uncounted", report.uncounted());
    tree.put("schema", SCHEMA);
    return tree;
  }

  private static SortedMap<String, Object> tree(ScenarioReport scenario) {
    SortedMap<String, Object> tree = figures(scenario);
    tree.put(WORKLOAD, scenario.workload());
    return tree;
  }

  /** The figures of a scenario as a JSON value. */
  static SortedMap<String, Object> figures(ScenarioReport scenario) {
    SortedMap<String, Object> tree = new TreeMap<>();
    for (Figure figure : Figure.values()) {
      tree.put(figure.key(), figure.of(scenario));
    }
    return tree;
  }

  /** The scenario of {@code workload} whose figures {@code node} has. */
  static ScenarioReport scenario(String workload, Node node) {
    return node.make(
        () ->
            new ScenarioReport(
                workload,
                node.get(Figure.SESSIONS.key()).count(1, Integer.MAX_VALUE),
                node.get(Figure.EVENTS_PER_SESSION.key()).count(1, Integer.MAX_VALUE),
                node.get(Figure.TOTAL_EVENTS.key()).integer(1, Long.MAX_VALUE),
                value(node, Figure.P50_LATENCY),
                value(node, Figure.P95_LATENCY),
                value(node, Figure.TOTAL_PAYLOAD),
                value(node, Figure.AVG_PAYLOAD),
                value(node, Figure.TOTAL_PATCH_OPS),
                value(node, Figure.AVG_PATCH_OPS),
                value(node, Figure.PEAK_MEMORY),
                value(node, Figure.TOTAL_MEMORY),
                value(node, Figure.THROUGHPUT),
                details(node)));
  }

  private static Details details(Node node) {
    SortedMap<Figure, Long> values = new TreeMap<>();
    Figure.details().forEach(figure -> values.put(figure, value(node, figure)));
    return new Details(values);
  }

  private static long value(Node node, Figure figure) {
    return node.get(figure.key()).integer(0, Long.MAX_VALUE);
  }
}
