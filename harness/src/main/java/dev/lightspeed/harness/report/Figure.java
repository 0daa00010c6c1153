package dev.lightspeed.harness.report;

import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.text.Percent;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * Every figure of a scenario: the one list from which files, gates, tables and documentation are
 * made. First those of the reference page, in its order, then the details. A further figure is one
 * more constant here.
 */
public enum Figure {
  SESSIONS(
      "sessionCount",
      "sessions",
      "",
      Direction.SIZE,
      page(ScenarioReport::sessionCount),
      "sessions at the same time"),
  EVENTS_PER_SESSION(
      "eventsPerSession",
      "events per session",
      "",
      Direction.SIZE,
      page(ScenarioReport::eventsPerSession),
      "events of each session, after its mount"),
  TOTAL_EVENTS(
      "totalEvents",
      "total events",
      "",
      Direction.SIZE,
      page(ScenarioReport::totalEvents),
      "the product of the two"),
  P50_LATENCY(
      "p50LatencyMs",
      "p50 latency",
      "ms",
      Direction.LOWER,
      page(ScenarioReport::p50LatencyMs),
      "median latency of an event, rounded up to whole virtual milliseconds"),
  P95_LATENCY(
      "p95LatencyMs",
      "p95 latency",
      "ms",
      Direction.LOWER,
      page(ScenarioReport::p95LatencyMs),
      "95th percentile of the latency, likewise"),
  TOTAL_PAYLOAD(
      "totalPayloadBytes",
      "total payload",
      "B",
      Direction.LOWER,
      page(ScenarioReport::totalPayloadBytes),
      "bytes of the frames of all events"),
  AVG_PAYLOAD(
      "avgPayloadBytes",
      "avg payload",
      "B",
      Direction.LOWER,
      page(ScenarioReport::avgPayloadBytes),
      "`totalPayloadBytes` / `totalEvents`, rounded up"),
  TOTAL_PATCH_OPS(
      "totalPatchOps",
      "total patch ops",
      "",
      Direction.LOWER,
      page(ScenarioReport::totalPatchOps),
      "patch operations of all events"),
  AVG_PATCH_OPS(
      "avgPatchOps",
      "avg patch ops",
      "",
      Direction.LOWER,
      page(ScenarioReport::avgPatchOps),
      "`totalPatchOps` / `totalEvents`, rounded up"),
  PEAK_MEMORY(
      "peakMemoryUnitsPerSession",
      "memory per session",
      "KiB",
      Direction.LOWER,
      page(ScenarioReport::peakMemoryUnitsPerSession),
      "the most that any session held after its mount or any event"),
  TOTAL_MEMORY(
      "estimatedTotalMemoryUnits",
      "memory of all sessions",
      "KiB",
      Direction.LOWER,
      page(ScenarioReport::estimatedTotalMemoryUnits),
      "the sum of every session's own peak"),
  THROUGHPUT(
      "throughputEventsPerSecond",
      "throughput",
      "events/s",
      Direction.HIGHER,
      page(ScenarioReport::throughputEventsPerSecond),
      "what the profile sustains with its bottleneck never idle: events × 1000 / max(CPU units /"
          + " `cpuUnits`, payload bytes / `ioUnits`), rounded down; 2^63 - 1 for what costs"
          + " nothing"),
  P99_LATENCY(
      "p99LatencyMs",
      "p99 latency",
      "ms",
      Direction.LOWER,
      detail(m -> m.replay().latency().p99()),
      "99th percentile of the latency, like the others"),
  MAX_LATENCY(
      "maxLatencyMs",
      "max latency",
      "ms",
      Direction.LOWER,
      detail(m -> m.replay().latency().max()),
      "latency of the slowest event, rounded up"),
  TOTAL_CPU(
      "totalCpuUnits",
      "total CPU",
      "units",
      Direction.LOWER,
      detail(Replayed::totalCpuUnits),
      "CPU units of all events"),
  AVG_CPU(
      "avgCpuUnits",
      "avg CPU",
      "units",
      Direction.LOWER,
      detail(m -> m.perEvent(m.totalCpuUnits())),
      "`totalCpuUnits` / `totalEvents`, rounded up"),
  MAX_CPU(
      "maxCpuUnits",
      "max CPU",
      "units",
      Direction.LOWER,
      detail(m -> m.totals().maxCpuUnits()),
      "CPU units of the most expensive event"),
  TOTAL_ALLOCATED(
      "totalAllocatedBytes",
      "total allocated",
      "B",
      Direction.LOWER,
      detail(Replayed::totalAllocatedBytes),
      "bytes that all events allocated, in the pinned layout"),
  AVG_ALLOCATED(
      "avgAllocatedBytes",
      "avg allocated",
      "B",
      Direction.LOWER,
      detail(m -> m.perEvent(m.totalAllocatedBytes())),
      "`totalAllocatedBytes` / `totalEvents`, rounded up"),
  MAX_PAYLOAD(
      "maxPayloadBytes",
      "max payload",
      "B",
      Direction.LOWER,
      detail(m -> m.totals().maxPayloadBytes()),
      "length of the longest frame of an event"),
  AVG_MOUNT_CPU(
      "avgMountCpuUnits",
      "avg mount CPU",
      "units",
      Direction.LOWER,
      detail(m -> m.perSession(m.totals().mountCpuUnits())),
      "CPU units of a mount, mean over all sessions, rounded up"),
  AVG_MOUNT_PAYLOAD(
      "avgMountPayloadBytes",
      "avg mount payload",
      "B",
      Direction.LOWER,
      detail(m -> m.perSession(m.totals().mountPayloadBytes())),
      "length of a mount's frame, likewise"),
  AVG_MOUNT_ALLOCATED(
      "avgMountAllocatedBytes",
      "avg mount allocated",
      "B",
      Direction.LOWER,
      detail(m -> m.perSession(m.totals().mountAllocatedBytes())),
      "bytes that a mount allocated, likewise"),
  CPU_UTILISATION(
      "cpuUtilisationPermille",
      "CPU utilisation",
      "‰",
      Direction.LOWER,
      detail(m -> m.permilleOfTime(m.replay().cpuBusyNs())),
      "the share of the time from 0 to the last frame in which the CPU is busy, rounded up"),
  LINK_UTILISATION(
      "linkUtilisationPermille",
      "link utilisation",
      "‰",
      Direction.LOWER,
      detail(m -> m.permilleOfTime(m.replay().linkBusyNs())),
      "the same for the link");

