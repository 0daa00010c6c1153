package dev.lightspeed.harness;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Reports for tests: one to reason about, and any. */
public final class Reports {

  public static final Profile PROFILE = new Profile("pinned", 1000, 1000, 1_048_576);

  public static final ScenarioReport COUNTER =
      new ScenarioReport("counter", 200, 100, 20_000, 7, 19, 380_000, 19, 38_000, 2, 3, 580, 4321);

  public static final ScenarioReport CRUD_TABLE =
      new ScenarioReport(
          "crud_table", 50, 100, 5_000, 40, 180, 2_057_001, 412, 17_500, 4, 18, 850, 900);

  public static final Report REPORT = new Report(PROFILE, List.of(COUNTER, CRUD_TABLE));

  private Reports() {}

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
            scenarios().list().ofMinSize(1).ofMaxSize(5).uniqueElements(ScenarioReport::workload))
        .as(Report::new);
  }

  /** Any figures that agree with each other. */
  private static Arbitrary<ScenarioReport> scenarios() {
    Arbitrary<Long> any = Arbitraries.longs().between(0, Long.MAX_VALUE);
    Arbitrary<Integer> count = Arbitraries.integers().between(1, Integer.MAX_VALUE);
    return Combinators.combine(labels(), count, count, any, any, any, any, any)
        .as(
            (label, sessions, events, latency, payload, ops, memory, throughput) -> {
              long total = (long) sessions * events;
              long peak = memory / sessions;
              return new ScenarioReport(
                  label,
                  sessions,
                  events,
                  total,
                  latency / 2,
                  latency,
                  payload,
                  payload / total + Long.signum(payload % total),
                  ops,
                  ops / total + Long.signum(ops % total),
                  peak,
                  peak + (memory - peak) % (peak * sessions - peak + 1),
                  throughput);
            });
  }
}
