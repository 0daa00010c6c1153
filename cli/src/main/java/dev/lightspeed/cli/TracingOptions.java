package dev.lightspeed.cli;

import dev.lightspeed.cli.bench.Lifeline;
import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionRecorder;
import dev.lightspeed.harness.attribution.AttributionRecorder.Attributed;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How scenarios are run and counted; shared by {@code run} and {@code trace}. */
final class TracingOptions {

  private static final String SECOND_JVM = "--second-jvm";

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Count on N threads; no figure depends on it. Default: one per processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--verify",
      description =
          "Count everything three times: also with the sessions in reverse order on another number"
              + " of threads, and in a second JVM with other identity hash codes, compiler,"
              + " collector, processors, locale, time zone and charset. Exit with 4 at the first difference,"
              + " naming the method and the usual cause.")
  private boolean verify;

  @Option(
      names = "--unit-limit",
      paramLabel = "N",
      converter = CountConverter.Units.class,
      description = "CPU units that one event may take before it counts as one that never returns.")
  private @Nullable Long unitLimit;

  @Option(
      names = SECOND_JVM,
      hidden = true,
      description = "Be the second JVM of --verify: count in reverse, and end with the first one.")
  private boolean secondJvm;

  @Mixin private final MeterOptions meter = new MeterOptions();

  private MeterMode mode = MeterMode.PORTABLE;

  /** The first of these options that was given, or null. */
  @Nullable String firstGiven() {
    if (threads != null) {
      return "--threads";
    }
    if (verify) {
      return "--verify";
    }
    if (unitLimit != null) {
      return "--unit-limit";
    }
    return meter.isGiven() ? "--meter" : null;
  }

  /** The options that figures depend on, as a person would type them for another command. */
  List<String> words() {
    return meter.isGiven() ? List.of("--meter " + mode.word()) : List.of();
  }

  /** Whether everything is counted again, and compared. */
  boolean verify() {
    return verify;
  }

  /**
   * Sets the meter to the mode that is asked for: to be called before any class of a workload is
   * used.
   *
   * @param fallback the mode unless the user asks for one
   * @param attributing whether call paths are recorded
   */
  void configureMeter(MeterMode fallback, boolean attributing) {
    mode = meter.mode(fallback);
    meter.configure(fallback, attributing);
  }

  /**
   * Runs every scenario and counts it.
   *
   * @param selection what {@code scenarios} were made from
   * @throws NotDeterministic if it is to be verified, and another count differs
   */
  TraceSet trace(Selection selection, List<Scenario> scenarios, Output output) {
    return trace(selection, scenarios, output, Tracer::trace);
  }

  /**
   * Runs every scenario, counts it and attributes what it counted. The meter has to be attributing.
   *
   * @param selection what {@code scenarios} were made from
   * @throws NotDeterministic if it is to be verified, and another count differs
   */
  Attribution attribute(Selection selection, List<Scenario> scenarios, Output output) {
    Map<String, WorkloadAttribution> attributions = new LinkedHashMap<>();
    TraceSet counted = traceAndAttribute(selection, scenarios, attributions, output);
    output.warnOfUncounted(counted.uncounted());
    return new Attribution(counted.meter(), List.copyOf(attributions.values()));
  }

  /**
   * The same, with the traces.
   *
   * @param attributions is given where the work of each workload went, by label
   * @throws NotDeterministic if it is to be verified, and another count differs
   */
  TraceSet traceAndAttribute(
      Selection selection,
      List<Scenario> scenarios,
      Map<String, WorkloadAttribution> attributions,
      Output output) {
    return trace(
        selection,
        scenarios,
        output,
        (scenario, options) -> {
          Attributed attributed = AttributionRecorder.trace(scenario, options);
          attributions.put(scenario.workload().label(), attributed.attribution());
          return attributed.trace();
        });
  }

  private TraceSet trace(
      Selection selection,
      List<Scenario> scenarios,
      Output output,
      BiFunction<Scenario, TraceOptions, Trace> tracer) {
    Meter.require();
    if (secondJvm) {
      Lifeline.hold();
    }
    int usual = threads == null ? output.environment().processors() : threads;
    if (!verify) {
      try (Progress progress = Progress.of(events(scenarios), output)) {
        TraceOptions options = options(usual, secondJvm, progress::add);
        return TraceSet.counted(
            count(scenarios, progress, scenario -> tracer.apply(scenario, options)));
      }
    }
    int other = usual == 1 ? 2 : 1;
    Verification verification =
        new Verification(
            mode,
            options(usual, false, events -> {}),
            options(other, true, events -> {}),
            selection,
            argumentsOfSecondJvm(other));
    try (OtherJvm elsewhere = verification.countElsewhere(scenarios);
        Progress progress = Progress.of(2 * events(scenarios), output)) {
      TraceOptions options = options(usual, false, progress::add);
      TraceOptions otherOptions = options(other, true, progress::add);
      List<Trace> traces =
          count(
              scenarios,
              progress,
              scenario -> {
                Trace trace = tracer.apply(scenario, options);
                verification.requireSame(scenario, trace, Tracer.trace(scenario, otherOptions));
                return trace;
              });
      TraceSet counted = TraceSet.counted(traces);
      progress.describe("in another JVM");
      verification.requireSameElsewhere(scenarios, traces, elsewhere);
      return counted;
    }
  }

  private static List<Trace> count(
      List<Scenario> scenarios, Progress progress, Function<Scenario, Trace> counter) {
    List<Trace> traces = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      progress.describe(scenario.workload().label());
      traces.add(counter.apply(scenario));
    }
    return traces;
  }

  private List<String> argumentsOfSecondJvm(int otherThreads) {
    List<String> arguments = new ArrayList<>();
    arguments.add(SECOND_JVM);
    arguments.add("--meter=" + mode.word());
    arguments.add("--threads=" + otherThreads);
    if (unitLimit != null) {
      arguments.add("--unit-limit=" + unitLimit);
    }
    return arguments;
  }

  private TraceOptions options(int threadCount, boolean reversed, LongConsumer onEventsTraced) {
    TraceOptions defaults = TraceOptions.defaults();
    return new TraceOptions(
        threadCount,
        reversed,
        unitLimit == null ? defaults.unitLimitPerStep() : unitLimit,
        onEventsTraced);
  }

  private static long events(List<Scenario> scenarios) {
    long events = 0;
    for (Scenario scenario : scenarios) {
      events += (long) scenario.distinctSessions() * scenario.eventsPerSession();
    }
    return events;
  }
}