  /** Which of two values of a figure is the better one. */
  public enum Direction {
    /** The lower one. */
    LOWER,
    /** The higher one. */
    HIGHER,
    /** Neither: the figure says how large the scenario is. */
    SIZE;

    /** Whether {@code value} is worse than {@code other}; no size is. */
    public boolean isWorse(long value, long other) {
      return switch (this) {
        case LOWER -> value > other;
        case HIGHER -> value < other;
        case SIZE -> false;
      };
    }
  }

  private final String key;
  private final String label;
  private final String unit;
  private final Direction direction;
  private final FigureSource source;
  private final String definition;

  Figure(
      String key,
      String label,
      String unit,
      Direction direction,
      FigureSource source,
      String definition) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.direction = direction;
    this.source = source;
    this.definition = definition;
  }

  /** Its key in a report file, such as {@code avgPayloadBytes}. */
  public String key() {
    return key;
  }

  /** What people call it, such as {@code avg payload}. */
  public String label() {
    return label;
  }

  /** Its unit, such as {@code B}; empty for a bare number. */
  public String unit() {
    return unit;
  }

  /** Which of two values is the better one. */
  public Direction direction() {
    return direction;
  }

  /** What it is, in a sentence without its dot, as the documentation has it. */
  public String definition() {
    return definition;
  }

  /** Every figure beyond those of the reference page, in order. */
  static List<Figure> details() {
    return Arrays.stream(values()).filter(figure -> figure.source instanceof Detail).toList();
  }

  /** Its value, at least 0. */
  public long of(ScenarioReport scenario) {
    return source instanceof Component component
        ? component.value().applyAsLong(scenario)
        : scenario.details().of(this);
  }

  /** What it comes to, if it is beyond the reference page. */
  long of(Replayed replayed) {
    return ((Detail) source).value().applyAsLong(replayed);
  }

  /** A value with the unit, such as {@code 412 B}. */
  public String amount(long value) {
    return unit.isEmpty() ? Long.toString(value) : value + " " + unit;
  }

  /** The value as pages show it, thousandths as percent: {@code 1,095 events/s}. */
  public String shown(long value) {
    if (unit.equals("‰")) {
      return Percent.ofPermille(value) + " %";
    }
    if (this == THROUGHPUT && value == Long.MAX_VALUE) {
      return "no limit";
    }
    return Numbers.grouped(value) + (unit.isEmpty() ? "" : " " + unit);
  }

  /** Where its value comes from. */
  private sealed interface FigureSource {}

  /** A component of the reference page's record. */
  private record Component(ToLongFunction<ScenarioReport> value) implements FigureSource {}

  /** A figure beyond it, and what it is computed from. */
  private record Detail(ToLongFunction<Replayed> value) implements FigureSource {}

  private static FigureSource page(ToLongFunction<ScenarioReport> value) {
    return new Component(value);
  }

  private static FigureSource detail(ToLongFunction<Replayed> value) {
    return new Detail(value);
  }
}
