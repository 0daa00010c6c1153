package dev.lightspeed.junit;

import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.ScenarioReport;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.assertj.core.api.Descriptable;
import org.assertj.core.description.Description;

/** Assertions on one workload of a report: a method for each figure, by its key in files. */
public final class WorkloadAssert implements Descriptable<WorkloadAssert> {

  private final ReportAssert report;
  private final String label;
  private final Optional<ScenarioReport> scenario;
  private final Failing failing;

  /**
   * @param scenario empty if that the report lacks it was told already
   */
  WorkloadAssert(
      ReportAssert report, String label, Optional<ScenarioReport> scenario, Failing failing) {
    this.report = report;
    this.label = label;
    this.scenario = scenario;
    this.failing = failing;
  }

  @Override
  public WorkloadAssert describedAs(Description description) {
    return new WorkloadAssert(report, label, scenario, failing.describedAs(description));
  }

  /**
   * Another workload of the same report. It has to be there, and the nearest word is named if it is
   * not.
   */
  public WorkloadAssert workload(String other) {
    return report.workload(other);
  }

  /**
   * Compares this workload with what the baseline says of it, and with nothing else there; see
   * {@link ReportAssert#matchesBaseline(Path)}.
   */
  public WorkloadAssert matchesBaseline(Path file) {
    return matchesBaseline(file, Tolerances.none());
  }

  /** The same, where figures may be worse by their tolerances. */
  public WorkloadAssert matchesBaseline(Path file, Tolerances tolerances) {
    scenario.ifPresent(
        now ->
            failing.unlessEmpty(() -> BaselineCheck.of(file).of(report.report(), now, tolerances)));
    return this;
  }

  /** The figure. */
  public FigureAssert figure(Figure figure) {
    OptionalLong value = scenario.stream().mapToLong(figure::of).findFirst();
    return new FigureAssert(this, figure, value, failing);
  }

  /** Sessions at the same time. */
  public FigureAssert sessionCount() {
    return figure(Figure.SESSIONS);
  }

  /** Events of each session, after its mount. */
  public FigureAssert eventsPerSession() {
    return figure(Figure.EVENTS_PER_SESSION);
  }

  /** Events of all sessions together. */
  public FigureAssert totalEvents() {
    return figure(Figure.TOTAL_EVENTS);
  }

  /** Median latency of an event, in virtual milliseconds. */
  public FigureAssert p50LatencyMs() {
    return figure(Figure.P50_LATENCY);
  }

  /** 95th percentile of the latency, in virtual milliseconds. */
  public FigureAssert p95LatencyMs() {
    return figure(Figure.P95_LATENCY);
  }

  /** Bytes of the frames of all events. */
  public FigureAssert totalPayloadBytes() {
    return figure(Figure.TOTAL_PAYLOAD);
  }

  /** Bytes of the frame of an event, mean rounded up. */
  public FigureAssert avgPayloadBytes() {
    return figure(Figure.AVG_PAYLOAD);
  }

  /** Patch operations of all events. */
  public FigureAssert totalPatchOps() {
    return figure(Figure.TOTAL_PATCH_OPS);
  }

  /** Patch operations of an event, mean rounded up. */
  public FigureAssert avgPatchOps() {
    return figure(Figure.AVG_PATCH_OPS);
  }

  /** The most KiB that any session held. */
  public FigureAssert peakMemoryUnitsPerSession() {
    return figure(Figure.PEAK_MEMORY);
  }

  /** KiB of all sessions, the sum of every session's own peak. */
  public FigureAssert estimatedTotalMemoryUnits() {
    return figure(Figure.TOTAL_MEMORY);
  }

  /** Events a second that the profile sustains. */
  public FigureAssert throughputEventsPerSecond() {
    return figure(Figure.THROUGHPUT);
  }

  /** 99th percentile of the latency, in virtual milliseconds. */
  public FigureAssert p99LatencyMs() {
    return figure(Figure.P99_LATENCY);
  }

  /** Latency of the slowest event, in virtual milliseconds. */
  public FigureAssert maxLatencyMs() {
    return figure(Figure.MAX_LATENCY);
  }

  /** CPU units of all events. */
  public FigureAssert totalCpuUnits() {
    return figure(Figure.TOTAL_CPU);
  }

  /** CPU units of an event, mean rounded up. */
  public FigureAssert avgCpuUnits() {
    return figure(Figure.AVG_CPU);
  }

  /** CPU units of the most expensive event. */
  public FigureAssert maxCpuUnits() {
    return figure(Figure.MAX_CPU);
  }

  /** Bytes that all events allocated. */
  public FigureAssert totalAllocatedBytes() {
    return figure(Figure.TOTAL_ALLOCATED);
  }

  /** Bytes that an event allocated, mean rounded up. */
  public FigureAssert avgAllocatedBytes() {
    return figure(Figure.AVG_ALLOCATED);
  }

  /** Bytes of the longest frame of an event. */
  public FigureAssert maxPayloadBytes() {
    return figure(Figure.MAX_PAYLOAD);
  }

  /** CPU units of a mount, mean rounded up. */
  public FigureAssert avgMountCpuUnits() {
    return figure(Figure.AVG_MOUNT_CPU);
  }

  /** Bytes of a mount's frame, mean rounded up. */
  public FigureAssert avgMountPayloadBytes() {
    return figure(Figure.AVG_MOUNT_PAYLOAD);
  }

  /** Bytes that a mount allocated, mean rounded up. */
  public FigureAssert avgMountAllocatedBytes() {
    return figure(Figure.AVG_MOUNT_ALLOCATED);
  }

  /** Thousandths of the time in which the CPU is busy. */
  public FigureAssert cpuUtilisationPermille() {
    return figure(Figure.CPU_UTILISATION);
  }

  /** Thousandths of the time in which the link is busy. */
  public FigureAssert linkUtilisationPermille() {
    return figure(Figure.LINK_UTILISATION);
  }

  String label() {
    return label;
  }
}
