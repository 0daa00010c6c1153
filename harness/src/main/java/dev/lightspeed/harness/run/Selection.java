package dev.lightspeed.harness.run;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.suite.SuiteFile;
import dev.lightspeed.harness.suite.WorkloadRegistry;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.EndWatch;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which scenarios of which suite are run, how large, on which profile.
 *
 * <p>A budget holds for a scenario of one size, so it is applied to the scenarios that are not
 * resized and to no other; those are named.
 *
 * @param suite the suite's file; empty for the standard suite
 * @param suiteIsNamed whether the user has named it, so that a replay has to be of it
 * @param profile the file of another profile than the suite's
 * @param workloads labels or classes of those that are run; empty for all of the suite
 * @param sessions the number of sessions of every scenario, if not the suite's
 * @param events the number of events per session of every scenario, if not the suite's
 */
public record Selection(
    Optional<SuiteFile> suite,
    boolean suiteIsNamed,
    Optional<Path> profile,
    List<String> workloads,
    OptionalInt sessions,
    OptionalInt events) {

  /** The size of a workload that is not in the suite, if the user does not say. */
  private static final int OWN_SESSIONS = 100;

  private static final int OWN_EVENTS = 100;

  /** Copies the list. */
  public Selection {
    workloads = List.copyOf(workloads);
  }

  /** What the suite wants counted. */
  public MeterMode meter() {
    return suite.flatMap(SuiteFile::meter).orElse(MeterMode.PORTABLE);
  }

  /**
   * The plan to run it. The meter is set up first, since loading a workload may run its code; from
   * then on nobody may end this JVM, until {@link EndWatch#end}.
   *
   * @throws InputException if a file or a workload cannot be used
   */
  public Plan plan(CountingPlan counting) {
    counting.configureMeter();
    EndWatch.begin();
    Suite available = available(Meter.version());
    List<Scenario> scenarios = chosen(available).stream().map(this::resized).toList();
    List<Size> sizes = scenarios.stream().map(Size::of).toList();
    Set<String> notAsked = new TreeSet<>();
    available.scenarios().forEach(scenario -> notAsked.add(scenario.workload().label()));
    sizes.forEach(size -> notAsked.remove(size.workload()));
    return plan(available, new Source.Live(scenarios, counting), sizes, notAsked);
  }

  /**
   * The plan to replay what was traced before. A suite that is named must be the one that was
   * traced.
   *
   * @throws InputException if it is not, or a file cannot be used
   */
  public Plan replayOf(Path traceFile) {
    TraceSet counted = TraceFile.read(traceFile);
    requireSameWeights(traceFile, counted.meter());
    Suite available = available(counted.meter());
    List<Size> traced = counted.traces().stream().map(Size::of).toList();
    if (suiteIsNamed) {
      List<Size> planned = available.scenarios().stream().map(Size::of).toList();
      requireSame(traceFile, traced, suite.orElseThrow().path(), planned);
    }
    return plan(available, new Source.Recorded(counted), traced, new TreeSet<>());
  }

  private Plan plan(Suite available, Source source, List<Size> sizes, Set<String> notAsked) {
    return new Plan(
        suite.map(SuiteFile::path),
        available,
        profile
            .map(file -> ProfileFile.read(file).forMeter(file.toString(), source.meter()))
            .orElse(available.profile()),
        source,
        AppliedBudgets.of(available, sizes),
        notAsked,
        false,
        Optional.empty());
  }

  private Suite available(String meter) {
    return suite.map(each -> each.suite(meter)).orElseGet(StandardSuite::suite);
  }

  private List<Scenario> chosen(Suite available) {
    if (workloads.isEmpty()) {
      return available.scenarios();
    }
    Map<String, Scenario> planned = new LinkedHashMap<>();
    available.scenarios().forEach(scenario -> planned.put(scenario.workload().label(), scenario));
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
        sessions.orElse(scenario.sessionCount()),
        events.orElse(scenario.eventsPerSession()));
  }

  private static void requireSameWeights(Path traceFile, String meter) {
    if (!weights(meter).equals(weights(Meter.version()))) {
      throw new InputException(
          traceFile
              + ": counted with "
              + meter
              + ", this lightspeed counts with "
              + Meter.version()
              + ", and the two cannot be compared: count again with 'lightspeed trace'");
    }
  }

  /** The version of a meter's weights, {@code 2} of {@code full/2@17.0.15}: both modes share it. */
  private static String weights(String meter) {
    return meter.replaceFirst("^[^/]*/", "").replaceFirst("@.*$", "");
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
