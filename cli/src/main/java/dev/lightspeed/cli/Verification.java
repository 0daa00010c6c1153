package dev.lightspeed.cli;

import static java.util.Objects.requireNonNull;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.AttributionRecorder;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.trace.Divergence;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that counts do not depend on the circumstances, or says what makes them: compares traces
 * of one scenario, and where they differ counts it again, with attribution, both ways.
 */
final class Verification {

  private static final String OTHER_ORDER =
      "(with the sessions in another order and on another number of threads)";
  private static final String OTHER_JVM =
      "(with other identity hash codes, compiler, collector, processors, locale, zone and charset)";

  private final MeterMode mode;
  private final TraceOptions first;
  private final TraceOptions second;
  private final Selection selection;
  private final List<String> secondJvm;

  /**
   * @param mode of the meter
   * @param first how the run that is printed is counted
   * @param second how it is counted again in this JVM
   * @param selection what is counted
   * @param secondJvm how it is counted in another JVM, as arguments
   */
  Verification(
      MeterMode mode,
      TraceOptions first,
      TraceOptions second,
      Selection selection,
      List<String> secondJvm) {
    this.mode = mode;
    this.first = first;
    this.second = second;
    this.selection = selection;
    this.secondJvm = List.copyOf(secondJvm);
  }

  /** Starts to count everything in another JVM. */
  OtherJvm countElsewhere(List<Scenario> scenarios) {
    return OtherJvm.start(command("trace", selection.argumentsFor(scenarios)));
  }

  private List<String> command(String name, List<String> selected) {
    List<String> command = new ArrayList<>(List.of(name));
    command.addAll(selected);
    command.addAll(secondJvm);
    return command;
  }

  /**
   * Compares what was counted in this JVM.
   *
   * @throws NotDeterministic if it differs
   */
  void requireSame(Scenario scenario, Trace first, Trace second) {
    Divergence.between(first, second).ifPresent(divergence -> refuse(scenario, divergence, true));
  }

  /**
   * Compares with what was counted in the other JVM.
   *
   * @throws NotDeterministic if it differs
   * @throws OtherJvm.Failed if it could not count
   */
  void requireSameElsewhere(List<Scenario> scenarios, List<Trace> traces, OtherJvm elsewhere) {
    Map<String, Trace> others = new LinkedHashMap<>();
    TraceFile.read(elsewhere.written())
        .traces()
        .forEach(other -> others.put(other.workload(), other));
    for (int i = 0; i < traces.size(); i++) {
      Scenario scenario = scenarios.get(i);
      Trace other = requireNonNull(others.get(scenario.workload().label()));
      Divergence.between(traces.get(i), other)
          .ifPresent(divergence -> refuse(scenario, divergence, false));
    }
  }

  private void refuse(Scenario scenario, Divergence divergence, boolean withinJvm) {
    StringBuilder text = new StringBuilder("not deterministic: ");
    text.append(divergence.step()).append(kind(scenario, divergence)).append(':');
    line(
        text,
        divergence.counter()
            + " "
            + divergence.first()
            + " in one run, "
            + divergence.second()
            + (withinJvm ? " in the other" : " in another JVM"));
    line(text, withinJvm ? OTHER_ORDER : OTHER_JVM);
    culprit(scenario, divergence, withinJvm).forEach(each -> line(text, each));
    throw new NotDeterministic(text.toString());
  }

  private static void line(StringBuilder text, String line) {
    text.append("\n  ").append(String.join("\n    ", Wrapping.lines(line, Output.WIDTH - 4)));
  }

  private static String kind(Scenario scenario, Divergence divergence) {
    if (divergence.event() == 0) {
      return "";
    }
    Iterator<Event> script = scenario.workload().script(divergence.session());
    for (int event = 1; event < divergence.event(); event++) {
      script.next();
    }
    return " (" + NameTable.shortened(script.next().name(), 24) + ")";
  }

  /** The sessions up to that one, and their events up to that one, are enough to see it again. */
  private List<String> culprit(Scenario whole, Divergence divergence, boolean withinJvm) {
    Scenario part =
        new Scenario(whole.workload(), divergence.session() + 1, Math.max(1, divergence.event()));
    Meter.require().configure(mode, true);
    try {
      return Culprit.describe(
          attribution(part, first),
          withinJvm ? attribution(part, second) : attributionElsewhere(part),
          divergence.counter(),
          Thread.currentThread().getContextClassLoader(),
          withinJvm);
    } catch (WorkloadFailure | OtherJvm.Failed e) {
      return List.of("where: could not be found out, because " + e.getMessage());
    }
  }

  private static WorkloadAttribution attribution(Scenario scenario, TraceOptions options) {
    return AttributionRecorder.trace(scenario, options).attribution();
  }

  private WorkloadAttribution attributionElsewhere(Scenario scenario) {
    try (OtherJvm elsewhere =
        OtherJvm.start(command("attribute", selection.argumentsFor(List.of(scenario))))) {
      Attribution attribution = AttributionFile.read(elsewhere.written());
      return attribution.find(scenario.workload().label()).orElseThrow();
    }
  }
}
