package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.file.YamlSource;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Suite files, YAML, schema {@code suite/1}:
 *
 * <pre>{@code
 * schema: suite/1
 * profile: pinned            # or {name, cpuUnits, ioUnits, memoryUnits}, or {file: profile.json}
 * scenarios:
 *   - workload: crud_table   # a label, or the name of a class
 *     sessions: 50
 *     events: 100
 *     budget:                # optional, but whole
 *       maxP95LatencyMs: 250
 *       maxAvgPayloadBytes: 411
 *       minThroughputEventsPerSecond: 400
 *       maxMemoryUnitsPerSession: 54
 * }</pre>
 */
public final class SuiteFile {

  private static final String SCHEMA = "suite/1";

  private SuiteFile() {}

  /**
   * The suite in {@code file}, for what this JVM's meter counts.
   *
   * @throws InputException if it cannot be read or is anything else than one suite
   */
  public static Suite read(Path file) {
    return read(file, Meter.version());
  }

  /**
   * The suite in {@code file}.
   *
   * @param meter what counts; a profile that was calibrated with another is refused
   * @throws InputException if it cannot be read or is anything else than one suite
   */
  public static Suite read(Path file, String meter) {
    Node root = YamlSource.read(file).schema(SCHEMA).keys("profile", "scenarios", "schema");
    Profile profile = profile(file, root.find("profile"), meter);
    List<Scenario> scenarios = new ArrayList<>();
    List<Budget> budgets = new ArrayList<>();
    Set<String> labels = new TreeSet<>();
    for (Node node : root.get("scenarios").items()) {
      node.keys("budget", "events", "sessions", "workload");
      Scenario scenario = scenario(node);
      String label = scenario.workload().label();
      if (!labels.add(label)) {
        throw node.get("workload")
            .place()
            .error("the workload '" + label + "' is there twice, expected once");
      }
      scenarios.add(scenario);
      Node budget = node.find("budget");
      if (budget != null) {
        budgets.add(budget(label, budget));
      }
    }
    return root.get("scenarios").make(() -> new Suite(profile, scenarios, budgets));
  }

  private static Profile profile(Path suite, @Nullable Node node, String meter) {
    if (node == null) {
      return StandardSuite.profile();
    }
    if (node.isText()) {
      if (!node.text().equals(StandardSuite.PINNED)) {
        throw node.expected(
            "'pinned', {name, cpuUnits, ioUnits, memoryUnits} or {file: PATH of a profile}");
      }
      return StandardSuite.profile();
    }
    Node file = node.find("file");
    if (file == null) {
      return ProfileFile.of(node);
    }
    node.keys("file");
    Path path = file.make(() -> suite.resolveSibling(file.text()));
    return ProfileFile.read(path).forMeter(path.toString(), meter);
  }

  private static Scenario scenario(Node node) {
    Workload workload = workload(node.get("workload"));
    int sessions = node.get("sessions").count(1, Integer.MAX_VALUE);
    int events = node.get("events").count(1, Integer.MAX_VALUE);
    return node.make(() -> new Scenario(workload, sessions, events));
  }

  private static Workload workload(Node node) {
    String name = node.text();
    try {
      return WorkloadRegistry.named(name);
    } catch (InputException e) {
      throw new InputException(node.place() + ": " + e.getMessage(), e);
    }
  }

  private static Budget budget(String label, Node node) {
    node.keys(
        "maxAvgPayloadBytes",
        "maxMemoryUnitsPerSession",
        "maxP95LatencyMs",
        "minThroughputEventsPerSecond");
    return new Budget(
        label,
        node.get("maxP95LatencyMs").integer(0, Long.MAX_VALUE),
        node.get("maxAvgPayloadBytes").integer(0, Long.MAX_VALUE),
        node.get("minThroughputEventsPerSecond").integer(0, Long.MAX_VALUE),
        node.get("maxMemoryUnitsPerSession").integer(0, Long.MAX_VALUE));
  }
}
