package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.suite.SuiteFile;
import dev.lightspeed.harness.suite.WorkloadRegistry;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Which scenarios to run, on which machine, against which budgets; shared by {@code run} and {@code
 * trace}.
 *
 * <p>The suite is narrowed by {@code --workload} and resized by {@code --sessions} and {@code
 * --events}. A budget holds for a scenario of one size, so it is applied to the scenarios that were
 * not resized and to no other; those are named.
 */
final class Selection {

  /** The size of a workload that is not in the suite, if the user does not say. */
  private static final int OWN_SESSIONS = 100;

  private static final int OWN_EVENTS = 100;

  @Mixin private final WorkloadOptions workloadOptions = new WorkloadOptions();

  @Option(
      names = "--suite",
      paramLabel = "FILE",
      description =
          "What to run and its limits (YAML). Default: lightspeed.yaml in this folder or one above"
              + " it, else the standard suite.")
  private @Nullable Path suiteFile;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "The virtual machine (JSON). Default: the suite's.")
  private @Nullable Path profileFile;

  @Option(
      names = "--workload",
      paramLabel = "LABEL|CLASS",
      description =
          "Run this workload only; may be repeated. One that the suite does not have runs with 100"
              + " sessions of 100 events.")
  private List<String> workloads = new ArrayList<>();

  @Option(
      names = "--sessions",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Run every scenario with N sessions. Budgets of another size do not apply.")
  private @Nullable Integer sessions;

  @Option(
      names = "--events",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description =
          "Run every scenario with N events per session. Budgets of another size do not apply.")
  private @Nullable Integer events;

  /**
   * Opens the suite and puts its workloads within reach; to be called before anything else, since
   * the suite says what is to be counted.
   *
   * @throws InputException if the file or its class path cannot be used
   */
  OpenSuite open(Environment environment) {
    Optional<SuiteFile> file = environment.workplace().suite(suiteFile).map(SuiteFile::open);
    workloadOptions.install(file.map(SuiteFile::classpath).orElse(List.of()));
    return new OpenSuite(file);
  }

  /** The suite that was named or found, or the standard one. */
  final class OpenSuite {

    private final Optional<SuiteFile> file;

    private OpenSuite(Optional<SuiteFile> file) {
      this.file = file;
    }

    /** Its file; the standard suite has none. */
    Optional<Path> path() {
      return file.map(SuiteFile::path);
    }

    /** What it wants counted. */
    MeterMode meter() {
      return file.flatMap(SuiteFile::meter).orElse(MeterMode.PORTABLE);
    }

    /**
     * The scenarios that the options ask for, for the meter as it is configured now.
     *
     * @throws InputException if a file or a workload cannot be used
     */
    Plan plan() {
      Suite suite = suite(Meter.version());
      List<Scenario> scenarios = chosen(suite).stream().map(Selection.this::resized).toList();
      List<Size> sizes = scenarios.stream().map(Size::of).toList();
      Set<String> notAsked = new TreeSet<>();
      suite.scenarios().forEach(scenario -> notAsked.add(scenario.workload().label()));
      sizes.forEach(size -> notAsked.remove(size.workload()));
      return new Plan(
          suite,
          profile(suite, Meter.version()),
          scenarios,
          notAsked,
          AppliedBudgets.of(suite, sizes));
    }

    /**
     * The replay of what was traced before. A suite that is named must be the one that was traced.
     *
     * @throws InputException if it is not, or a file cannot be used
     */
    Plan replayOf(Path traceFile, TraceSet counted) {
      Suite suite = suite(counted.meter());
      List<Size> traced = counted.traces().stream().map(Size::of).toList();
      if (suiteFile != null) {
        List<Size> planned = suite.scenarios().stream().map(Size::of).toList();
        requireSame(traceFile, traced, suiteFile, planned);
      }
      return new Plan(
          suite,
          profile(suite, counted.meter()),
          List.of(),
          new TreeSet<>(),
          AppliedBudgets.of(suite, traced));
    }

    private Suite suite(String meter) {
      return file.map(each -> each.suite(meter)).orElseGet(StandardSuite::suite);
    }
  }

  /** What was given but for sizes, as a person would type it for another command. */
  List<String> words() {
    List<String> words = new ArrayList<>(workloadOptions.words());
    if (suiteFile != null) {
      words.add("--suite " + suiteFile);
    }
    if (profileFile != null) {
      words.add("--profile " + profileFile);
    }
    workloads.forEach(workload -> words.add("--workload " + workload));
    return words;
  }

  /**
   * Refuses options that change the suite's sizes.
   *
   * @throws InputException if one is given
   */
  void requireOwnSizes() {
    if (sessions != null || events != null) {
      throw new InputException(
          (sessions != null ? "--sessions" : "--events")
              + ": a baseline is for the sizes of the suite: change them in the suite file");
    }
  }

  /**
   * Refuses {@code --sessions}.
   *
   * @throws InputException with {@code reason} if it is given
   */
  void requireNoSessions(String reason) {
    if (sessions != null) {
      throw new InputException(reason);
    }
  }

  /** What another command line needs to run these: one in its size, several as they were chosen. */
  List<String> argumentsFor(List<Scenario> scenarios) {
    List<String> arguments = new ArrayList<>(workloadOptions.arguments());
    if (suiteFile != null) {
      arguments.add("--suite=" + suiteFile);
    }
    if (scenarios.size() == 1) {
      Scenario scenario = scenarios.get(0);
      arguments.add("--workload=" + nameOf(scenario.workload()));
      arguments.add("--sessions=" + scenario.sessionCount());
      arguments.add("--events=" + scenario.eventsPerSession());
      return arguments;
    }
    workloads.forEach(workload -> arguments.add("--workload=" + workload));
    if (sessions != null) {
      arguments.add("--sessions=" + sessions);
    }
    if (events != null) {
      arguments.add("--events=" + events);
    }
    return arguments;
  }

  /** As the user has named it, if so; a workload of a suite goes by its label. */
  private String nameOf(Workload workload) {
    String type = workload.getClass().getName();
    return workloads.contains(type) ? type : workload.label();
  }

  /** The first option given that only makes sense where workloads are run, or null. */
  @Nullable String optionForRunning() {
    if (!workloads.isEmpty()) {
      return "--workload";
    }
    if (sessions != null) {
      return "--sessions";
    }
    if (events != null) {
      return "--events";
    }
    // A suite names workloads by their classes, which have to be found even if they do not run.
    return workloadOptions.isGiven() && suiteFile == null ? "--classpath" : null;
  }

  /** The first of these options that was given, or null. */
  @Nullable String firstGiven() {
    String forRunning = optionForRunning();
    if (forRunning != null) {
      return forRunning;
    }
    if (suiteFile != null) {
      return "--suite";
    }
    return profileFile == null ? null : "--profile";
  }

  private Profile profile(Suite suite, String meter) {
    return profileFile == null
        ? suite.profile()
        : ProfileFile.read(profileFile).forMeter(profileFile.toString(), meter);
  }

  private List<Scenario> chosen(Suite suite) {
    if (workloads.isEmpty()) {
      return suite.scenarios();
    }
    Map<String, Scenario> planned = new LinkedHashMap<>();
    suite.scenarios().forEach(scenario -> planned.put(scenario.workload().label(), scenario));
    Map<String, Scenario> chosen = new LinkedHashMap<>();
    for (String name : workloads) {
      Scenario scenario = planned.get(name);
      if (scenario == null) {
        Workload workload = WorkloadRegistry.named(name);
        Scenario own = new Scenario(workload, OWN_SESSIONS, OWN_EVENTS);
        scenario = planned.getOrDefault(workload.label(), own);
      }
      String label = scenario.workload().label();
      if (chosen.put(label, scenario) != null) {
        throw new InputException("--workload: '" + label + "' is given twice, expected once");
      }
    }
    return List.copyOf(chosen.values());
  }

  private Scenario resized(Scenario scenario) {
    return new Scenario(
        scenario.workload(),
        sessions == null ? scenario.sessionCount() : sessions,
        events == null ? scenario.eventsPerSession() : events);
  }

  private static void requireSame(
      Path traceFile, List<Size> traced, Path suiteFile, List<Size> planned) {
    if (traced.equals(planned)) {
      return;
    }
    throw new InputException(
        traceFile
            + ": holds "
            + inWords(traced)
            + ", but the suite "
            + suiteFile
            + " asks for "
            + inWords(planned)
            + ": trace it again with 'lightspeed trace --suite "
            + suiteFile
            + " --out "
            + traceFile
            + "'");
  }

  private static String inWords(List<Size> sizes) {
    return sizes.stream()
        .map(size -> size.workload() + " (" + size.inWords() + ")")
        .collect(Collectors.joining(", "));
  }
}
