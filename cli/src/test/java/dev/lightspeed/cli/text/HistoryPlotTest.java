package dev.lightspeed.cli.text;

import static dev.lightspeed.cli.Repository.METER;
import static dev.lightspeed.cli.Repository.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.Repository;
import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.history.BaselineContent;
import dev.lightspeed.harness.history.BaselineHistory;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.Figure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class HistoryPlotTest {

  private final List<BaselineVersion> versions = new ArrayList<>();

  @Test
  void aValueThatStaysIsALevelLine() {
    payloads(7, 7, 7);

    assertThat(plot())
        .isEqualTo(
            """
            7 ┤────────────────────────
              └────────────────────────
               2026-01-01    2026-01-03
            """);
  }

  @Test
  void oneValueIsNoPlot() {
    payloads(7);

    assertThat(plot()).isEmpty();
  }

  @Test
  void theScaleBeginsAtZeroForLargeDifferencesAndAtTheLeastForSmallOnes() {
    payloads(10, 100);
    assertThat(plot()).startsWith("100 ┤        ╭───────\n").contains("\n  0 ┤\n", "────────╯");
    versions.clear();
    payloads(99, 100);
    assertThat(plot()).contains("\n 99 ┤────────╯\n");
  }

  @Test
  void whatCannotBeComparedIsPartedAndWhatIsNotThereIsAGap() {
    payloads(10, 20);
    add(new BaselineContent.Absent());
    payloads(20);
    baseline("portable/3", 20);

    assertThat(plot())
        .isEqualTo(
            """
            20 ┤        ╭───────        ────────┊────────
               │        │                       ┊
               │        │                       ┊
               │────────╯                       ┊
               │                                ┊
               │                                ┊
               │                                ┊
             0 ┤                                ┊
               └─────────────────────────────────────────
                        ^ 000000002
                2026-01-01                     2026-01-05
            """);
  }

  @Test
  void asManyCommitsAsFitHaveAColumnEach() {
    payloads(LongStream.range(0, 74).map(i -> 50 + i % 2 * 50).toArray());
    String[] lines = plot().split("\n", -1);

    assertThat(lines[0]).isEqualTo("100 ┤" + alternating("╭", "╮", 74));
    assertThat(lines[8]).isEqualTo("    └" + "─".repeat(74));
  }

  @Test
  void moreCommitsShareColumns() {
    payloads(LongStream.range(0, 750).map(i -> i < 375 ? 100 : 200).toArray());
    String[] lines = plot().split("\n", -1);

    assertThat(lines).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(lines[0]).matches("200 ┤ +│?─+");
    assertThat(lines[9]).contains("^ 000000178");
  }

  @Test
  void aMarkAtTheRightEdgeHasItsNameOnItsLeft() {
    payloads(LongStream.range(0, 70).map(i -> i < 69 ? 100 : 200).toArray());

    assertThat(plot().split("\n", -1)[9]).endsWith("000000046 ^").hasSizeLessThanOrEqualTo(80);
  }

  @Test
  void hugeValuesFit() {
    payloads(1_000_000_000_000L, 9_000_000_000_000L);

    assertThat(plot().lines())
        .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80))
        .first()
        .asString()
        .startsWith("9,000,000,000,000 ┤");
  }

  private static String alternating(String up, String down, int columns) {
    StringBuilder line = new StringBuilder(" ");
    for (int i = 1; i < columns; i++) {
      line.append(i % 2 == 1 ? up : down);
    }
    return line.toString();
  }

  private String plot() {
    BaselineHistory history = new BaselineHistory("b.json", Optional.empty(), versions, false);
    return HistoryPlot.render(history.figure("cart", Figure.AVG_PAYLOAD));
  }

  private void payloads(long... values) {
    for (long value : values) {
      baseline(METER, value);
    }
  }

  private void baseline(String meter, long payload) {
    String text = Repository.baseline(meter, scenario("cart", payload));
    add(new BaselineContent.Present(BaselineFile.parse("b.json", text)));
  }

  private void add(BaselineContent content) {
    int number = versions.size() + 1;
    String hash = "%09x%031x".formatted(number, number);
    long second = 1_767_225_600 + (number - 1) * 86_400L;
    versions.add(new BaselineVersion(Optional.of(new Commit(hash, second, "Change")), content));
  }
}
