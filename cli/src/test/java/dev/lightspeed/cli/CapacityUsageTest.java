package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code capacity} refuses before anything runs. */
class CapacityUsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          counter | --mix: 'counter' is not LABEL=N with N from 1 to 999, such as counter=3
          counter=0 | --mix: 'counter=0' is not LABEL=N with N from 1 to 999, such as counter=3
          counter=1, | --mix: '' is not LABEL=N with N from 1 to 999, such as counter=3
          counter=1,counter=2 | --mix: 'counter' is there twice
          """)
  void aMixIsLabelsWithTheirShares(String mix, String message) {
    assertThat(CommandRun.of("capacity", "--mix", mix))
        .isEqualTo(
            new CommandRun(
                2, "", "lightspeed: " + message + "\ntry 'lightspeed capacity --help'\n"));
  }

  @Test
  void aMixIsOfWorkloadsOfTheSuite() {
    assertRefused(
        "--mix: unknown workload 'crud', did you mean 'crud_table'? in the suite: counter,"
            + " crud_table, stream_heavy_list, form_heavy_flow",
        "--mix",
        "crud=1");
  }

  @Test
  void theNumberOfSessionsIsNotGiven() {
    assertRefused("--sessions: the number of sessions is what is looked for", "--sessions", "7");
  }

  @Test
  void moreThanIsLookedForIsNeverFound() {
    assertRefused(
        "--at-least: 10 cannot be found with at most 9: raise --max",
        "--max",
        "9",
        "--at-least",
        "10");
  }

  @Test
  void aMixOfWhatIsTooLongIsNamed(@TempDir Path folder) throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            """
            schema: suite/2
            scenarios:
              - {workload: crud_table, sessions: 1, events: 2147483647}
              - {workload: stream_heavy_list, sessions: 1, events: 1}
            """);

    assertRefused(
        "--mix: stream_heavy_list would need 4,294,967,294 events per session to last as long as the"
            + " longest: give that one fewer events",
        "--suite",
        suite.toString(),
        "--mix",
        "stream_heavy_list=1,crud_table=1");
  }

  @Test
  void aSessionThatNoClockCountsToTheEndIsNamed(@TempDir Path folder) throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            """
            schema: suite/2
            scenarios:
              - {workload: com.example.shop.Glacier, sessions: 1, events: 10000}
              - {workload: counter, sessions: 1, events: 1}
            """);

    assertRefused(
        "--mix: a session of glacier lasts for more than 292 years: give it fewer events",
        "--suite",
        suite.toString(),
        "--mix",
        "counter=1,glacier=1");
  }

  @Test
  void aWorkloadWithoutABudgetIsNamed(@TempDir Path folder) throws IOException {
    Path suite =
        Files.writeString(
            folder.resolve("suite.yaml"),
            "schema: suite/2\nscenarios:\n  - {workload: counter, sessions: 1, events: 1}\n");

    assertRefused(
        "counter: has no budget, so that nothing says what is too much: give it one in the suite"
            + " file, or choose others with --workload",
        "--suite",
        suite.toString());
  }

  @Test
  void aFormatIsOneOfTwo() {
    assertThat(CommandRun.of("capacity", "--out", "xml=capacity.xml").err())
        .startsWith("lightspeed: --out: unknown format 'xml'; known: json, csv\n");
  }

  private static void assertRefused(String message, String... args) {
    List<String> all = new ArrayList<>(List.of("capacity"));
    all.addAll(List.of(args));
    assertThat(CommandRun.of(all.toArray(new String[0])))
        .isEqualTo(new CommandRun(2, "", "lightspeed: " + message + "\n"));
  }
}
