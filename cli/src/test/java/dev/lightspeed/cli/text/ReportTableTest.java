package dev.lightspeed.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.Repository;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTableTest {

  private static final Profile PROFILE = new Profile("pinned-1", 1_000, 2_500, 1_048_576);

  @Test
  void everyFigureHasAColumnWithinEightyColumns() {
    Report report =
        report(
            PROFILE,
            List.of(
                scenario(
                    "counter", 300, 200, 60_000, 4, 17, 1_140_000, 19, 114_000, 2, 3, 900, 512),
                scenario(
                    "crud_table",
                    300,
                    200,
                    60_000,
                    9,
                    84,
                    9_600_000,
                    160,
                    300_000,
                    5,
                    18,
                    5_400,
                    413),
                scenario(
                    "stream_heavy_list",
                    120,
                    200,
                    24_000,
                    88,
                    203,
                    9_600_000,
                    400,
                    105_600,
                    5,
                    5,
                    600,
                    1_377),
                scenario(
                    "form_heavy_flow",
                    300,
                    200,
                    60_000,
                    5,
                    21,
                    4_800_000,
                    80,
                    216_000,
                    4,
                    6,
                    1_800,
                    688)));

    assertThat(ReportTable.render(report))
        .startsWith(
            """
            profile pinned-1: 1,000 CPU units/ms, 2,500 B/ms, 1,048,576 KiB
            meter portable/2

                                         events/    events  latency  latency  throughput
            workload           sessions  session  in total  p50, ms  p95, ms    events/s
            counter                 300      200    60,000        4       17         512
            crud_table              300      200    60,000        9       84         413
            stream_heavy_list       120      200    24,000       88      203       1,377
            form_heavy_flow         300      200    60,000        5       21         688

                               payload    payload  patch ops  patch ops  peak KiB  memory
            workload           B/event   total, B     /event   in total  /session     KiB
            counter                 19  1,140,000          2    114,000         3     900
            crud_table             160  9,600,000          5    300,000        18   5,400
            stream_heavy_list      400  9,600,000          5    105,600         5     600
            form_heavy_flow         80  4,800,000          4    216,000         6   1,800
            """);
    assertFits(report);
  }

  @Test
  void theLargestFiguresTakeMoreBlocksNotMoreColumns() {
    long most = Long.MAX_VALUE;
    int count = Integer.MAX_VALUE;
    long events = (long) count * count;
    Report report =
        report(
            new Profile("a".repeat(64), most, most, most),
            List.of(
                scenario(
                    "stream_heavy_list",
                    count,
                    count,
                    events,
                    most,
                    most,
                    most,
                    3,
                    most,
                    3,
                    most,
                    most,
                    most)));

    assertThat(ReportTable.render(report))
        .startsWith(
            """
            profile aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa:
              9,223,372,036,854,775,807 CPU units/ms,
              9,223,372,036,854,775,807 B/ms,
              9,223,372,036,854,775,807 KiB
            meter portable/2

                                                    events/                     events
            workload                sessions        session                   in total
            stream_heavy_list  2,147,483,647  2,147,483,647  4,611,686,014,132,420,609

                                                 latency                    latency
            workload                             p50, ms                    p95, ms
            stream_heavy_list  9,223,372,036,854,775,807  9,223,372,036,854,775,807

                               throughput
            workload             events/s
            stream_heavy_list    no limit

                               payload                    payload  patch ops
            workload           B/event                   total, B     /event
            stream_heavy_list        3  9,223,372,036,854,775,807          3

                                               patch ops                   peak KiB
            workload                            in total                   /session
            stream_heavy_list  9,223,372,036,854,775,807  9,223,372,036,854,775,807

                                                  memory
            workload                                 KiB
            stream_heavy_list  9,223,372,036,854,775,807
            """);
    assertFits(report);
  }

  @Test
  void aNameTooLongForItsColumnHasALineToItself() {
    Report report =
        report(
            PROFILE,
            List.of(
                scenario("counter", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                scenario("the_checkout_flow_of_our_shop", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));

    assertThat(ReportTable.render(report))
        .startsWith(
            """
            profile pinned-1: 1,000 CPU units/ms, 2,500 B/ms, 1,048,576 KiB
            meter portable/2

                                events/    events  latency  latency  throughput
            workload  sessions  session  in total  p50, ms  p95, ms    events/s
            counter          1        1         1        1        1           1
            the_checkout_flow_of_our_shop
                             1        1         1        1        1           1

                      payload   payload  patch ops  patch ops  peak KiB  memory
            workload  B/event  total, B     /event   in total  /session     KiB
            counter         1         1          1          1         1       1
            the_checkout_flow_of_our_shop
                            1         1          1          1         1       1
            """);
    assertFits(report);
  }

  @Test
  void detailsAreAFurtherBlock() {
    Report report =
        new Report(
            PROFILE,
            List.of(
                new ScenarioReport(
                    "counter",
                    300,
                    200,
                    60_000,
                    4,
                    17,
                    1_140_000,
                    19,
                    114_000,
                    2,
                    3,
                    900,
                    512,
                    Repository.details(
                        23,
                        40,
                        128_280_000,
                        2_138,
                        2_260,
                        38_400_000,
                        640,
                        30,
                        900,
                        400,
                        5_000,
                        507,
                        1000))),
            "full/2@17.0.15",
            List.of());

    assertThat(ReportTable.render(report))
        .startsWith(
            """
            profile pinned-1: 1,000 CPU units/ms, 2,500 B/ms, 1,048,576 KiB
            meter full/2@17.0.15
            """)
        .endsWith(
            """

                      CPU units  CPU units  allocated  latency      CPU     link
            workload     /event    at most    B/event  p99, ms  busy, %  busy, %
            counter       2,138      2,260        640       23     50.7    100.0
            """);
    assertFits(report);
  }

  /** A scenario of these figures, with details that agree with them. */
  private static ScenarioReport scenario(
      String workload, int sessions, int events, long total, long p50, long p95, long... rest) {
    long most = Math.max(rest[1], 1);
    return new ScenarioReport(
        workload,
        sessions,
        events,
        total,
        p50,
        p95,
        rest[0],
        rest[1],
        rest[2],
        rest[3],
        rest[4],
        rest[5],
        rest[6],
        Repository.details(p95, p95, total, 1, 1, total, 1, most, 1, 1, 1, 100, 100));
  }

  private static Report report(Profile profile, List<ScenarioReport> scenarios) {
    return new Report(profile, scenarios, "portable/2", List.of());
  }

  private static void assertFits(Report report) {
    assertThat(ReportTable.render(report).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }
}
