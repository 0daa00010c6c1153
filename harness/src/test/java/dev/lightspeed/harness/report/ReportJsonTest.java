package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportJsonTest {

  private static final String TEXT = ReportJson.write(Reports.REPORT);

  @Provide
  Arbitrary<Report> reports() {
    return Reports.reports();
  }

  @Property(seed = "1", tries = 300)
  void readsBackWhatItWrites(@ForAll("reports") Report report) {
    assertThat(ReportJson.parse("r.json", ReportJson.write(report))).isEqualTo(report);
  }

  @Test
  void theFormatStaysAsItIs() {
    Golden.assertHolds("report-2.json", TEXT);
    assertThat(ReportJson.read(Golden.file("report-2.json"))).isEqualTo(Reports.REPORT);
  }

  @Test
  void aCutReportIsRefusedWhereverItIsCut() {
    for (int length = 0; length < TEXT.length() - 1; length++) {
      String cut = TEXT.substring(0, length);
      assertThatThrownBy(() -> ReportJson.parse("r.json", cut))
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("r.json");
    }
    assertThat(ReportJson.parse("r.json", TEXT.strip())).isEqualTo(Reports.REPORT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "cpuUnits": 1000 | "cpuUnits": 0 | r.json:4:17: profile.cpuUnits: found 0, expected an integer, at least 1
          "cpuUnits": 1000 | "cpuUnits": 1.5 | r.json:4:17: profile.cpuUnits: found 1.5, expected an integer, at least 1
          "cpuUnits": 1000 | "cpuUnits": "1000" | r.json:4:17: profile.cpuUnits: found the string '1000', expected an integer, at least 1
          "cpuUnits": 1000 | "cpuUnits": null | r.json:4:17: profile.cpuUnits: found nothing, expected an integer, at least 1
          "cpuUnits": 1000 | "cpuUnits": 9007199254740992 | r.json:4:17: profile.cpuUnits: found 9007199254740992, expected it as a string, "9007199254740992": beyond 9007199254740991 many tools round numbers
          "cpuUnits": 1000 | "cpuUnits": "9223372036854775808" | r.json:4:17: profile.cpuUnits: found the string '9223372036854775808', expected an integer, at least 1
          "cpuUnits": 1000 | "cpuUnit": 1000 | r.json:4:5: profile.cpuUnit: unknown key, did you mean 'cpuUnits'? known: cpuUnits, ioUnits, memoryUnits, name
          "cpuUnits": 1000, | `` | r.json:3:14: profile: the key 'cpuUnits' is missing
          "cpuUnits": 1000, | "cpuUnits": 1000, "cpuUnits": 1000, | r.json:4:23: profile.cpuUnits: the key is there twice, expected once
          "name": "pinned" | "name": "" | r.json:3:14: profile.name: '' is not 1 to 64 printable ASCII characters
          "totalEvents": 5000 | "totalEvents": 5001 | r.json:38:5: scenarios[1]: totalEvents: 5001 contradicts the other figures, they give 5000
          "crud_table" | "counter" | r.json:9:16: scenarios: the workload 'counter' is there twice, expected once
          "maxCpuUnits": 3000 | "maxCpuUnits": 2100 | r.json:10:5: scenarios[0]: maxCpuUnits: 2100 is out of range, 2101 to 42000001
          "avgCpuUnits": 2101, | `` | r.json:10:5: scenarios[0]: the key 'avgCpuUnits' is missing
          "meter": "portable/2" | "meter": "portable" | r.json:2:12: meter: 'portable' does not match [a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,63})?
          "uncounted": [] | "uncounted": ["b", "a"] | r.json:68:16: uncounted: [b, a] is not a sorted list of classes, each once
          "report/2" | "report/3" | r.json:67:13: schema: unknown schema version 'report/3', expected 'report/2': use the version of lightspeed that wrote the file, or write it again
          "report/2" | "trace/1" | r.json:67:13: schema: found 'trace/1', expected 'report/2': is this the right file?
          "schema" | "scheme" | r.json:1:1: the key 'schema' is missing, expected 'report/2': is this the right file?
          """)
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) {
    String text = TEXT.replaceFirst(Pattern.quote(right), wrong);

    assertThat(text).isNotEqualTo(TEXT);
    assertThatThrownBy(() -> ReportJson.parse("r.json", text))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }

  @Test
  void refusesWhatIsNoReportAtAll() {
    refused("", "r.json: is empty, expected an object");
    refused("[1, 2]", "r.json:1:1: found a list, expected an object");
    refused("{\"schema\"", "r.json:1:10: the file ends too early, it is truncated: write it again");
    refused(TEXT + "x", "r.json:70:2: is not JSON: Unrecognized token 'x': was expecting (JSON");
    refused("{\"a\": [1 }", "r.json:1:10: is not JSON: Unexpected close marker '}': expected ']'");
    refused("{\"a\": NaN}", "r.json:1:10: is not JSON: Non-standard token 'NaN'");
    refused(
        "[".repeat(100),
        "r.json: is nested deeper or has a longer value than any file that lightspeed writes");
    refused(TEXT + "{}", "r.json:70:1: more text after the end, expected nothing");
  }

  @Test
  void refusesAFileThatIsNotThereOrNotAFile() {
    assertThatThrownBy(() -> ReportJson.read(Path.of("no", "such.json")))
        .hasMessage(Path.of("no", "such.json") + ": cannot be read: there is no such file");
    assertThatThrownBy(() -> ReportJson.read(Path.of("src")))
        .hasMessage("src: cannot be read: it is a folder, expected a file");
  }

  @Test
  void aReportNeedsScenariosOfDifferentWorkloads() {
    assertThatThrownBy(() -> Reports.of()).hasMessage("scenarios: none, expected at least one");
    assertThatThrownBy(() -> Reports.of(Reports.COUNTER, Reports.COUNTER))
        .hasMessage("scenarios: the workload 'counter' is there twice, expected once");
  }

  private static void refused(String text, String message) {
    assertThatThrownBy(() -> ReportJson.parse("r.json", text))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith(message);
  }
}
