package dev.lightspeed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BenchmarkTest {

  @ParameterizedTest
  @ValueSource(strings = {"speed", "repeat", "sensitivity", "accuracy", "weights", "prices"})
  void everyCommandHasHelpThatFitsEightyColumns(String command) {
    StringWriter out = new StringWriter();

    assertThat(run(out, new StringWriter(), command, "--help")).isZero();
    assertThat(out.toString()).startsWith("Usage: benchmark " + command);
    assertThat(out.toString().lines())
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          speed       | --rounds=0   | --rounds: 0 is out of range, 1 to 2147483647
          sensitivity | --trials=few | --trials: 'few' is not a whole number, 1 to 2147483647
          sensitivity | --trails=3   | unknown option '--trails=3', did you mean '--trials'?
          repeat      | --load       | unknown option '--load', did you mean '--loaded'?
          weights     | --program=a  | unknown option '--program=a'
          """)
  void aWrongOptionIsOneLineAndAHint(String command, String option, String message) {
    assertThat(refused(command, option))
        .isEqualTo("lightspeed: " + message + "\ntry 'benchmark " + command + " --help'\n");
  }

  @Test
  void anUnknownBenchmarkIsNamedWithTheNearest() {
    assertThat(refused("repeet"))
        .isEqualTo(
            """
            lightspeed: unknown command 'repeet', did you mean 'repeat'? known: speed, repeat, \
            sensitivity, accuracy, weights, prices
            try 'benchmark --help'
            """);
  }

  @Test
  void onlyStandardWorkloadsCanBeMadeHeavier() {
    assertThat(refused("sensitivity", "--workload=crud"))
        .isEqualTo(
            "lightspeed: --workload: 'crud' is not a standard workload, did you mean"
                + " 'crud_table'? known: counter, crud_table, stream_heavy_list,"
                + " form_heavy_flow\n");
    assertThat(refused("sensitivity", "--workload=counter", "--workload=counter"))
        .isEqualTo("lightspeed: --workload: 'counter' is given twice, expected once\n");
  }

  @Test
  void aPageWithoutThePartToWriteIsRefusedBeforeAnythingRuns(@TempDir Path folder)
      throws IOException {
    Path page = Files.writeString(folder.resolve("page.md"), "nothing here\n");

    assertThat(refused("sensitivity", "--write", page.toString()))
        .isEqualTo(
            "lightspeed: --write: '"
                + page
                + "' has no line <!-- sensitivity -->: name a page with a part between the"
                + " lines <!-- sensitivity --> and <!-- /sensitivity -->\n");
  }

  private static String refused(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();

    assertThat(run(out, err, args)).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    return err.toString();
  }

  private static int run(StringWriter out, StringWriter err, String... args) {
    return Benchmark.PROGRAM.run(
        args, new PrintWriter(out), new PrintWriter(err), Environment.plain());
  }
}
