package dev.lightspeed.harness.report;

import static dev.lightspeed.harness.Reports.COUNTER;
import static dev.lightspeed.harness.Reports.CRUD_TABLE;
import static dev.lightspeed.harness.Reports.REPORT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineFileTest {

  private static final List<EventTypeFigures> KINDS =
      List.of(
          new EventTypeFigures("add", 15_000, 300_000, 24, 30_000, 40_000_000, 9_000_000),
          new EventTypeFigures("pay", 5_000, 80_000, 20, 8_000, 2_000_001, 600_000));
  private static final Baseline BASELINE =
      new Baseline(REPORT, new TreeMap<>(Map.of("counter", KINDS)), "Java 17");
  private static final String TEXT = BaselineFile.write(BASELINE);

  @Provide
  Arbitrary<Report> reports() {
    return Reports.reports();
  }

  @Test
  void isTheSameBytesForEver() {
    Golden.assertHolds("baseline-2.json", TEXT);
    assertThat(BaselineFile.read(Golden.file("baseline-2.json"))).isEqualTo(BASELINE);
  }

  @Test
  void theOrderOfKindsDoesNotShow() {
    List<EventTypeFigures> turned = List.of(KINDS.get(1), KINDS.get(0));

    assertThat(new Baseline(REPORT, new TreeMap<>(Map.of("counter", turned)), "Java 17"))
        .isEqualTo(BASELINE);
  }

  @Property(seed = "11", tries = 200)
  void whatIsWrittenIsRead(@ForAll("reports") Report report) {
    Baseline baseline = new Baseline(report, "Java 17");

    assertThat(BaselineFile.parse("b.json", BaselineFile.write(baseline))).isEqualTo(baseline);
  }

  @Test
  void theOrderOfTheSuiteDoesNotShow() {
    Baseline other =
        new Baseline(Reports.of(CRUD_TABLE, COUNTER), BASELINE.eventTypes(), "Java 17");

    assertThat(BaselineFile.write(other)).isEqualTo(TEXT);
  }

  /** Each figure on a line that says no more, so that two branches may change two of them. */
  @Test
  void aFigureIsALine() {
    for (Figure figure : Figure.values()) {
      assertThat(
              TEXT.lines().filter(line -> line.matches(" {6}\"" + figure.key() + "\": [0-9]+,?")))
          .as(figure.key())
          .hasSize(2);
    }
  }

  @Test
  void whatRunsHereIsNamed() {
    assertThat(BaselineFile.runtime()).isEqualTo("Java " + Runtime.version().feature());
  }

  @ParameterizedTest
  @ValueSource(strings = {"<<<<<<< HEAD", "=======", ">>>>>>> their branch", "<<<<<<<"})
  void aMergeConflictIsNamedWithItsLine(String marker) {
    String conflict = TEXT.replaceFirst("(?m)^      \"avgCpuUnits\"", marker + "\n$0");
    int line = conflict.substring(0, conflict.indexOf(marker)).split("\n", -1).length;

    assertRefused(
        conflict,
        "b.json:"
            + line
            + ":1: a merge conflict is left here ('"
            + marker
            + "'): take either side, then write it again with 'lightspeed update'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "avgPayloadBytes": 19 | "avgPayloadBytes": 18 | b.json:LINE:16: scenarios.counter: avgPayloadBytes: 18 contradicts the other figures, they give 19
          "avgPayloadBytes": 19 | "avgPayloadBytes": 19.5 | b.json:LINE:26: scenarios.counter.avgPayloadBytes: found 19.5, expected an integer, at least 0
          "avgPayloadBytes": 19 | "avgPayloadByte": 19 | b.json:LINE:7: scenarios.counter.avgPayloadByte: unknown key, did you mean 'avgPayloadBytes'? known: KNOWN
          "counter": { | "Counter": { | b.json:LINE:16: scenarios.Counter: workload: the label 'Counter' does not match [a-z][a-z0-9_]{0,63}
          "avgPayloadBytes": 19, | `` | b.json:LINE:16: scenarios.counter: the key 'avgPayloadBytes' is missing
          "runtime": "Java 17" | "runtime": "" | b.json:LINE:14: runtime: '' is not 1 to 64 printable ASCII characters
          "meter": "portable/2" | "meter": "portable" | b.json:LINE:12: meter: 'portable' does not match [a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,63})?
          baseline/2 | baseline/3 | b.json:LINE:13: schema: unknown schema version 'baseline/3', expected 'baseline/2': use the version of lightspeed that wrote the file, or write it again
          baseline/2 | report/2 | b.json:LINE:13: schema: found 'report/2', expected 'baseline/2': is this the right file?
          "payloadBytes": 80000 | "payloadBytes": 80001 | b.json:LINE:16: scenarios.counter.kinds: totalPayloadBytes: 380000 contradicts the other figures, they give 380001
          "payloadBytes": 80000 | "payloadBytes": 9223372036854775807 | b.json:LINE:27: scenarios.counter.kinds.pay.payloadBytes: found 9223372036854775807, expected it as a string, "9223372036854775807": beyond 9007199254740991 many tools round numbers
          "events": 5000 | "events": 0 | b.json:LINE:21: scenarios.counter.kinds.pay.events: found 0, expected an integer, at least 1
          "pay": { | "add": { | b.json:LINE:9: scenarios.counter.kinds.add: the key is there twice, expected once
          "counter": { | "crud_table": { | b.json:LINE:5: scenarios.crud_table: the key is there twice, expected once
          """)
  void whatWasEditedUntilItIsWrongIsRefused(String right, String wrong, String message) {
    String edited = TEXT.replaceFirst(Pattern.quote(right), wrong);
    assertThat(edited).isNotEqualTo(TEXT);
    String known =
        Stream.concat(Stream.of(ReportJson.FIGURES), Stream.of("kinds"))
            .sorted()
            .collect(Collectors.joining(", "));

    assertThatThrownBy(() -> BaselineFile.parse("b.json", edited))
        .isInstanceOf(InputException.class)
        .hasMessageMatching(
            Pattern.quote(
                    message.replace("KNOWN", known)
                        + "; take it from git again, or write it with 'lightspeed update'")
                .replace("LINE", "\\E[0-9]+\\Q"));
  }

  @Test
  void aCutBaselineIsAlwaysRefused() {
    for (int length = 0; length < TEXT.length() - 1; length++) {
      String cut = TEXT.substring(0, length);

      assertThatThrownBy(() -> BaselineFile.parse("b.json", cut))
          .as("cut to %d characters", length)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith("b.json")
          .hasMessageEndingWith("or write it with 'lightspeed update'");
    }
  }

  @Test
  void aDamagedBaselineIsToldFromAnotherFile() {
    assertThat(BaselineFile.wasBaseline(TEXT.replace("{", ""))).isTrue();
    assertThat(BaselineFile.wasBaseline(ReportJson.write(REPORT))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "lightspeed.yaml, lightspeed.baseline.json",
    "a/shop.yml, a/shop.baseline.json",
    "a/shop.suite, a/shop.suite.baseline.json",
  })
  void isBesideItsSuite(Path suite, Path baseline) {
    assertThat(BaselineFile.beside(suite)).isEqualTo(baseline);
  }

  private static void assertRefused(String text, String message) {
    assertThatThrownBy(() -> BaselineFile.parse("b.json", text))
        .isInstanceOf(InputException.class)
        .hasMessage(message);
  }
}
