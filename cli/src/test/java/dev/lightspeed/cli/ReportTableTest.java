package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
        new Report(
            PROFILE,
            List.of(
                new ScenarioReport(
                    "counter", 300, 200, 60_000, 4, 17, 1_140_000, 19, 114_000, 2, 3, 900, 512),
                new ScenarioReport(
                    "crud_table", 300, 200, 60_000, 9, 84, 9_600_000, 160, 300_000, 5, 18, 5_400,
                    413),
                new ScenarioReport(
                    "stream_heavy_list", 120, 200, 24_000, 88, 203, 9_600_000, 400, 105_600, 5, 5,
                    600, 1_377),
                new ScenarioReport(
                    "form_heavy_flow", 300, 200, 60_000, 5, 21, 4_800_000, 80, 216_000, 4, 6,
                    1_800, 688)));

    assertThat(ReportTable.render(report))
        .isEqualTo(
            """
            profile pinned-1: 1,000 CPU units/ms, 2,500 B/ms, 1,048,576 KiB

            """);
    assertFits(report);
  }

  @Test
  void theLargestFiguresTakeMoreBlocksNotMoreColumns() {
    long most = Long.MAX_VALUE;
    int count = Integer.MAX_VALUE;
    long events = (long) count * count;
    Report report =
        new Report(
            new Profile("a".repeat(64), most, most, most),
            List.of(
                new ScenarioReport(
                    "stream_heavy_list", count, count, events, most, most, most, 3, most, 3,
                    1L << 32, most, most)));

    assertThat(ReportTable.render(report)).isEqualTo("");
    assertFits(report);
  }

  @Test
  void aNameTooLongForItsColumnHasALineToItself() {
    Report report =
        new Report(
            PROFILE,
            List.of(
                new ScenarioReport("counter", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                new ScenarioReport(
                    "the_checkout_flow_of_our_shop", 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1)));

    assertThat(ReportTable.render(report)).isEqualTo("");
    assertFits(report);
  }

  private static void assertFits(Report report) {
    assertThat(ReportTable.render(report).lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }
}
