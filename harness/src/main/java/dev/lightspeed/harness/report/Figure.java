package dev.lightspeed.harness.report;

import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/**
 * Every figure of a scenario: the one list from which files, gates, tables and documentation are
 * made. First those of the reference page, in its order, then the details.
 */
public enum Figure {
  SESSIONS(
      "sessionCount",
      "sessions",
      "",
      Sense.SIZE,
      page(ScenarioReport::sessionCount),
      "sessions at the same time"),
  EVENTS_PER_SESSION(
      "eventsPerSession",
      "events per session",
      "",
      Sense.SIZE,
      page(ScenarioReport::eventsPerSession),
      "events of each session, after its mount"),
  TOTAL_EVENTS(
      "totalEvents",
      "total events",
      "",
      Sense.SIZE,
      page(ScenarioReport::totalEvents),
      "the product of the two"),
  P50_LATENCY(
      "p50LatencyMs",
      "p50 latency",
      "ms",
      Sense.LOWER,
      page(ScenarioReport::p50LatencyMs),
      "median latency of an event, rounded up to whole virtual milliseconds"),
  P95_LATENCY(
      "p95LatencyMs",
      "p95 latency",
      "ms",
      Sense.LOWER,
      page(ScenarioReport::p95LatencyMs),
      "95th percentile of the latency, likewise"),
  TOTAL_PAYLOAD(
      "totalPayloadBytes",
      "total payload",
      "B",
      Sense.LOWER,
      page(ScenarioReport::totalPayloadBytes),
      "bytes of the frames of all events"),
  AVG_PAYLOAD(
      "avgPayloadBytes",
      "avg payload",
      "B",
      Sense.LOWER,
      page(ScenarioReport::avgPayloadBytes),
      "`totalPayloadBytes` / `totalEvents`, rounded up"),
  TOTAL_PATCH_OPS(
      "totalPatchOps",
      "total patch ops",
      "",
      Sense.LOWER,
      page(ScenarioReport::totalPatchOps),
      "patch operations of all events"),
  AVG_PATCH_OPS(
      "avgPatchOps",
      "avg patch ops",
      "",
      Sense.LOWER,
      page(ScenarioReport::avgPatchOps),
      "`totalPatchOps` / `totalEvents`, rounded up"),
  PEAK_MEMORY(
      "peakMemoryUnitsPerSession",
      "memory per session",
      "KiB",
      Sense.LOWER,
      page(ScenarioReport::peakMemoryUnitsPerSession),
      "the most that any session held after its mount or any event"),
  TOTAL_MEMORY(
      "estimatedTotalMemoryUnits",
      "memory of all sessions",
      "KiB",
      Sense.LOWER,
      page(ScenarioReport::estimatedTotalMemoryUnits),
      "the sum of every session's own peak"),
  THROUGHPUT(
      "throughputEventsPerSecond",
      "throughput",
      "events/s",
      Sense.HIGHER,
      page(ScenarioReport::throughputEventsPerSecond),
      "what the profile sustains with its bottleneck never idle: events × 1000 / max(CPU units /"
          + " `cpuUnits`, payload bytes / `ioUnits`), rounded down; 2^63 - 1 for what costs"
          + " nothing"),
  P99_LATENCY(
      "p99LatencyMs",
      "p99 latency",
      "ms",
      Sense.LOWER,
      detail(Details::p99LatencyMs),
      "99th percentile of the latency, like the others"),
  MAX_LATENCY(
      "maxLatencyMs",
      "max latency",
      "ms",
      Sense.LOWER,
      detail(Details::maxLatencyMs),
      "latency of the slowest event, rounded up"),
  TOTAL_CPU(
      "totalCpuUnits",
      "total CPU",
      "units",
      Sense.LOWER,
      detail(Details::totalCpuUnits),
      "CPU units of all events"),
  AVG_CPU(
      "avgCpuUnits",
      "avg CPU",
      "units",
      Sense.LOWER,
      detail(Details::avgCpuUnits),
      "`totalCpuUnits` / `totalEvents`, rounded up"),
  MAX_CPU(
      "maxCpuUnits",
      "max CPU",
      "units",
      Sense.LOWER,
      detail(Details::maxCpuUnits),
      "CPU units of the most expensive event"),
  TOTAL_ALLOCATED(
      "totalAllocatedBytes",
      "total allocated",
      "B",
      Sense.LOWER,
      detail(Details::totalAllocatedBytes),
      "bytes that all events allocated, in the pinned layout"),
  AVG_ALLOCATED(
      "avgAllocatedBytes",
      "avg allocated",
      "B",
      Sense.LOWER,
      detail(Details::avgAllocatedBytes),
      "`totalAllocatedBytes` / `totalEvents`, rounded up"),
  MAX_PAYLOAD(
      "maxPayloadBytes",
      "max payload",
      "B",
      Sense.LOWER,
      detail(Details::maxPayloadBytes),
      "length of the longest frame of an event"),
  AVG_MOUNT_CPU(
      "avgMountCpuUnits",
      "avg mount CPU",
      "units",
      Sense.LOWER,
      detail(Details::avgMountCpuUnits),
      "CPU units of a mount, mean over all sessions, rounded up"),
  AVG_MOUNT_PAYLOAD(
      "avgMountPayloadBytes",
      "avg mount payload",
      "B",
      Sense.LOWER,
      detail(Details::avgMountPayloadBytes),
      "length of a mount's frame, likewise"),
  AVG_MOUNT_ALLOCATED(
      "avgMountAllocatedBytes",
      "avg mount allocated",
      "B",
      Sense.LOWER,
      detail(Details::avgMountAllocatedBytes),
      "bytes that a mount allocated, likewise"),
  CPU_UTILISATION(
      "cpuUtilisationPermille",
      "CPU utilisation",
      "‰",
      Sense.LOWER,
      detail(Details::cpuUtilisationPermille),
      "the share of the time from 0 to the last frame in which the CPU is busy, rounded up"),
  LINK_UTILISATION(
      "linkUtilisationPermille",
      "link utilisation",
      "‰",
      Sense.LOWER,
      detail(Details::linkUtilisationPermille),
      "the same for the link");

  /** Which of two values of a figure is the better one. */
  public enum Sense {
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
  private final Sense sense;
  private final Function<ScenarioReport, OptionalLong> value;
  private final String definition;

  Figure(
      String key,
      String label,
      String unit,
      Sense sense,
      Function<ScenarioReport, OptionalLong> value,
      String definition) {
    this.key = key;
    this.label = label;
    this.unit = unit;
    this.sense = sense;
    this.value = value;
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
  public Sense sense() {
    return sense;
  }

  /** What it is, in a sentence without its dot, as the documentation has it. */
  public String definition() {
    return definition;
  }

  /** Whether it is one of {@link Details}, and not of the reference page. */
  public boolean isDetail() {
    return compareTo(THROUGHPUT) > 0;
  }

  /** Its value, at least 0; empty for a detail of a report that has none. */
  public OptionalLong of(ScenarioReport scenario) {
    return value.apply(scenario);
  }

  /** A value with the unit, such as {@code 412 B}. */
  public String amount(long value) {
    return unit.isEmpty() ? Long.toString(value) : value + " " + unit;
  }

  private static Function<ScenarioReport, OptionalLong> page(ToLongFunction<ScenarioReport> value) {
    return scenario -> OptionalLong.of(value.applyAsLong(scenario));
  }

  private static Function<ScenarioReport, OptionalLong> detail(ToLongFunction<Details> value) {
    return scenario -> scenario.details().stream().mapToLong(value).findFirst();
  }
}
