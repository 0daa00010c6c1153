package dev.lightspeed.cli;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionRecorder;
import dev.lightspeed.harness.attribution.AttributionRecorder.Attributed;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.trace.Divergence;
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
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How scenarios are run and counted; shared by {@code run} and {@code trace}. */
final class TracingOptions {

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Count on N threads; no figure depends on it. Default: one per processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--verify",
      description =
          "Count everything twice, the second time with the sessions in reverse order and on"
              + " another number of threads, and exit with 4 at the first difference.")
  private boolean verify;

  @Option(
      names = "--unit-limit",
      paramLabel = "N",
      converter = CountConverter.Units.class,
      description = "CPU units that one event may take before it counts as one that never returns.")
  private @Nullable Long unitLimit;

  @Mixin private final MeterOptions meter = new MeterOptions();

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

  /** Whether everything is counted twice. */
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
    meter.configure(fallback, attributing);
  }

  /**
   * Runs every scenario and counts it.
   *
   * @throws NotDeterministic if a second count is asked for and differs
   */
  TraceSet trace(List<Scenario> scenarios, Output output) {
    return trace(scenarios, output, Tracer::trace);
  }

  /**
   * Runs every scenario, counts it and attributes what it counted. The meter has to be attributing.
   *
   * @throws NotDeterministic if a second count is asked for and differs
   */
  Attribution attribute(List<Scenario> scenarios, Output output) {
    Map<String, WorkloadAttribution> attributions = new LinkedHashMap<>();
    TraceSet counted = traceAndAttribute(scenarios, attributions, output);
    output.warnOfUncounted(counted.uncounted());
    return new Attribution(counted.meter(), List.copyOf(attributions.values()));
  }

  /**
   * The same, with the traces.
   *
   * @param attributions is given where the work of each workload went, by label
   * @throws NotDeterministic if a second count is asked for and differs
   */
  TraceSet traceAndAttribute(
      List<Scenario> scenarios, Map<String, WorkloadAttribution> attributions, Output output) {
    return trace(
        scenarios,
        output,
        (scenario, options) -> {
          Attributed attributed = AttributionRecorder.trace(scenario, options);
          attributions.put(scenario.workload().label(), attributed.attribution());
          return attributed.trace();
        });
  }

  private TraceSet trace(
      List<Scenario> scenarios, Output output, BiFunction<Scenario, TraceOptions, Trace> tracer) {
    Meter.require();
    int firstThreads = threads == null ? output.environment().processors() : threads;
    int secondThreads = firstThreads == 1 ? 2 : 1;
    List<Trace> traces = new ArrayList<>();
    try (Progress progress = Progress.of(events(scenarios), output)) {
      for (Scenario scenario : scenarios) {
        progress.describe(scenario.workload().label());
        Trace trace = tracer.apply(scenario, options(firstThreads, false, progress::add));
        if (verify) {
          Trace second = tracer.apply(scenario, options(secondThreads, true, progress::add));
          Divergence.between(trace, second)
              .ifPresent(
                  first -> {
                    throw new NotDeterministic(first);
                  });
        }
        traces.add(trace);
      }
    }
    return TraceSet.counted(traces);
  }

  private TraceOptions options(int threadCount, boolean reversed, LongConsumer onEventsTraced) {
    TraceOptions defaults = TraceOptions.defaults();
    return new TraceOptions(
        threadCount,
        reversed,
        unitLimit == null ? defaults.unitLimitPerStep() : unitLimit,
        onEventsTraced);
  }

  private long events(List<Scenario> scenarios) {
    long events = 0;
    for (Scenario scenario : scenarios) {
      events += (long) scenario.distinctSessions() * scenario.eventsPerSession();
    }
    return verify ? 2 * events : events;
  }
}
