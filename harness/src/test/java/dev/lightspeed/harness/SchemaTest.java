package dev.lightspeed.harness;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The published schemas say of a file what its reader says. */
class SchemaTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Provide
  Arbitrary<Report> reports() {
    return Reports.reports();
  }

  @Property(seed = "7", tries = 100)
  void everyReportAndProfileThatIsWrittenIsValid(@ForAll("reports") Report report)
      throws IOException {
    assertThat(problems("report-2", JSON.readTree(ReportJson.write(report)))).isEmpty();
    assertThat(problems("profile-2", JSON.readTree(ProfileFile.write(report.profile())))).isEmpty();
  }

  @Test
  void everyLineOfATraceIsValid() throws IOException {
    for (String line : Files.readAllLines(Golden.file("trace-2.jsonl"))) {
      assertThat(problems("trace-2", JSON.readTree(line))).isEmpty();
    }
  }

  /** The schema lists the figures in the order, and describes them in the words, of the code. */
  @Test
  void theSchemaOfReportsHasEveryFigure() throws IOException {
    JsonNode scenario =
        JSON.readTree(Files.readString(schema("report-2"))).at("/properties/scenarios/items");
    List<String> described = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : scenario.get("properties").properties()) {
      described.add(field.getKey() + ": " + field.getValue().get("description").asText());
    }
    List<String> required = new ArrayList<>();
    scenario.get("required").forEach(key -> required.add(key.asText()));
    List<String> figures =
        Arrays.stream(Figure.values())
            .map(figure -> figure.key() + ": " + figure.definition())
            .toList();
    List<String> keys =
        Stream.concat(Arrays.stream(Figure.values()).map(Figure::key), Stream.of("workload"))
            .sorted()
            .toList();

    assertThat(described)
        .startsWith("workload: The workload's label.")
        .endsWith(figures.toArray(new String[0]))
        .hasSize(1 + figures.size());
    assertThat(required).isEqualTo(keys);
  }

  @Test
  void anAttributionIsValid() throws IOException {
    String text = Files.readString(Golden.file("attribution-1.json"));

    assertThat(problems("attribution-1", JSON.readTree(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "count":3 | "count":0
          "depths":[0,1 | "depths":[0,-1
          "objects":3 | "objects":0
          "session":1 | "session":1024
          "peak" | "peek"
          "patchOps":3, | ``
          full/2@17.0.15 | full
          attribution/1 | attribution/2
          """)
  void anAttributionThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    String text = Files.readString(Golden.file("attribution-1.json"));

    assertThat(text).contains(right);
    assertThat(problems("attribution-1", JSON.readTree(text.replace(right, wrong)))).isNotEmpty();
  }

  @Test
  void aCalibratedProfileIsValid() throws IOException {
    JsonNode profile = JSON.readTree(Golden.file("profile-2.json").toFile());

    assertThat(problems("profile-2", profile)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpuUnits", "calibration/meter", "calibration/errorPercent"})
  void aCalibratedProfileThatLacksAKeyIsInvalid(String path) throws IOException {
    JsonNode profile = JSON.readTree(Golden.file("profile-2.json").toFile());
    String pointer = "/" + path;
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) profile.at(pointer.substring(0, last));
    assertThat(parent.remove(pointer.substring(last + 1))).isNotNull();

    assertThat(problems("profile-2", profile)).isNotEmpty();
  }

  @Property(seed = "7", tries = 50)
  void everyBaselineThatIsWrittenIsValid(@ForAll("reports") Report report) throws IOException {
    String text = BaselineFile.write(new Baseline(report, "Java 17"));

    assertThat(problems("baseline-2", JSON.readTree(text))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "counter": { | "Counter": {
          "runtime": "Java 17" | "runtime": ""
          "avgAllocatedBytes": 480, | ``
          "avgAllocatedBytes": 480 | "avgAllocatedBytes": 480.5
          "events": 5000, | ``
          "events": 5000 | "events": 0
          "events": 5000 | "event": 5000
          baseline/2 | baseline/1
          """)
  void aBaselineThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    String text = Files.readString(Golden.file("baseline-2.json"));

    assertThat(text).contains(right);
    assertThat(problems("baseline-2", JSON.readTree(text))).isEmpty();
    assertThat(problems("baseline-2", JSON.readTree(text.replace(right, wrong)))).isNotEmpty();
  }

  @Test
  void aCapacityIsValid() throws IOException {
    String text = Files.readString(Golden.file("capacity-1.json"));

    assertThat(problems("capacity-1", JSON.readTree(text))).isEmpty();
    for (String key : List.of("sessions", "givesWay", "p95LatencyMs", "workload", "limit")) {
      assertThat(problems("capacity-1", JSON.readTree(text.replace("\"" + key, "\"x" + key))))
          .as(key)
          .isNotEmpty();
    }
  }

  @Test
  void theSuiteIsValid() throws IOException {
    assertThat(problems("suite-2", suite("suite-2"))).isEmpty();
  }

  /** The golden suite has every key that is known, and the schema has no more. */
  @Test
  void theSchemaOfSuitesHasTheKeysOfTheReader() throws IOException {
    JsonNode schema = JSON.readTree(Files.readString(schema("suite-2")));
    JsonNode scenario = schema.at("/properties/scenarios/items/properties");
    JsonNode suite = suite("suite-2");
    List<String> figures =
        Arrays.stream(Figure.values())
            .filter(figure -> figure.direction() != Figure.Direction.SIZE)
            .map(Figure::key)
            .toList();

    assertThat(keys(schema.at("/properties"))).containsExactlyInAnyOrderElementsOf(keys(suite));
    assertThat(keys(scenario)).containsExactlyInAnyOrderElementsOf(keys(suite.at("/scenarios/0")));
    assertThat(keys(scenario.at("/budget/properties"))).isEqualTo(figures);
    assertThat(keys(schema.at("/$defs/tolerances/properties"))).isEqualTo(figures);
    for (Figure figure : Figure.values()) {
      if (figure.direction() != Figure.Direction.SIZE) {
        assertThat(scenario.at("/budget/properties/" + figure.key() + "/description").asText())
            .startsWith(figure.direction() == Figure.Direction.HIGHER ? "At least" : "At most")
            .endsWith(": " + figure.definition());
      }
    }
  }

  @Test
  void everyExampleIsValid() throws IOException {
    for (Path example : examples()) {
      JsonNode suite = suite(Files.readString(example), example);
      String version = suite.get("schema").asText().replace('/', '-');

      assertThat(problems(version, suite)).as("%s", example).isEmpty();
    }
  }

  private static List<Path> examples() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("..", "examples"))) {
      List<Path> suites = files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
      assertThat(suites).isNotEmpty();
      return suites;
    }
  }

  private static List<String> keys(JsonNode object) {
    List<String> keys = new ArrayList<>();
    object.fieldNames().forEachRemaining(keys::add);
    return keys;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          meter: full | meter: fast
          p95LatencyMs: 5 % | p95LatencyMs: 5 percent
          p95LatencyMs: 0.5% | p95LatencyMs: 0.55%
          avgAllocatedBytes: 64 | avgAllocatedBytes: -1
          p99LatencyMs: 400 | p99LatencyMs: 4 %
          p99LatencyMs: 400 | sessionCount: 400
          sessions: 200 | sessions: 0
          classpath: [., ../golden] | classpath: target
          workload: counter | work: counter
          """)
  void aSuiteThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    String text = Files.readString(Golden.file("suite-2.yaml"));

    assertThat(text).contains(right);
    assertThat(problems("suite-2", suite(text.replace(right, wrong), Path.of("suite.yaml"))))
        .isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "cpuUnits": 1000 | "cpuUnits": 0
          "cpuUnits": 1000 | "cpuUnits": "1000"
          "cpuUnits": 1000 | "cpuUnits": 9007199254740992
          "cpuUnits": 1000 | "cpuUnits": 1.5
          "cpuUnits": 1000, | ``
          "cpuUnits" | "cpuUnit"
          report/2 | report/1
          portable/2 | portable
          "uncounted": [] | "uncounted": [""]
          "avgAllocatedBytes": 480, | ``
          "cpuUtilisationPermille": 600 | "cpuUtilisationPermille": 1001
          "counter" | "Counter"
          "avgPatchOps": 2 | "avgPatchOps": null
          """)
  void aReportThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    String text = ReportJson.write(Reports.REPORT);

    assertThat(text).contains(right);
    assertThat(problems("report-2", JSON.readTree(text.replace(right, wrong)))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "mode":"think" | "mode":"sleep"
          "session":0 | "session":1024
          "cpuUnits":[30,30] | "cpuUnits":[30,-1]
          "patchOps":[2,2] | "patchOps":[2,2147483648]
          "payloadBytes" | "payload"
          "allocatedBytes":[72,72] | "allocatedBytes":[72,-1]
          "allocatedBytes":640, | ``
          full/2@17.0.15 | full/2@
          trace/2 | trace/1
          """)
  void aTraceThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    for (String line : Files.readAllLines(Golden.file("trace-2.jsonl"))) {
      if (line.contains(right)) {
        assertThat(problems("trace-2", JSON.readTree(line.replace(right, wrong)))).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scenarios/0/sessions",
        "/scenarios/0/events",
        "/scenarios/0/workload",
        "/schema"
      })
  void aSuiteThatLacksAKeyIsInvalid(String pointer) throws IOException {
    JsonNode suite = suite("suite-2");
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) suite.at(pointer.substring(0, last));
    assertThat(parent.remove(pointer.substring(last + 1))).isNotNull();

    assertThat(problems("suite-2", suite)).isNotEmpty();
  }

  private static JsonNode suite(String version) throws IOException {
    Path file = Golden.file(version + ".yaml");
    return suite(Files.readString(file), file);
  }

  private static JsonNode suite(String text, Path file) {
    Object yaml =
        new Load(LoadSettings.builder().setLabel(file.toString()).build()).loadFromString(text);
    return JSON.valueToTree(yaml);
  }

  private static Path schema(String name) {
    return Path.of("..", "schemas", name + ".json");
  }

  private static Collection<ValidationMessage> problems(String schema, JsonNode value)
      throws IOException {
    String text = Files.readString(schema(schema));
    JsonSchema loaded =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JSON.readTree(text));
    return loaded.validate(value);
  }
}
