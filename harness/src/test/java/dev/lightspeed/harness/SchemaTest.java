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
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
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
    assertThat(problems("report-1", JSON.readTree(ReportJson.write(report)))).isEmpty();
    assertThat(problems("profile-1", JSON.readTree(ProfileFile.write(report.profile())))).isEmpty();
  }

  @Test
  void everyLineOfATraceIsValid() throws IOException {
    for (String line : Files.readAllLines(Golden.file("trace-1.jsonl"))) {
      assertThat(problems("trace-1", JSON.readTree(line))).isEmpty();
    }
  }

  @Test
  void aCalibratedProfileIsValid() throws IOException {
    JsonNode profile = JSON.readTree(Golden.file("profile-2.json").toFile());

    assertThat(problems("profile-2", profile)).isEmpty();
    assertThat(problems("profile-1", profile)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"calibration", "calibration/meter", "calibration/rankTenThousandths"})
  void aCalibratedProfileThatLacksAKeyIsInvalid(String path) throws IOException {
    JsonNode profile = JSON.readTree(Golden.file("profile-2.json").toFile());
    String pointer = "/" + path;
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) profile.at(pointer.substring(0, last));
    assertThat(parent.remove(pointer.substring(last + 1))).isNotNull();

    assertThat(problems("profile-2", profile)).isNotEmpty();
  }

  @Test
  void theSuiteIsValid() throws IOException {
    assertThat(problems("suite-1", suite())).isEmpty();
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
          report/1 | report/2
          "counter" | "Counter"
          "avgPatchOps": 2 | "avgPatchOps": null
          """)
  void aReportThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    String text = ReportJson.write(Reports.REPORT);

    assertThat(text).contains(right);
    assertThat(problems("report-1", JSON.readTree(text.replace(right, wrong)))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "mode":"think" | "mode":"sleep"
          "session":0 | "session":1024
          "cpuUnits":[30,30] | "cpuUnits":[30,-1]
          "patchOps":[2,2] | "patchOps":[2,2147483648]
          "payloadBytes" | "payload"
          trace/1 | trace/2
          """)
  void aTraceThatItsReaderRefusesIsInvalid(String right, String wrong) throws IOException {
    for (String line : Files.readAllLines(Golden.file("trace-1.jsonl"))) {
      if (line.contains(right)) {
        assertThat(problems("trace-1", JSON.readTree(line.replace(right, wrong)))).isNotEmpty();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/scenarios/0/sessions",
        "/scenarios/0/events",
        "/scenarios/0/workload",
        "/scenarios/0/budget/maxP95LatencyMs",
        "/profile/name",
        "/schema"
      })
  void aSuiteThatLacksAKeyIsInvalid(String pointer) throws IOException {
    JsonNode suite = suite();
    int last = pointer.lastIndexOf('/');
    ObjectNode parent = (ObjectNode) suite.at(pointer.substring(0, last));
    assertThat(parent.remove(pointer.substring(last + 1))).isNotNull();

    assertThat(problems("suite-1", suite)).isNotEmpty();
  }

  private static JsonNode suite() throws IOException {
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(Golden.file("suite-1.yaml")));
    return JSON.valueToTree(yaml);
  }

  private static Collection<ValidationMessage> problems(String schema, JsonNode value)
      throws IOException {
    String text = Files.readString(Path.of("..", "schemas", schema + ".json"));
    JsonSchema loaded =
        JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(JSON.readTree(text));
    return loaded.validate(value);
  }
}
