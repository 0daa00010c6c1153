package dev.lightspeed.harness;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Details;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Reports for tests: one to reason about, and any. */
public final class Reports {

  public static final Profile PROFILE = new Profile("pinned", 1000, 1000, 1_048_576);

  public static final String METER = "portable/2";

  public static final ScenarioReport COUNTER =
      new ScenarioReport(
          "counter",
          200,
          100,
          20_000,
          7,
          19,
          380_000,
          19,
          38_000,
          2,
          3,
          580,
          4321,
          details(23, 40, 42_000_001, 2_101, 3_000, 9_600_000, 480, 24, 900, 400, 5_000, 438, 80));

  public static final ScenarioReport CRUD_TABLE =
      new ScenarioReport(
          "crud_table",
          50,
          100,
          5_000,
          40,
          180,
          2_057_001,
          412,
          17_500,
          4,
          18,
          850,
          900,
          details(
              210,
              260,
              160_000_000,
              32_000,
              180_000,
              81_920_000,
              16_384,
              2_048,
              700_000,
              40_960,
              262_144,
              600,
              11));

  public static final Report REPORT = of(COUNTER, CRUD_TABLE);

  private Reports() {}

  /** Details with these values, in the order of the figures. */
  public static Details details(long... values) {
    SortedMap<Figure, Long> details = new TreeMap<>();
    Figure[] all = Figure.values();
    for (int i = 0; i < values.length; i++) {
      details.put(all[all.length - values.length + i], values[i]);
    }
    return new Details(details);
  }

  /** A report of {@code scenarios}. */
  public static Report of(ScenarioReport... scenarios) {
    return new Report(PROFILE, List.of(scenarios), METER, List.of());
  }

  /** Classes that were not counted. */
  private static Arbitrary<List<String>> uncounted() {
    return labels()
        .map(label -> "com.example." + label + ": because")
        .list()
        .ofMaxSize(3)
        .uniqueElements()
        .map(list -> list.stream().sorted().toList());
  }

  /** Labels of workloads. */
  public static Arbitrary<String> labels() {
    return Arbitraries.strings()
        .withChars("abcdefghijklmnopqrstuvwxyz0123456789_")
        .ofMinLength(0)
        .ofMaxLength(63)
        .map(rest -> "w" + rest);
  }

  /** Any profile. */
  public static Arbitrary<Profile> profiles() {
    Arbitrary<Long> units = Arbitraries.longs().between(1, Long.MAX_VALUE);
    return Combinators.combine(
            Arbitraries.strings().withCharRange(' ', '~').ofMinLength(1).ofMaxLength(64),
            units,
            units,
            units)
        .as(Profile::new);
  }

  /** Any report. */
  public static Arbitrary<Report> reports() {
    return Combinators.combine(
            profiles(),
            scenarios().list().ofMinSize(1).ofMaxSize(5).uniqueElements(ScenarioReport::workload),
            Arbitraries.of("portable/1", "portable/2", "full/2@25-ea+1"),
            uncounted())
        .as(Report::new);
  }

  /** Any figures that agree with each other. */
  private static Arbitrary<ScenarioReport> scenarios() {
    Arbitrary<Long> any = Arbitraries.longs().between(0, Long.MAX_VALUE);
    Arbitrary<Integer> count = Arbitraries.integers().between(1, Integer.MAX_VALUE);
    return Combinators.combine(labels(), count, count, any, any, any, any, any)
        .flatAs(
            (label, sessions, events, latency, payload, ops, memory, throughput) -> {
              long total = (long) sessions * events;
              long peak = memory / sessions;
              return details(total, latency, payload)
                  .map(
                      details ->
                          new ScenarioReport(
                              label,
                              sessions,
                              events,
                              total,
                              latency / 2,
                              latency,
                              payload,
                              ceilDiv(payload, total),
                              ops,
                              ceilDiv(ops, total),
                              peak,
                              peak + (memory - peak) % (peak * sessions - peak + 1),
                              throughput,
                              details));
            });
  }

  /** Any details that agree with the figures given. */
  private static Arbitrary<Details> details(long total, long latency, long payload) {
    Arbitrary<Long> any = Arbitraries.longs().between(0, Long.MAX_VALUE);
    Arbitrary<Integer> permille = Arbitraries.integers().between(0, 1000);
    return Combinators.combine(any, any, any, any, any, any, permille, permille)
        .as(
            (slow, cpu, allocated, share, mountCpu, mount, cpuBusy, linkBusy) -> {
              long p99 = latency + slow % Math.max(1, Long.MAX_VALUE - latency);
              return details(
                  p99,
                  p99 + share % Math.max(1, Long.MAX_VALUE - p99),
                  cpu,
                  ceilDiv(cpu, total),
                  between(share, ceilDiv(cpu, total), cpu),
                  allocated,
                  ceilDiv(allocated, total),
                  between(share, ceilDiv(payload, total), payload),
                  mountCpu,
                  mount,
                  mount / 2,
                  cpuBusy,
                  linkBusy);
            });
  }

  private static long between(long any, long min, long max) {
    return max == min ? min : min + any % (max - min);
  }

  private static long ceilDiv(long dividend, long divisor) {
    return dividend / divisor + Long.signum(dividend % divisor);
  }
}
