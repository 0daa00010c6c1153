package dev.lightspeed.cli;

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
import java.util.List;
import java.util.Optional;

/**
 * Proves that counts do not depend on the circumstances, or says what makes them: compares traces
 * of one scenario, and where they differ counts it again, with attribution, both ways.
 */
final class Verification {

  private static final String OTHER_ORDER =
      "(with the sessions in another order and on another number of threads)";
  private static final String OTHER_JVM =
      "(with other identity hash codes, compiler, collector, locale, zone and charset)";

  private final Circumstances circumstances;

  Verification(Circumstances circumstances) {
    this.circumstances = circumstances;
  }

  /**
   * Both ways to count, and what else a count is made of.
   *
   * @param mode of the meter
   * @param first how the run that is printed was counted
   * @param second how it was counted again in this JVM
   * @param selection what was asked for
   * @param tracing how, as arguments for another JVM
   */
  record Circumstances(
      MeterMode mode,
      TraceOptions first,
      TraceOptions second,
      Selection selection,
      List<String> tracing) {

    Circumstances {
      tracing = List.copyOf(tracing);
    }
  }

  /** Starts to count everything in another JVM. */
  OtherJvm countElsewhere() {
    List<String> arguments = new ArrayList<>(List.of("trace"));
    arguments.addAll(circumstances.selection().arguments());
    arguments.addAll(circumstances.tracing());
    return OtherJvm.start(arguments);
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
    List<Trace> others = TraceFile.read(elsewhere.written()).traces();
    for (int i = 0; i < traces.size(); i++) {
      Scenario scenario = scenarios.get(i);
      Trace trace = traces.get(i);
      others.stream()
          .filter(other -> other.workload().equals(trace.workload()))
          .findFirst()
          .flatMap(other -> Divergence.between(trace, other))
          .ifPresent(divergence -> refuse(scenario, divergence, false));
    }
  }

  private void refuse(Scenario scenario, Divergence divergence, boolean withinJvm) {
    StringBuilder text = new StringBuilder("not deterministic: ");
    text.append(divergence.workload()).append(": session ").append(divergence.session());
    text.append(divergence.event() == 0 ? ", mount" : ", event " + divergence.event());
    text.append(kind(scenario, divergence)).append(":");
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
    text.append("\n  ").append(String.join("\n    ", Wrapping.lines(line, NameTable.WIDTH - 4)));
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
    Meter.require().configure(circumstances.mode(), true);
    try {
      WorkloadAttribution first = attribution(part, circumstances.first());
      WorkloadAttribution second =
          withinJvm ? attribution(part, circumstances.second()) : attributionElsewhere(part);
      return Culprit.describe(
          first,
          second,
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
    List<String> arguments = new ArrayList<>(List.of("attribute"));
    arguments.addAll(circumstances.selection().argumentsFor(scenario));
    arguments.addAll(circumstances.tracing());
    try (OtherJvm elsewhere = OtherJvm.start(arguments)) {
      Attribution attribution = AttributionFile.read(elsewhere.written());
      Optional<WorkloadAttribution> found = attribution.find(scenario.workload().label());
      return found.orElseThrow();
    }
  }
}
