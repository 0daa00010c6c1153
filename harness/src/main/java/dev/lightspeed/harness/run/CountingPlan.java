package dev.lightspeed.harness.run;

import dev.lightspeed.harness.attribution.AttributionRecorder;
import dev.lightspeed.harness.attribution.AttributionRecorder.Attributed;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.verify.SameCommand;
import dev.lightspeed.harness.verify.Verification;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.EndWatch;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How scenarios are counted. No figure depends on it but for the meter's mode.
 *
 * @param mode of the meter
 * @param attributing whether to record where the work goes
 * @param options how they are traced; what these tell of progress is not used
 * @param verified the command that counts the same again in another JVM, if counts are to be
 *     verified
 */
public record CountingPlan(
    MeterMode mode, boolean attributing, TraceOptions options, Optional<SameCommand> verified) {

  /** In portable mode on every processor, and nothing but the figures. */
  public static CountingPlan usual() {
    return new CountingPlan(MeterMode.PORTABLE, false, TraceOptions.defaults(), Optional.empty());
  }

  /**
   * Sets this JVM's meter up, if it has one: to be called before any class of a workload is used.
   * That there is none is said when something is to be counted: what else is wrong is said first.
   */
  public void configureMeter() {
    if (Meter.isActive()) {
      Meter.require().configure(mode, attributing);
    }
  }

  /**
   * Runs {@code scenarios} and counts them.
   *
   * @throws dev.lightspeed.meter.MeterMissingException if the meter is not running in this JVM
   * @throws dev.lightspeed.harness.workload.WorkloadFailure if a workload cannot be measured
   * @throws dev.lightspeed.harness.verify.NotDeterministic if it is verified and another count
   *     differs
   */
  public Counted count(List<Scenario> scenarios, RunListener listener) {
    Meter.require();
    boolean begun = EndWatch.begin();
    try {
      Counted counted =
          verified.isPresent()
              ? countAndVerify(verified.get(), scenarios, listener)
              : countOnce(scenarios, listener);
      requireNobodyEndsTheJvm();
      listener.uncounted(counted.traces().uncounted());
      return counted;
    } finally {
      if (begun) {
        EndWatch.end();
      }
    }
  }

  /**
   * Refuses what was counted while somebody tried to end this JVM, and has gone on when refused.
   *
   * @throws WorkloadFailure naming who, and where
   */
  public static void requireNobodyEndsTheJvm() {
    List<String> attempts = EndWatch.attempts();
    if (!attempts.isEmpty()) {
      throw new WorkloadFailure(
          attempts.get(0) + ": a workload must not end the JVM, and nothing is gated");
    }
  }

  private Counted countOnce(List<Scenario> scenarios, RunListener listener) {
    CountingRun pass = new CountingRun(options.telling(listener::counted));
    listener.started(events(scenarios));
    try {
      for (Scenario scenario : scenarios) {
        listener.working(scenario.workload().label());
        pass.count(scenario);
      }
      return pass.counted(scenarios);
    } finally {
      listener.ended();
    }
  }

  private Counted countAndVerify(
      SameCommand command, List<Scenario> scenarios, RunListener listener) {
    TraceOptions telling = options.telling(listener::counted);
    CountingRun pass = new CountingRun(telling);
    try (Verification verification = Verification.start(mode, telling, command, scenarios)) {
      listener.started(2 * events(scenarios));
      for (Scenario scenario : scenarios) {
        listener.working(scenario.workload().label());
        verification.requireSameHere(scenario, pass.count(scenario));
      }
      Counted counted = pass.counted(scenarios);
      listener.working("in another JVM");
      verification.requireSameElsewhere(counted.traces().traces());
      return counted;
    } finally {
      listener.ended();
    }
  }

  private static long events(List<Scenario> scenarios) {
    long events = 0;
    for (Scenario scenario : scenarios) {
      events += (long) scenario.distinctSessions() * scenario.eventsPerSession();
    }
    return events;
  }

  /** Counts scenario after scenario. */
  private final class CountingRun {

    private final TraceOptions telling;
    private final List<Trace> traces = new ArrayList<>();
    private final List<WorkloadAttribution> attributions = new ArrayList<>();

    CountingRun(TraceOptions telling) {
      this.telling = telling;
    }

    Trace count(Scenario scenario) {
      Trace trace;
      if (attributing) {
        Attributed attributed = AttributionRecorder.trace(scenario, telling);
        attributions.add(attributed.attribution());
        trace = attributed.trace();
      } else {
        trace = Tracer.trace(scenario, telling);
      }
      traces.add(trace);
      return trace;
    }

    Counted counted(List<Scenario> scenarios) {
      List<Workload> workloads = scenarios.stream().map(Scenario::workload).toList();
      return new Counted(TraceSet.counted(traces), workloads, attributions);
    }
  }
}
