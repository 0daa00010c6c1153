package dev.lightspeed.harness.run;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BudgetGate;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.VirtualMachine;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Workload → trace → virtual machine → report → gate: the one place that runs it. */
public final class Pipeline {

  private Pipeline() {}

  /**
   * Carries out {@code plan}.
   *
   * @throws InputException if what was counted is too large for the profile's virtual machine
   * @throws dev.lightspeed.meter.MeterMissingException if the meter is not running in this JVM
   * @throws dev.lightspeed.harness.workload.WorkloadFailure if a workload cannot be measured
   * @throws dev.lightspeed.harness.verify.NotDeterministic if it is verified and another count
   *     differs
   */
  public static Outcome run(Plan plan, RunListener listener) {
    Counted counted = count(plan, listener);
    try {
      Report report = replay(plan.profile(), counted.traces());
      return gate(plan, counted, report);
    } catch (IllegalArgumentException e) {
      // What the virtual machine refuses is too large or too slow: the user's choice.
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The first half of it: workload → trace. */
  public static Counted count(Plan plan, RunListener listener) {
    if (plan.source() instanceof Source.Live live) {
      return live.counting().count(live.scenarios(), listener);
    }
    TraceSet recorded = ((Source.Recorded) plan.source()).traces();
    listener.uncounted(recorded.uncounted());
    return Counted.before(recorded);
  }

  /**
   * The middle of it: trace → virtual machine → report.
   *
   * @throws IllegalArgumentException if a trace is too large to replay, or a figure is beyond 2^63
   *     - 1
   */
  public static Report replay(Profile profile, TraceSet traces) {
    List<ScenarioReport> scenarios = new ArrayList<>();
    for (Trace trace : traces.traces()) {
      scenarios.add(ScenarioReport.of(trace, profile, VirtualMachine.replay(trace, profile)));
    }
    return new Report(profile, scenarios, traces.meter(), traces.uncounted());
  }

  private static Outcome gate(Plan plan, Counted counted, Report report) {
    return new Outcome(
        counted,
        report,
        BudgetGate.judge(report, plan.budgets().budgets()),
        plan.budgets().ungated(),
        plan.baseline().map(baseline -> baseline.hold(plan, counted, report)),
        plan.timelines() ? timelines(plan, counted) : List.of());
  }

  private static List<ScenarioTimeline> timelines(Plan plan, Counted counted) {
    Map<String, List<EventTypeFigures>> eventTypes = counted.eventTypes();
    List<ScenarioTimeline> timelines = new ArrayList<>();
    for (Trace trace : counted.traces().traces()) {
      timelines.add(
          ScenarioTimeline.of(
              trace,
              plan.profile(),
              eventTypes.getOrDefault(trace.workload(), List.of()),
              counted.attribution(trace.workload())));
    }
    return timelines;
  }
}
