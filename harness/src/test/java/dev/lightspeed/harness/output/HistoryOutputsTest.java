package dev.lightspeed.harness.output;

import static dev.lightspeed.harness.history.Histories.PROFILE;
import static dev.lightspeed.harness.history.Histories.baseline;
import static dev.lightspeed.harness.history.Histories.commit;
import static dev.lightspeed.harness.history.Histories.payloads;
import static dev.lightspeed.harness.history.Histories.scenario;
import static dev.lightspeed.harness.history.Histories.version;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.history.BaselineContent;
import dev.lightspeed.harness.history.BaselineHistory;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.Histories;
import dev.lightspeed.harness.output.data.HistoryCsv;
import dev.lightspeed.harness.output.data.HistoryJson;
import dev.lightspeed.harness.output.html.HistoryPage;
import dev.lightspeed.harness.report.Figure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the history of a figure is written as. */
class HistoryOutputsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final String HOSTILE =
      "=1</title><script>document.title='run'</script>\u001b[2J\u202E,\"";

  /** A part of a history with every kind of step. */
  private static final FigureHistory ALL =
      new BaselineHistory(
              "lightspeed.baseline.json",
              Optional.of(version(1, baseline(scenario("cart", 27)))),
              List.of(
                  version(2, baseline(scenario("cart", 35), scenario("pay", 1))),
                  version(3, baseline(scenario("cart", 35))),
                  version(4, baseline(scenario("cart", 30))),
                  version(5, baseline("portable/3", PROFILE, scenario("cart", 40))),
                  version(6, baseline("portable/3", PROFILE, scenario("pay", 1))),
                  new BaselineVersion(
                      Optional.of(commit(7, "Remove it")), new BaselineContent.Absent()),
                  new BaselineVersion(
                      Optional.of(commit(8, HOSTILE)),
                      new BaselineContent.Present(baseline(scenario("cart", 31)))),
                  new BaselineVersion(
                      Optional.empty(),
                      new BaselineContent.Present(baseline(scenario("cart", 33))))),
              false)
          .figure("cart", Figure.AVG_PAYLOAD);

  @Test
  void theJsonIsTheSameBytesForEverAndThatOfItsSchema() throws IOException {
    String json = HistoryJson.write(ALL);

    Golden.assertHolds("history-1.json", json);
    assertThat(problems(JSON.readTree(json))).isEmpty();
    assertThat(problems(JSON.readTree(HistoryJson.write(throughput(Long.MAX_VALUE))))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          history/1 | history/2
          "better": "lower" | "better": "less"
          "change": "worse" | "change": "worst"
          "value": 35 | "value": -1
          "time": "2026-01-02T00:00:01Z" | "time": "2026-01-02"
          "subject": "Change 2", | ``
          "unit" | "units"
          """)
  void aHistoryThatIsNotOneIsInvalid(String right, String wrong) throws IOException {
    String text = HistoryJson.write(ALL);

    assertThat(text).contains(right);
    assertThat(problems(JSON.readTree(text.replace(right, wrong)))).isNotEmpty();
  }

  @Test
  void theCsvHasALineAVersionAndNoFormula() {
    List<String> lines = HistoryCsv.write(ALL).lines().toList();

    assertThat(lines.get(0))
        .isEqualTo("commit,time,workload,figure,unit,before,value,change,reason,subject");
    assertThat(lines.get(1))
        .isEqualTo(
            commit(2, "").hash()
                + ",2026-01-02T00:00:01Z,cart,avgPayloadBytes,B,27,35,worse,,Change 2");
    assertThat(lines.get(4))
        .endsWith(
            ",30,40,not comparable,\"counted with portable/3, before with portable/2\",Change 5");
    assertThat(lines.get(5)).endsWith(",40,,gone,,Change 6");
    assertThat(lines.get(6)).endsWith(",,,absent,,Remove it");
    assertThat(lines.get(7)).contains(",,31,new,,\"'=1</title>").endsWith("\uFFFD[2J\uFFFD,\"\"\"");
    assertThat(lines.get(8)).isEqualTo(",,cart,avgPayloadBytes,B,31,33,worse,,");
    assertThat(lines).hasSize(9);
  }

  @Test
  void thePageShowsTheStepsAndRunsNothing() {
    Document page = Jsoup.parse(HistoryPage.write(ALL));

    assertThat(page.title()).isEqualTo("History of cart: avg payload");
    assertThat(page.select("script")).isEmpty();
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .startsWith("default-src 'none'");
    assertThat(page.select("tbody tr").eachText())
        .hasSize(6)
        .startsWith("not committed 31 B 33 B +6.5 % worse")
        .contains("02abcdef0 2026-01-02 27 B 35 B +29.6 % worse Change 2");
    assertThat(page.select("bdi").eachText()).anyMatch(text -> text.contains("=1</title><script>"));
    assertThat(page.outerHtml()).doesNotContain("\u001b").doesNotContain("\u202E");
    // Parted where it is not comparable, and where it is not there.
    assertThat(page.select("svg path.one")).hasSize(3);
    assertThat(page.select("svg line.break")).hasSize(1);
    assertThat(page.select("svg text.limit").text()).isEqualTo("not committed +6.5 %");
    assertThat(page.select("svg desc").text())
        .isEqualTo("Between 27 B and 40 B in 9 versions of the baseline, now 33 B.");
  }

  @Test
  void thePageOfAFigureThatNeverChangedSaysSo() {
    FigureHistory same =
        new BaselineHistory(
                "b.json",
                Optional.of(version(1, baseline(scenario("cart", 27)))),
                List.of(version(2, baseline(scenario("cart", 27)))),
                false)
            .figure("cart", Figure.AVG_PAYLOAD);
    Document page = Jsoup.parse(HistoryPage.write(same));

    assertThat(page.select("section p").eachText()).contains("None did.");
    assertThat(page.select("tbody")).isEmpty();
    assertThat(page.select("svg path.one")).hasSize(1);
  }

  @Test
  void theAxisBeginsAtZeroUnlessDifferencesWouldVanish() {
    assertThat(yLabels(payloads(10, 40))).containsExactly("0", "10", "20", "30", "40");
    assertThat(yLabels(payloads(9_912, 9_988)))
        .containsExactly("9,900", "9,920", "9,940", "9,960", "9,980", "10,000");
    assertThat(yLabels(payloads(1_000_000, 40_000_000)))
        .containsExactly("0", "10 M", "20 M", "30 M", "40 M");
    assertThat(yLabels(throughput(Long.MAX_VALUE))).hasSizeBetween(2, 6);
  }

  private static List<String> yLabels(FigureHistory history) {
    return Jsoup.parse(HistoryPage.write(history)).select("svg text.y").eachText();
  }

  private static FigureHistory throughput(long value) {
    return Histories.of(
            version(1, baseline(scenario("cart", 10, 1, 1))),
            version(2, baseline(scenario("cart", 10, 1, value))))
        .figure("cart", Figure.THROUGHPUT);
  }

  private static Collection<ValidationMessage> problems(JsonNode history) throws IOException {
    Path schema = Path.of("..", "schemas", "history-1.json");
    return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
        .getSchema(JSON.readTree(Files.readString(schema)))
        .validate(history);
  }
}
