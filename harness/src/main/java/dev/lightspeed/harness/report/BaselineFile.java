package dev.lightspeed.harness.report;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.file.JsonSource;
import dev.lightspeed.harness.file.JsonText;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.file.Place;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Baselines as JSON, schema {@code baseline/2}: made to be committed. A figure a line below its
 * workload's label, everything sorted, so that a review reads the diff and git merges what two
 * branches changed in different scenarios.
 */
public final class BaselineFile {

  /** How the names of baselines end. */
  public static final String SUFFIX = ".baseline.json";

  private static final String SCHEMA = "baseline/2";
  private static final String KINDS = "kinds";

  /** The keys of a event type. */
  private static final String[] OF_A_TYPE = {
    "allocatedBytes", "cpuUnits", "events", "maxPayloadBytes", "patchOps", "payloadBytes"
  };

  private static final String[] FIGURES_AND_KINDS =
      Stream.concat(Stream.of(KINDS), Arrays.stream(ReportJson.FIGURES)).toArray(String[]::new);

  /** What git leaves in a file that it could not merge; the middle line has no name behind it. */
  private static final Pattern CONFLICT = Pattern.compile("(?m)^(<{7}|={7}|>{7})(?: .*)?$");

  private BaselineFile() {}

  /** The baseline of the suite in {@code file}: beside it and named after it, there or not. */
  public static Path beside(Path file) {
    String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
    return file.resolveSibling(name + SUFFIX);
  }

  /** The text of a baseline file. */
  public static String write(Baseline baseline) {
    Report report = baseline.report();
    SortedMap<String, Object> scenarios = new TreeMap<>();
    for (ScenarioReport scenario : report.scenarios()) {
      SortedMap<String, Object> figures = ReportJson.figures(scenario);
      List<EventTypeFigures> eventTypes = baseline.eventTypes().get(scenario.workload());
      if (eventTypes != null) {
        figures.put(KINDS, tree(eventTypes));
      }
      scenarios.put(scenario.workload(), figures);
    }
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("meter", report.meter());
    tree.put("profile", ProfileFile.tree(report.profile()));
    tree.put("runtime", baseline.runtime());
    tree.put("scenarios", scenarios);
    tree.put("schema", SCHEMA);
    tree.put("uncounted", report.uncounted());
    return JsonText.pretty(tree);
  }

  /**
   * The baseline in {@code file}.
   *
   * @throws InputException if it cannot be read or is anything else than one baseline
   */
  public static Baseline read(Path file) {
    return parse(file.toString(), InputFile.text(file));
  }

  /**
   * The baseline that {@code text} holds.
   *
   * @param name the file's name for errors
   * @throws InputException if it is anything else than one baseline, such as one that git could not
   *     merge or that was edited until its figures contradict each other
   */
  public static Baseline parse(String name, String text) {
    requireNoConflict(name, text);
    try {
      return parseOld(name, text);
    } catch (InputException e) {
      throw new InputException(
          e.getMessage() + "; take it from git again, or write it with 'lightspeed update'", e);
    }
  }

  /**
   * The same for one that is only looked back at: the error gives no advice on how to mend it.
   *
   * @throws InputException if it is anything else than one baseline
   */
  public static Baseline parseOld(String name, String text) {
    return baseline(JsonSource.parse(name, text).schema(SCHEMA));
  }

  private static void requireNoConflict(String name, String text) {
    Matcher conflict = CONFLICT.matcher(text);
    if (conflict.find()) {
      int line = (int) text.substring(0, conflict.start()).lines().count() + 1;
      throw new Place(name, line, 1, "")
          .error(
              "a merge conflict is left here ('"
                  + conflict.group()
                  + "'): take either side, then write it again with 'lightspeed update'");
    }
  }

  /** What runs here, as a baseline names it: {@code Java 17}. */
  public static String runtime() {
    return "Java " + Runtime.version().feature();
  }

  /** Whether a file that may be damaged was once a baseline, and so may be replaced by another. */
  public static boolean wasBaseline(String text) {
    return text.contains("\"" + SCHEMA.substring(0, SCHEMA.indexOf('/') + 1));
  }

  private static SortedMap<String, Object> tree(List<EventTypeFigures> eventTypes) {
    SortedMap<String, Object> tree = new TreeMap<>();
    for (EventTypeFigures eventType : eventTypes) {
      SortedMap<String, Object> figures = new TreeMap<>();
      figures.put("allocatedBytes", eventType.allocatedBytes());
      figures.put("cpuUnits", eventType.cpuUnits());
      figures.put("events", eventType.events());
      figures.put("maxPayloadBytes", eventType.maxPayloadBytes());
      figures.put("patchOps", eventType.patchOps());
      figures.put("payloadBytes", eventType.payloadBytes());
      tree.put(eventType.eventType(), figures);
    }
    return tree;
  }

  private static Baseline baseline(Node root) {
    root.keys("meter", "profile", "runtime", "scenarios", "schema", "uncounted");
    Profile profile = ProfileFile.of(root.get("profile"));
    Node node = root.get("scenarios");
    List<ScenarioReport> scenarios = new ArrayList<>();
    NavigableMap<String, List<EventTypeFigures>> eventTypes = new TreeMap<>();
    for (String label : node.names()) {
      Node figures = node.get(label).keys(FIGURES_AND_KINDS);
      ScenarioReport scenario = ReportJson.scenario(label, figures);
      scenarios.add(scenario);
      Node ofTypes = figures.find(KINDS);
      if (ofTypes != null) {
        List<EventTypeFigures> own = eventTypes(ofTypes);
        eventTypes.put(label, ofTypes.make(() -> Baseline.requireSum(scenario, own)));
      }
    }
    String meter = ReportJson.meter(root.get("meter"));
    List<String> uncounted = ReportJson.uncounted(root.get("uncounted"));
    Report report = node.make(() -> new Report(profile, scenarios, meter, uncounted));
    return root.get("runtime")
        .make(() -> new Baseline(report, eventTypes, root.get("runtime").text()));
  }

  private static List<EventTypeFigures> eventTypes(Node node) {
    List<EventTypeFigures> eventTypes = new ArrayList<>();
    for (String name : node.names()) {
      Node eventType = node.get(name).keys(OF_A_TYPE);
      eventTypes.add(
          eventType.make(
              () ->
                  new EventTypeFigures(
                      name,
                      eventType.get("events").integer(1, Long.MAX_VALUE),
                      eventType.get("payloadBytes").integer(0, Long.MAX_VALUE),
                      eventType.get("maxPayloadBytes").integer(0, Long.MAX_VALUE),
                      eventType.get("patchOps").integer(0, Long.MAX_VALUE),
                      eventType.get("cpuUnits").integer(0, Long.MAX_VALUE),
                      eventType.get("allocatedBytes").integer(0, Long.MAX_VALUE))));
    }
    return eventTypes;
  }
}
