package dev.lightspeed.harness.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.output.data.BenchmarkJson;
import dev.lightspeed.harness.output.data.FiguresCsv;
import dev.lightspeed.harness.output.data.JunitXml;
import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.output.html.Badge;
import dev.lightspeed.harness.output.text.GithubAnnotations;
import dev.lightspeed.harness.output.text.MarkdownSummary;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.run.Finding;
import dev.lightspeed.harness.run.Outcome;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What other programs read, read by other programs' libraries. */
class OutputsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stream<String> names() {
    return Outcomes.all().keySet().stream();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          passed         | PASSED    | 2 scenarios passed
          over-budget    | FAILED    | 2 of 2 scenarios failed
          worse          | FAILED    | 1 of 2 scenarios failed
          not-comparable | FAILED    | 3 of 3 scenarios failed
          not-run        | FAILED    | 2 of 2 scenarios failed
          not-gated      | NOT_GATED | nothing is gated: no budget applies to 1 scenario
          """)
  void theVerdictIsThatOfItsFindings(String name, Verdict verdict, String headline) {
    Outcome outcome = outcome(name);

    assertThat(outcome.status()).isEqualTo(verdict);
    assertThat(outcome.headline()).isEqualTo(headline);
    assertThat(outcome.failures().isEmpty()).isEqualTo(verdict != Verdict.FAILED);
  }

  @Test
  void everyStateIsAmongTheExamples() {
    assertThat(Outcomes.all().values().stream().flatMap(each -> each.findings().stream()))
        .extracting(Finding::verdict)
        .contains(Verdict.PASSED, Verdict.BETTER, Verdict.TOLERATED, Verdict.FAILED);
    assertThat(outcome("passed").findings(Verdict.TOLERATED)).isNotEmpty();
    assertThat(outcome("passed").findings(Verdict.BETTER)).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("names")
  void theJsonIsThatOfItsSchemaAndHoldsTheReport(String name) throws IOException {
    Outcome outcome = outcome(name);
    JsonNode result = JSON.readTree(ResultJson.write(outcome));

    assertThat(problems("result-1", result)).isEmpty();
    assertThat(problems("report-2", result.get("report"))).isEmpty();
    assertThat(ReportJson.parse("result", result.get("report").toString()))
        .isEqualTo(outcome.report());
    assertThat(result.get("signature").asText()).isEqualTo(ReportSignature.of(outcome.report()));
    assertThat(result.get("checks")).hasSize(outcome.findings().size());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          result/1 | result/2
          "verdict": "failed" | "verdict": "bad"
          "state": "failed" | "state": "worse"
          "gate": "budget" | "gate": "limit"
          "figure": "avgPayloadBytes", | ``
          "reason": | "why":
          """)
  void aResultThatIsNotOneIsInvalid(String right, String wrong) throws IOException {
    String text =
        ResultJson.write(outcome("worse")).replace("\"gate\": \"profile\"", "\"gate\": \"budget\"");

    assertThat(text).contains(right);
    assertThat(problems("result-1", JSON.readTree(text.replace(right, wrong)))).isNotEmpty();
  }

  @Test
  void everySchemaIsInTheJar() throws IOException {
    try (Stream<Path> schemas = Files.list(Path.of("..", "schemas"))) {
      for (Path schema : schemas.toList()) {
        try (InputStream in =
            ResultJson.class.getResourceAsStream(
                "/dev/lightspeed/schemas/" + schema.getFileName())) {
          assertThat(in).as("%s", schema).isNotNull().hasContent(Files.readString(schema));
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void junitHasATestForEachFindingAndCountsThem(String name) throws Exception {
    Outcome outcome = outcome(name);
    Element root = xml(JunitXml.write(outcome)).getDocumentElement();
    List<String> failures = new ArrayList<>();
    for (Element failure : elements(root, "failure")) {
      failures.add(failure.getAttribute("message"));
    }

    assertThat(failures)
        .containsExactlyInAnyOrderElementsOf(
            outcome.failures().stream().map(Finding::message).toList());
    assertThat(elements(root, "testcase"))
        .hasSize(outcome.findings().size() + outcome.ungated().size());
    assertThat(elements(root, "skipped")).hasSize(outcome.ungated().size());
    requireCounts(root);
    for (Element suite : elements(root, "testsuite")) {
      requireCounts(suite);
      assertThat(elements(suite, "testcase").stream().map(each -> each.getAttribute("name")))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void junitHasTheFiguresAsProperties() throws Exception {
    Element suite =
        elements(xml(JunitXml.write(outcome("passed"))).getDocumentElement(), "testsuite").get(0);
    List<String> names = new ArrayList<>();
    elements(suite, "property").forEach(each -> names.add(each.getAttribute("name")));

    assertThat(suite.getAttribute("name")).isEqualTo("lightspeed.cart");
    assertThat(names).isEqualTo(Stream.of(Figure.values()).map(Figure::key).toList());
    assertThat(elements(suite, "property").get(0).getAttribute("value")).isEqualTo("12");
  }

  @Test
  void theCsvHasALineForEachFigure() throws IOException {
    List<CsvRecord> lines = csv(FiguresCsv.write(outcome("passed")));

    assertThat(lines).hasSize(1 + 2 * Figure.values().length);
    assertThat(lines).allMatch(line -> line.getFieldCount() == 9);
    assertThat(lines.get(5).getFields())
        .containsExactly("cart", "p95LatencyMs", "3", "ms", "lower", "20", "3", "3", "passed");
  }

  @Test
  void trackersGetWhatIsBetterTheSmallerItIs() throws IOException {
    JsonNode values = JSON.readTree(BenchmarkJson.write(outcome("passed")));

    assertThat(values).hasSize(2 * 21);
    for (JsonNode value : values) {
      assertThat(value.fieldNames()).toIterable().containsExactly("name", "unit", "value");
      assertThat(value.get("value").isIntegralNumber()).isTrue();
    }
    assertThat(values.toString()).doesNotContain("throughput").contains("cart: p95 latency");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "100 %, \r\n::error::gotcha",
        "::set-output name=a::b",
        "a\n::stop-commands::x",
      })
  void nothingInAnAnnotationIsACommand(String hostile) {
    String text = GithubAnnotations.write(Outcomes.hostile(hostile));

    assertThat(text.lines()).isNotEmpty().allMatch(line -> line.startsWith("::error title="));
    assertThat(text.lines()).allMatch(line -> line.matches("::error title=[^:,]+::[^\\r]+"));
    assertThat(text)
        .contains(hostile.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><failure message=\"x",
        "]]>&lt;&amp;",
        "\u0000\u001b[31m\uffff",
        "\r\n\t"
      })
  void nothingInXmlIsMarkup(String hostile) throws Exception {
    Document junit = xml(JunitXml.write(Outcomes.hostile(hostile)));
    Document harmless = xml(JunitXml.write(Outcomes.hostile("x")));

    assertThat(shape(junit.getDocumentElement())).isEqualTo(shape(harmless.getDocumentElement()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          <img src=x> | \\<img src=x>
          a_b*c* | a\\_b\\*c\\*
          @team #12 | &#64;team \\#12
          [x](http://y) | \\[x\\](http://y)
          `a
          b` | a b
          """)
  void nothingInMarkdownIsMarkup(String hostile, String escaped) {
    assertThat(MarkdownSummary.write(Outcomes.hostile(hostile))).contains(escaped);
  }

  @Test
  void theBadgeSaysItsVerdictAloud() throws Exception {
    Element svg = xml(Badge.write(outcome("worse"))).getDocumentElement();

    assertThat(svg.getAttribute("aria-label")).isEqualTo("performance: failed");
    assertThat(elements(svg, "title").get(0).getTextContent())
        .isEqualTo("performance: 1 of 2 scenarios failed");
    assertThat(elements(svg, "text").get(1).getTextContent()).isEqualTo("failed");
  }

  private static Outcome outcome(String name) {
    return Objects.requireNonNull(Outcomes.all().get(name), name);
  }

  private static List<?> problems(String schema, JsonNode value) throws IOException {
    String text = Files.readString(Path.of("..", "schemas", schema + ".json"));
    return List.copyOf(
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JSON.readTree(text))
            .validate(value));
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newDefaultInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<CsvRecord> csv(String text) throws IOException {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      return reader.stream().toList();
    }
  }

  private static void requireCounts(Element suite) {
    assertThat(suite.getAttribute("tests"))
        .isEqualTo(Integer.toString(elements(suite, "testcase").size()));
    assertThat(suite.getAttribute("failures"))
        .isEqualTo(Integer.toString(elements(suite, "failure").size()));
    assertThat(suite.getAttribute("skipped"))
        .isEqualTo(Integer.toString(elements(suite, "skipped").size()));
  }

  private static List<Element> elements(Element root, String name) {
    NodeList nodes = root.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static List<String> shape(Element root) {
    return elements(root, "*").stream()
        .map(each -> each.getTagName() + each.getAttributes().getLength())
        .toList();
  }
}
