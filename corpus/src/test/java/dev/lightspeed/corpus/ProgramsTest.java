package dev.lightspeed.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.calibrate.Count;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every program does the same work in every pass, JVM and release of the JDK: what it returns
 * depends on all of it, and is recorded. {@code -Dlightspeed.updateGolden=true} records it anew,
 * never where {@code CI} is set.
 */
class ProgramsTest {

  private static final Path RECORDED = Path.of("src", "test", "resources", "results.txt");

  private static final boolean UPDATE =
      Boolean.getBoolean("lightspeed.updateGolden") && System.getenv("CI") == null;

  static List<Program> programs() {
    return Stream.concat(Corpus.programs().stream(), Corpus.calls().stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aPassIsRepeatable(Program program) throws Exception {
    Pass pass = program.open();
    String first = String.valueOf(pass.run());

    assertThat(String.valueOf(pass.run())).isEqualTo(first);
    assertThat(String.valueOf(pass.run())).isEqualTo(first);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aPassDoesWorkThatTheMeterSees(Program program) throws Exception {
    Count count = Counters.count(program);

    assertThat(count.units()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void allResultsAreThoseThatWereRecorded() throws Exception {
    StringBuilder results = new StringBuilder();
    for (Program program : Corpus.programs()) {
      String result = String.valueOf(program.open().run());
      results
          .append(program.name())
          .append(' ')
          .append(Long.toHexString(SplitMix64.fnv1a64(result)))
          .append('\n');
    }
    if (UPDATE) {
      Files.writeString(RECORDED, results.toString());
    }
    assertThat(results.toString()).isEqualTo(Files.readString(RECORDED));
  }

  /** Two programs with the same result would be the same program twice. */
  @Test
  void allResultsDiffer() throws IOException {
    Map<String, String> names = new LinkedHashMap<>();
    for (String line : Files.readAllLines(RECORDED)) {
      String[] words = line.split(" ", 2);
      assertThat(names.put(words[1], words[0])).as(words[0]).isNull();
    }
    assertThat(names).hasSameSizeAs(Corpus.programs());
  }
}
