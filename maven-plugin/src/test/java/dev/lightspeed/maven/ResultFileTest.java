package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Exit code and result together are the verdict. */
class ResultFileTest {

  @TempDir Path folder;

  private final RecordingLog log = new RecordingLog();

  @Test
  void aResultThatPassesPasses() throws Exception {
    assertThat(ending(0, "{'schema': 'result/1', 'verdict': 'passed', 'checks': []}").passed())
        .isTrue();
    assertThat(ending(0, "{'schema': 'result/1', 'verdict': 'not gated'}").passed()).isTrue();
    assertThat(ending(0, "{'schema': 'capacity/1', 'capacities': []}", capacity()).passed())
        .isTrue();
  }

  @Test
  void theFailedChecksAreTheMessage() throws Exception {
    Ending ending =
        ending(
            1,
            "{'schema': 'result/1', 'verdict': 'failed', 'checks': [{'state': 'passed',"
                + " 'message': 'fine'}, {'state': 'failed', 'message': 'cart: 35 B > 27 B'},"
                + " {'state': 'failed', 'message': 'cart: 2 ms > 1 ms'}]}");

    assertThat(ending.gateFailed()).isTrue();
    assertThat(ending.inWords()).isEqualTo("cart: 35 B > 27 B (and 1 more)");
  }

  @Test
  void aCapacityThatIsTooSmallIsNamed() throws Exception {
    Ending ending =
        ending(
            1,
            "{'schema': 'capacity/1', 'capacities': [{'sessions': 2657,"
                + " 'workloads': [{'workload': 'board', 'weight': 1}]}]}",
            capacity());

    assertThat(ending.gateFailed()).isTrue();
    assertThat(ending.inWords()).isEqualTo("board: 2657 sessions fit");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          |wrote no result
          {'schema': 'result/2', 'verdict': 'passed'}|wrote a result of schema result/2, not of result/1
          {'verdict': 'passed'}|wrote a result of schema null, not of result/1
          {'schema': 'result/1'}|wrote the verdict 'null' with 0 failed checks
          {'schema': 'result/1', 'verdict': 'failed'}|wrote the verdict 'failed' with 0 failed checks
          {'schema': 'result/1', 'verdict': 'passed', 'checks': [{'state': 'failed'}]}|wrote the verdict 'passed' with 1 failed checks
          """)
  void withoutAResultThatSaysTheSameZeroIsNoPass(@Nullable String json, String problem)
      throws Exception {
    Ending ending = ending(0, json);

    assertThat(ending.passed()).isFalse();
    assertThat(ending.gateFailed()).isFalse();
    assertThat(ending.inWords()).isEqualTo("the command ended with 0 but " + problem);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {"{'schema': 'result/1', 'verd", "''", "[]", "{}{}"})
  void aHalfResultIsNone(String json) throws Exception {
    assertThat(ending(0, json).passed()).isFalse();
    assertThat(ending(0, json).inWords()).startsWith("the command ended with 0 but wrote a result");
  }

  @Test
  void oneThatPassesIsNoFailureOfTheGate() throws Exception {
    Ending ending = ending(1, "{'schema': 'result/1', 'verdict': 'passed', 'checks': []}");

    assertThat(ending.gateFailed()).isFalse();
    assertThat(ending.inWords())
        .isEqualTo("the command ended with exit code 1 and did not say why");
  }

  @Test
  void aResultOfAnEarlierRunIsNone() throws Exception {
    ResultFile file = file(ResultFile.Schema.RESULT);
    Files.createDirectories(file.path().getParent());
    Files.writeString(file.path(), "{}");
    file.prepare();

    assertThat(file.path()).doesNotExist();
    assertThat(file.option()).isEqualTo("--out=json=" + file.path());
  }

  private Ending ending(int exitCode, @Nullable String json) throws IOException {
    return ending(exitCode, json, ResultFile.Schema.RESULT);
  }

  private Ending ending(int exitCode, @Nullable String json, ResultFile.Schema schema)
      throws IOException {
    ResultFile file = file(schema);
    file.prepare();
    if (json != null) {
      Files.writeString(file.path(), json.replace('\'', '"'));
    }
    ResultFile.Result result = file.take(exitCode == Ending.GATE_FAILED);
    assertThat(file.path()).doesNotExist();
    return new Relay(log, true).ending(exitCode, result);
  }

  private ResultFile file(ResultFile.Schema schema) {
    return new ResultFile(schema, folder.resolve("made/check.result.json"));
  }

  private static ResultFile.Schema capacity() {
    return ResultFile.Schema.CAPACITY;
  }
}
