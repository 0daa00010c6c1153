package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.output.ScenarioCourse;
import dev.lightspeed.harness.report.KindFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * What a report is made of: workloads that are run, or a trace that is replayed; shared by {@code
 * run}, {@code check} and {@code update}.
 */
final class ReportSource {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec command;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Replay what 'lightspeed trace' has counted, and run nothing.")
  private @Nullable Path traceFile;

  @Mixin private final TracingOptions tracing = new TracingOptions();

  /**
   * All that is known and checked before anything runs.
   *
   * @param suite the suite's file; the standard suite has none
   * @param plan what is run
   * @param meter the version of the meter that counts, or has counted
   * @param counting runs it, or has been read from a file, and adds where the work of a workload
   *     went to the map, if that is recorded
   */
  record Prepared(
      Optional<Path> suite,
      Plan plan,
      String meter,
      Function<Map<String, WorkloadAttribution>, TraceSet> counting) {

    /** Runs what is to be run and replays it. */
    Counted count(Output output) {
      Map<String, WorkloadAttribution> attributions = new LinkedHashMap<>();
      TraceSet traces = counting.apply(attributions);
      output.warnOfUncounted(traces.uncounted());
      return new Counted(
          this,
          traces,
          attributions,
          replayed(() -> PerformanceHarness.report(plan.profile(), traces)));
    }
  }

  /**
   * What came of it.
   *
   * @param prepared what was asked for
   * @param traces what was counted
   * @param attributions where the work of a workload went, by label, if that was recorded
   * @param report the figures
   */
  record Counted(
      Prepared prepared,
      TraceSet traces,
      Map<String, WorkloadAttribution> attributions,
      Report report) {

    /**
     * What each kind of event cost, by the workload's label. A replay has no workload at hand, and
     * so none of it.
     */
    Map<String, List<KindFigures>> kinds() {
      return KindFigures.of(
          traces, prepared.plan().scenarios().stream().map(Scenario::workload).toList());
    }

    /** How the scenarios went, for charts. */
    List<ScenarioCourse> courses() {
      Map<String, List<KindFigures>> kinds = kinds();
      return traces.traces().stream()
          .map(
              trace ->
                  replayed(
                      () ->
                          ScenarioCourse.of(
                              trace,
                              prepared.plan().profile(),
                              kinds.getOrDefault(trace.workload(), List.of()),
                              Optional.ofNullable(attributions.get(trace.workload())))))
          .toList();
    }
  }

  /**
   * Reads and checks everything that the options name, and runs nothing yet.
   *
   * @param attribute whether to record where the work goes
   * @throws InputException if something cannot be used
   */
  Prepared prepare(boolean attribute, Output output) {
    requireNothingToRun(attribute);
    Selection.OpenSuite suite = selection.open(output.environment());
    if (traceFile != null) {
      return replay(traceFile, suite);
    }
    tracing.configureMeter(suite.meter(), attribute);
    Plan plan = suite.plan();
    return new Prepared(
        suite.path(),
        plan,
        Meter.version(),
        attributions ->
            attribute
                ? tracing.traceAndAttribute(selection, plan.scenarios(), attributions, output)
                : tracing.trace(selection, plan.scenarios(), output));
  }

  /** What the virtual machine refuses is too large or too slow: the user's choice. */
  private static <T> T replayed(Supplier<T> replay) {
    try {
      return replay.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** What was given that figures depend on, but for sizes, as a person would type it. */
  List<String> words() {
    List<String> words = new ArrayList<>(selection.words());
    words.addAll(tracing.words());
    return words;
  }

  /** The options that say which scenarios are run, and how large. */
  Selection selection() {
    return selection;
  }

  /** Whether everything is counted again and compared. */
  boolean verify() {
    return tracing.verify();
  }

  private static Prepared replay(Path file, Selection.OpenSuite suite) {
    TraceSet counted = TraceFile.read(file);
    if (!weights(counted.meter()).equals(weights(Meter.version()))) {
      throw new InputException(
          file
              + ": counted with "
              + counted.meter()
              + ", this lightspeed counts with "
              + Meter.version()
              + ", and the two cannot be compared: count again with 'lightspeed trace'");
    }
    Plan plan = suite.replayOf(file, counted);
    return new Prepared(suite.path(), plan, counted.meter(), attributions -> counted);
  }

  private void requireNothingToRun(boolean attribute) {
    if (traceFile == null) {
      return;
    }
    String given = selection.optionForRunning();
    given = given == null ? tracing.firstGiven() : given;
    given = given == null && attribute ? "--attribute" : given;
    if (given != null) {
      throw new ParameterException(
          command.commandLine(),
          given + " cannot be combined with --trace: what was counted is replayed as it is");
    }
  }

  /** The version of a meter's weights, {@code 2} of {@code full/2@17.0.15}: both modes share it. */
  private static String weights(String meter) {
    return meter.replaceFirst("^[^/]*/", "").replaceFirst("@.*$", "");
  }
}
