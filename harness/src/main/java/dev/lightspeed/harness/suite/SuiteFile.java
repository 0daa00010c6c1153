package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.file.YamlSource;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.Tolerance;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A suite file, YAML, schema {@code suite/2}:
 *
 * <pre>{@code
 * schema: suite/2
 * meter: portable            # or full
 * profile: pinned            # or {name, cpuUnits, ioUnits, memoryUnits}, or {file: profile.json}
 * classpath: [target/classes]
 * tolerances:                # by how much figures may be worse than their baseline
 *   p95LatencyMs: 5 %
 *   avgAllocatedBytes: 64
 * scenarios:
 *   - workload: crud_table   # a label, or the name of a class
 *     sessions: 50
 *     events: 100
 *     budget:                # any figures: at most, throughput at least
 *       p95LatencyMs: 250
 *       throughputEventsPerSecond: 400
 *     tolerances:            # for this workload; they win
 *       maxCpuUnits: 1 %
 * }</pre>
 *
 * <p>All but schema and scenarios may be left out.
 *
 * <p>A file is opened before its workloads are loaded, because the meter's mode and the class path
 * that it asks for have to be there by then.
 */
public final class SuiteFile {

  /** The name by which a suite is found. */
  public static final String NAME = "lightspeed.yaml";

  private static final String SCHEMA = "suite/2";

  private final Path path;
  private final Node root;

  private SuiteFile(Path path, Node root) {
    this.path = path;
    this.root =
        root.schema(SCHEMA)
            .keys("classpath", "meter", "profile", "scenarios", "schema", "tolerances");
  }

  /**
   * Opens {@code file}; what stands in its scenarios is read by {@link #suite}.
   *
   * @throws InputException if it cannot be read, or is not YAML with the keys of a suite
   */
  public static SuiteFile open(Path file) {
    return new SuiteFile(file, YamlSource.read(file));
  }

  /** The suite file of {@code folder}: there, or in the nearest folder above that has one. */
  public static Optional<Path> find(Path folder) {
    for (Path each = folder.toAbsolutePath().normalize(); each != null; each = each.getParent()) {
      Path file = each.resolve(NAME);
      if (Files.isRegularFile(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  /**
   * The suite in {@code file}, for what this JVM's meter counts and its class path offers.
   *
   * @throws InputException if it cannot be read or is anything else than one suite
   */
  public static Suite read(Path file) {
    return open(file).suite(Meter.version());
  }

  /** Where the file is, as it was named. */
  public Path path() {
    return path;
  }

  /**
   * What the suite wants counted, if it says so.
   *
   * @throws InputException if it is no mode of the meter
   */
  public Optional<MeterMode> meter() {
    Node node = root.find("meter");
    return Optional.ofNullable(node).map(SuiteFile::mode);
  }

  /**
   * Jars and folders with the suite's own workloads, found from the folder of the file.
   *
   * @throws InputException if one is not there
   */
  public List<Path> classpath() {
    Node node = root.find("classpath");
    List<Path> entries = new ArrayList<>();
    for (Node item : node == null ? List.<Node>of() : node.items()) {
      Path folder = path.resolveSibling("");
      for (Path entry : item.make(() -> WorkloadClassPath.entries(folder, item.text()))) {
        if (!Files.isReadable(entry)) {
          throw item.expected("a jar or folder that is there: is it compiled?");
        }
        entries.add(entry);
      }
    }
    return entries;
  }

  /**
   * The suite, with its workloads from the class path of this thread.
   *
   * @param meter what counts; a profile that was calibrated with another is refused
   * @throws InputException if it is anything else than one suite
   */
  public Suite suite(String meter) {
    Profile profile = profile(root.find("profile"), meter);
    List<Scenario> scenarios = new ArrayList<>();
    List<Budget> budgets = new ArrayList<>();
    SortedMap<String, SortedMap<Figure, Tolerance>> tolerances = new TreeMap<>();
    Set<String> labels = new TreeSet<>();
    for (Node node : root.get("scenarios").items()) {
      node.keys("budget", "events", "sessions", "tolerances", "workload");
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
      if (node.find("tolerances") != null) {
        tolerances.put(label, FigureKeys.tolerances(node.find("tolerances")));
      }
    }
    Tolerances tolerated =
        new Tolerances(FigureKeys.tolerances(root.find("tolerances")), tolerances);
    return root.get("scenarios").make(() -> new Suite(profile, scenarios, budgets, tolerated));
  }

  private Profile profile(@Nullable Node node, String meter) {
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
    Path profile = file.make(() -> path.resolveSibling(file.text()));
    return ProfileFile.read(profile).forMeter(profile.toString(), meter);
  }

  private static MeterMode mode(Node node) {
    List<String> words = Arrays.stream(MeterMode.values()).map(MeterMode::word).toList();
    return node.word(words).equals(MeterMode.FULL.word()) ? MeterMode.FULL : MeterMode.PORTABLE;
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
    SortedMap<Figure, Long> limits = FigureKeys.limits(node);
    return node.make(() -> new Budget(label, limits));
  }
}
