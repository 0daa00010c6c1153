package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lightspeed.cli.command.ExitCode;
import dev.lightspeed.cli.text.Version;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  static Stream<String> commands() {
    return Stream.of(
        "",
        "run",
        "history",
        "trace",
        "explain",
        "workload",
        "workload list",
        "workload script",
        "workload html",
        "profile",
        "calibrate",
        "completion");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandHasHelpThatFitsEightyColumnsAndListsTheExitCodes(String command) {
    for (String option : new String[] {"--help", "-h"}) {
      CommandRun run = CommandRun.of(words(command, option));

      assertThat(run.exitCode()).isZero();
      assertThat(run.err()).isEmpty();
      assertThat(run.out()).startsWith(("Usage: lightspeed " + command).strip());
      assertThat(run.out()).contains("Exit codes:");
      for (ExitCode exitCode : ExitCode.values()) {
        assertThat(run.out()).containsPattern("(?m)^ +" + exitCode.code() + " ");
      }
      assertThat(run.out().lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    }
  }

  @ParameterizedTest
  @MethodSource("commands")
  void everyCommandTellsTheVersionOfTheBuild(String command) {
    for (String option : new String[] {"--version", "-V"}) {
      CommandRun run = CommandRun.of(words(command, option));

      assertThat(run).isEqualTo(new CommandRun(0, "lightspeed " + Version.current() + "\n", ""));
      assertThat(Version.current()).matches("[0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --sessions=0          | --sessions: 0 is out of range, 1 to 2147483647
          --sessions=-5         | --sessions: -5 is out of range, 1 to 2147483647
          --sessions=3000000000 | --sessions: 3000000000 is out of range, 1 to 2147483647
          --sessions=ten        | --sessions: 'ten' is not a whole number, 1 to 2147483647
          --sessions=1.5        | --sessions: '1.5' is not a whole number, 1 to 2147483647
          --sessions=           | --sessions: '' is not a whole number, 1 to 2147483647
          --events=0            | --events: 0 is out of range, 1 to 2147483647
          --events=-9223372036854775808 | --events: -9223372036854775808 is out of range, 1 to \
          2147483647
          --events=9223372036854775808 | --events: 9223372036854775808 is out of range, 1 to \
          2147483647
          --threads=-1          | --threads: -1 is out of range, 1 to 2147483647
          --threads=0           | --threads: 0 is out of range, 1 to 2147483647
          --unit-limit=0        | --unit-limit: 0 is out of range, 1 to 1000000000000000
          --unit-limit=1000000000000001 | --unit-limit: 1000000000000001 is out of range, 1 to \
          1000000000000000
          --sesions=3           | unknown option '--sesions=3', did you mean '--sessions'?
          --out=xml=a           | --out: unknown format 'xml'; known: json, junit, \
          markdown, github, csv, benchmark, badge, html
          --out=junt=a          | --out: unknown format 'junt', did you mean 'junit'? known: \
          json, junit, markdown, github, csv, benchmark, badge, html
          --out=junit=          | --out: 'junit=' names no file: give FILE or FORMAT=FILE, - for \
          standard output
          --out=                | --out: '' names no file: give FILE or FORMAT=FILE, - for \
          standard output
          --meter=fast          | --meter: unknown meter 'fast'; known: portable, full
          crud                  | unexpected argument 'crud'
          """)
  void aWrongOptionIsOneLineAndAHint(String option, String message) {
    assertThat(CommandRun.of("run", option))
        .isEqualTo(
            new CommandRun(2, "", "lightspeed: " + message + "\ntry 'lightspeed run --help'\n"));
  }

  @Test
  void aNegativeCountThatStandsApartIsReadAsACount() {
    assertThat(CommandRun.of("run", "--sessions", "-5").err())
        .startsWith("lightspeed: --sessions: -5 is out of range, 1 to 2147483647\n");
  }

  @Test
  void aMissingValueIsNamed() {
    assertThat(CommandRun.of("run", "--sessions").err())
        .isEqualTo("lightspeed: --sessions: its value N is missing\ntry 'lightspeed run --help'\n");
  }

  @Test
  void anOptionGivenTwiceIsNamed() {
    assertThat(CommandRun.of("run", "--sessions=1", "--sessions=2").err())
        .isEqualTo("lightspeed: --sessions is given twice\ntry 'lightspeed run --help'\n");
  }

  @Test
  void anUnknownCommandBelowAnotherIsNamedWithHelpToo() {
    assertThat(CommandRun.of("workload", "lst", "--help"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                """
                lightspeed: unknown command 'lst', did you mean 'list'? known: list, script, html
                try 'lightspeed workload --help'
                """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rum", "rum --help", "--help rum", "rum -V"})
  void anUnknownCommandIsNamedWithTheNearest(String line) {
    assertThat(CommandRun.of(line.split(" ")))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                """
                lightspeed: unknown command 'rum', did you mean 'run'? known: init, run, check, \
                update, history, capacity, trace, \
                explain, \
                workload, profile, calibrate, schema, completion
                try 'lightspeed --help'
                """));
  }

  @Test
  void noCommandIsAUsageError() {
    assertThat(CommandRun.of())
        .isEqualTo(
            new CommandRun(2, "", "lightspeed: no command was given\ntry 'lightspeed --help'\n"));
    assertThat(CommandRun.of("workload"))
        .isEqualTo(
            new CommandRun(
                2, "", "lightspeed: no command was given\ntry 'lightspeed workload --help'\n"));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThat(CommandRun.of("trace").err())
        .isEqualTo("lightspeed: missing --out\ntry 'lightspeed trace --help'\n");
    assertThat(CommandRun.of("workload", "script").err())
        .isEqualTo("lightspeed: missing LABEL|CLASS\ntry 'lightspeed workload script --help'\n");
  }

  @Test
  void anUnknownWorkloadIsNamedWithTheNearest() {
    assertThat(CommandRun.of("run", "--workload", "crud"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: unknown workload 'crud', did you mean 'crud_table'? known: counter,"
                    + " crud_table, stream_heavy_list, form_heavy_flow, or the name of a class on"
                    + " the class path\n"));
  }

  @Test
  void aWorkloadGivenTwiceIsNamed() {
    assertThat(CommandRun.of("run", "--workload=counter", "--workload=counter"))
        .isEqualTo(
            new CommandRun(
                2, "", "lightspeed: --workload: 'counter' is given twice, expected once\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--suite", "--profile", "--trace"})
  void aFileThatIsNotThereOrAFolderIsNamed(String option, @TempDir Path folder) {
    Path missing = folder.resolve("missing file");

    assertThat(CommandRun.of("run", option, missing.toString()))
        .isEqualTo(
            new CommandRun(
                2, "", "lightspeed: " + missing + ": cannot be read: there is no such file\n"));
    assertThat(CommandRun.of("run", option, folder.toString()))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: " + folder + ": cannot be read: it is a folder, expected a file\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          --suite   | schema: suite/3          | :1:9: schema: unknown schema version 'suite/3', expected 'suite/2': use the version of lightspeed that wrote the file, or write it again
          --suite   | `schema: suite/2\nscenarios: [{workload: crud}]` | :2:24: scenarios[0].workload: unknown workload 'crud', did you mean 'crud_table'? known: counter, crud_table, stream_heavy_list, form_heavy_flow, or the name of a class on the class path
          --suite   | `schema: suite/2\nscenarios: [{workload: counter, sessions: 0, events: 1}]` | :2:43: scenarios[0].sessions: found 0, expected an integer from 1 to 2147483647
          --suite   | `schema: suite/2\nscenarios: [{workload: counter, sessions: 1, events: 9223372036854775808}]` | :2:54: scenarios[0].events: found 9223372036854775808, expected an integer from 1 to 2147483647
          --suite   | `schema: suite/2\nscenarios: [{workload: counter, sessions: 1, events: 1}, {workload: counter, sessions: 1, events: 1}]` | :2:69: scenarios[1].workload: the workload 'counter' is there twice, expected once
          --suite   | ``                       | : is empty, expected a document
          --profile | {"schema":"profile/3"}   | :1:11: schema: unknown schema version 'profile/3', expected 'profile/2': use the version of lightspeed that wrote the file, or write it again
          --profile | {"schema":"report/1"}    | :1:11: schema: found 'report/1', expected 'profile/2': is this the right file?
          --profile | {"schema":               | :1:11: the file ends too early, it is truncated: write it again
          --trace   | {"schema":"trace/3"}     | :1:11: schema: unknown schema version 'trace/3', expected 'trace/2': use the version of lightspeed that wrote the file, or write it again
          --trace   | ``                       | : is empty, expected a trace: write the trace again
          --trace   | {"schema":"trace/2"}     | :1:1: the key 'uncounted' is missing
          --trace   | {"meter":"portable/2","scenarios":[],"schema":"trace/2","uncounted":[]} | :1:1: traces: none, expected at least one
          """)
  void aFileThatSaysTheWrongThingIsBadInput(
      String option, String text, String message, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("file"), text.replace("\\n", "\n"));

    assertThat(CommandRun.of("run", option, file.toString()))
        .isEqualTo(new CommandRun(2, "", "lightspeed: " + file + message + "\n"));
  }

  @Test
  void aCompressedTraceThatIsCutIsBadInput(@TempDir Path folder) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write("{\"meter\":\"portable/1\"".getBytes(StandardCharsets.UTF_8));
    }
    Path file =
        Files.write(folder.resolve("t.gz"), Arrays.copyOf(bytes.toByteArray(), bytes.size() - 9));

    assertThat(CommandRun.of("run", "--trace", file.toString()))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: "
                    + file
                    + ": the file ends inside its gzip stream, it is truncated: write it again\n"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--suite", "--profile", "--trace"})
  void aFileThatMayNotBeReadIsNamed(String option, @TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("secret"), "");
    assumeTrue(file.toFile().setReadable(false) && !Files.isReadable(file), "root reads it all");

    assertThat(CommandRun.of("run", option, file.toString()))
        .isEqualTo(
            new CommandRun(2, "", "lightspeed: " + file + ": cannot be read: access is denied\n"));
  }

  @Test
  void anOutFileThatIsProtectedIsRefusedBeforeAnythingRuns(@TempDir Path folder)
      throws IOException {
    Path file = Files.writeString(folder.resolve("kept.json"), "kept");
    assumeTrue(file.toFile().setWritable(false) && !Files.isWritable(file), "root writes it all");

    assertThat(CommandRun.of("run", "--out", file.toString()).err())
        .isEqualTo(
            "lightspeed: --out: '"
                + file
                + "' cannot be written: no permission to write to "
                + file
                + "\n");
  }

  @Test
  void anOutFileThatCannotBeWrittenIsRefusedBeforeAnythingRuns(@TempDir Path folder) {
    Path nowhere = folder.resolve("no such folder").resolve("report.json");

    assertThat(CommandRun.of("run", "--out", nowhere.toString()))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --out: '"
                    + nowhere
                    + "' cannot be written: there is no folder "
                    + nowhere.getParent()
                    + "\n"));
    assertThat(CommandRun.of("trace", "--out", folder.toString()).err())
        .isEqualTo(
            "lightspeed: --out: '"
                + folder
                + "' is a folder: name a file to write, such as report.json\n");
  }

  @Test
  void aClassPathEntryThatIsNotThereIsNamed() {
    assertThat(CommandRun.of("workload", "list", "-cp", "no-such.jar"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --classpath: 'no-such.jar' cannot be read: name a jar or a folder"
                    + " that exists\n"));
  }

  @Test
  void withoutTheMeterARunFailsAndNamesTheFlag() {
    CommandRun run = CommandRun.of("run", "--workload", "counter");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("the meter is not running: add -javaagent:");
  }

  @Test
  void theProfileIsPrintedAndReadBack(@TempDir Path folder) throws Exception {
    CommandRun pinned = CommandRun.of("profile");
    Path file = Files.writeString(folder.resolve("profile.json"), pinned.out());

    assertThat(pinned.exitCode()).isZero();
    assertThat(CommandRun.of("profile", "--file", file.toString())).isEqualTo(pinned);
  }

  @Test
  void theWorkloadsAreListedWithTheirPace() {
    assertThat(CommandRun.of("workload", "list"))
        .isEqualTo(
            new CommandRun(
                0,
                """
                counter            users think 1000 ms  standard
                crud_table         users think 2000 ms  standard
                stream_heavy_list  ticks every 1000 ms  standard
                form_heavy_flow    users think 500 ms   standard
                """,
                ""));
  }

  @Test
  void completionIsABashScriptForTheCommand() {
    CommandRun run = CommandRun.of("completion");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("#!/usr/bin/env bash\n")
        .contains("complete -F _complete_lightspeed");
    assertThat(run.out()).contains("--unit-limit");
  }

  private static String[] words(String command, String option) {
    return (command + " " + option).strip().split(" ");
  }
}
