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
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Baselines as JSON, schema {@code baseline/1}: made to be committed. A figure a line below its
 * workload's label, everything sorted, so that a review reads the diff and git merges what two
 * branches changed in different scenarios.
 */
public final class BaselineFile {

  /** How the names of baselines end. */
  public static final String SUFFIX = ".baseline.json";

  private static final String SCHEMA = "baseline/1";

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
      scenarios.put(scenario.workload(), ReportJson.figures(scenario));
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
    Matcher conflict = CONFLICT.matcher(text);
    if (conflict.find()) {
      int line = (int) text.substring(0, conflict.start()).lines().count() + 1;
      throw new Place(name, line, 1, "")
          .error(
              "a merge conflict is left here ('"
                  + conflict.group()
                  + "'): take either side, then write it again with 'lightspeed update'");
    }
    try {
      return baseline(JsonSource.parse(name, text).schema(SCHEMA));
    } catch (InputException e) {
      throw new InputException(
          e.getMessage() + "; take it from git again, or write it with 'lightspeed update'", e);
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

  private static Baseline baseline(Node root) {
    root.keys("meter", "profile", "runtime", "scenarios", "schema", "uncounted");
    Profile profile = ProfileFile.of(root.get("profile"));
    Node node = root.get("scenarios");
    List<ScenarioReport> scenarios = new ArrayList<>();
    for (String label : node.names()) {
      scenarios.add(ReportJson.scenario(label, node.get(label).keys(ReportJson.FIGURES), false));
    }
    String meter = ReportJson.meter(root.get("meter"));
    List<String> uncounted = ReportJson.uncounted(root.get("uncounted"));
    Report report = node.make(() -> new Report(profile, scenarios, meter, uncounted));
    return root.get("runtime").make(() -> new Baseline(report, root.get("runtime").text()));
  }
}
