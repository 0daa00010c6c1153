package dev.lightspeed.harness.verify;

import static java.util.Objects.requireNonNull;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.AttributionRecorder;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.trace.Divergence;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceFile;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Proves that counts do not depend on the circumstances, or says what makes them: counts each
 * scenario again in this JVM and in another one, compares the traces, and where they differ counts
 * once more, with attribution, both ways.
 */
public final class Verification implements AutoCloseable {

  private final MeterMode mode;
  private final TraceOptions first;
  private final TraceOptions again;
  private final SameCommand command;
  private final List<Scenario> scenarios;
  private final OtherJvm elsewhere;

  private Verification(
      MeterMode mode, TraceOptions first, SameCommand command, List<Scenario> scenarios) {
    this.mode = mode;
    this.first = first;
    this.again = first.again();
    this.command = command;
    this.scenarios = List.copyOf(scenarios);
    this.elsewhere = elsewhere(scenarios, false);
  }

  /**
   * Starts to count everything in another JVM.
   *
   * @param mode of the meter
   * @param first how {@code scenarios} are counted for the report
   * @param command what counts them in the other JVM
   * @throws OtherJvm.Failed if there can be no other JVM
   */
  public static Verification start(
      MeterMode mode, TraceOptions first, SameCommand command, List<Scenario> scenarios) {
    return new Verification(mode, first, command, scenarios);
  }

  /**
   * Counts {@code scenario} again in this JVM, with its sessions in another order and on another
   * number of threads.
   *
   * @param trace what was counted first
   * @throws NotDeterministic if that differs
   */
  public void requireSameHere(Scenario scenario, Trace trace) {
    Divergence.between(trace, Tracer.trace(scenario, again))
        .ifPresent(
            divergence -> {
              throw notDeterministic(scenario, divergence, true);
            });
  }

  /**
   * Waits for what was counted in the other JVM.
   *
   * @param traces what was counted first, of every scenario
   * @throws NotDeterministic if that differs
   * @throws OtherJvm.Failed if the other JVM could not count
   */
  public void requireSameElsewhere(List<Trace> traces) {
    Map<String, Trace> others = new LinkedHashMap<>();
    TraceFile.read(elsewhere.written())
        .traces()
        .forEach(other -> others.put(other.workload(), other));
    for (int i = 0; i < traces.size(); i++) {
      Scenario scenario = scenarios.get(i);
      Trace other = requireNonNull(others.get(scenario.workload().label()));
      Optional<Divergence> divergence = Divergence.between(traces.get(i), other);
      if (divergence.isPresent()) {
        throw notDeterministic(scenario, divergence.get(), false);
      }
    }
  }

  /** Ends the other JVM, if it still runs. */
  @Override
  public void close() {
    elsewhere.close();
  }

  private OtherJvm elsewhere(List<Scenario> some, boolean attributing) {
    return OtherJvm.start(
        command.jar(), written -> command.arguments(some, attributing, again.threads(), written));
  }

  private NotDeterministic notDeterministic(
      Scenario scenario, Divergence divergence, boolean withinJvm) {
    return new NotDeterministic(
        divergence,
        event(scenario, divergence),
        withinJvm,
        culprit(scenario, divergence, withinJvm));
  }

  private static Optional<String> event(Scenario scenario, Divergence divergence) {
    if (divergence.event() == 0) {
      return Optional.empty();
    }
    Iterator<Event> script = scenario.workload().script(divergence.session());
    for (int event = 1; event < divergence.event(); event++) {
      script.next();
    }
    return Optional.of(script.next().name());
  }

  /** The sessions up to that one, and their events up to that one, are enough to see it again. */
  private List<String> culprit(Scenario whole, Divergence divergence, boolean withinJvm) {
    Scenario part =
        new Scenario(whole.workload(), divergence.session() + 1, Math.max(1, divergence.event()));
    Meter.require().configure(mode, true);
    try {
      return Culprit.describe(
          attribution(part, first),
          withinJvm ? attribution(part, again) : attributionElsewhere(part),
          divergence.counter(),
          Thread.currentThread().getContextClassLoader(),
          withinJvm);
    } catch (WorkloadFailure | OtherJvm.Failed e) {
      return List.of("where: could not be found out, because " + e.getMessage());
    }
  }

  private static WorkloadAttribution attribution(Scenario scenario, TraceOptions options) {
    return AttributionRecorder.trace(scenario, options.telling(events -> {})).attribution();
  }

  private WorkloadAttribution attributionElsewhere(Scenario scenario) {
    try (OtherJvm other = elsewhere(List.of(scenario), true)) {
      Attribution attribution = AttributionFile.read(other.written());
      return attribution.find(scenario.workload().label()).orElseThrow();
    }
  }
}
