package dev.lightspeed.harness.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.fixture.Sleepy;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.Tolerance;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.ProfileFile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SuiteFileTest {

  private static final Suite SUITE =
      new Suite(
          new Profile("magnifier", 500, 250, 4096),
          List.of(
              new Scenario(StandardWorkload.COUNTER, 200, 100),
              new Scenario(StandardWorkload.CRUD_TABLE, 1, 2)),
          List.of(new Budget("counter", 250, 103, 400, 6)));

  private static final String SMALL =
      """
      schema: suite/2
      scenarios:
        - workload: counter
          sessions: 2
          events: 3
      """;

  @TempDir Path folder;

  @Test
  void readsAllThatThereIs() {
    SuiteFile file = SuiteFile.open(Golden.file("suite-2.yaml"));
    SortedMap<Figure, Long> limits =
        new TreeMap<>(
            Map.of(
                Figure.P99_LATENCY, 400L,
                Figure.AVG_CPU, 5000L,
                Figure.THROUGHPUT, 400L,
                Figure.CPU_UTILISATION, 750L));
    Suite suite = file.suite(Meter.version());

    assertThat(file.meter()).contains(MeterMode.FULL);
    assertThat(file.classpath()).containsExactly(Golden.file("."), Golden.file("../golden"));
    assertThat(suite.profile()).isEqualTo(SUITE.profile());
    assertThat(suite.scenarios()).isEqualTo(SUITE.scenarios());
    assertThat(suite.budgets()).containsExactly(new Budget("counter", limits));
    assertThat(suite.tolerances())
        .isEqualTo(
            new Tolerances(
                new TreeMap<>(
                    Map.of(
                        Figure.P95_LATENCY, new Tolerance.Relative(50),
                        Figure.AVG_ALLOCATED, new Tolerance.Absolute(64))),
                new TreeMap<>(
                    Map.of(
                        "counter",
                        new TreeMap<>(
                            Map.of(
                                Figure.P95_LATENCY, new Tolerance.Relative(5),
                                Figure.MAX_CPU, new Tolerance.Absolute(0)))))));
  }

  @Test
  void whatIsNotSaidIsLeftToTheReader() {
    write(SMALL);
    SuiteFile file = SuiteFile.open(folder.resolve("suite.yaml"));

    assertThat(file.meter()).isEmpty();
    assertThat(file.classpath()).isEmpty();
    assertThat(file.suite(Meter.version()).tolerances().of("counter", Figure.P95_LATENCY))
        .isEqualTo(Tolerance.none());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meter: portabel | FILE:6:8: meter: found the string 'portabel', did you mean 'portable'? known: portable, full
          meter: 2 | FILE:6:8: meter: found 2; known: portable, full
          classpath: target | FILE:6:12: classpath: found the string 'target', expected a list
          classpath: [7] | FILE:6:13: classpath[0]: found 7, expected a string
          classpath: [none] | FILE:6:13: classpath[0]: found the string 'none', expected a jar or folder that is there: is it compiled?
          """)
  void refusesWhatTheJvmCannotBeSetUpWith(String line, String message) {
    write(SMALL + line + "\n");
    SuiteFile file = SuiteFile.open(folder.resolve("suite.yaml"));

    assertThatThrownBy(
            () -> {
              Optional<MeterMode> unused = file.meter();
              file.classpath();
            })
        .isInstanceOf(InputException.class)
        .hasMessage(message.replaceFirst("FILE", folder.resolve("suite.yaml").toString()));
  }

  @Test
  void isFoundFromAFolderUpwards() throws IOException {
    Path below = Files.createDirectories(folder.resolve("a").resolve("b"));
    Path suite = Files.writeString(folder.resolve(SuiteFile.NAME), SMALL);
    assertThat(SuiteFile.find(below)).contains(suite);

    Path nearer = Files.writeString(folder.resolve("a").resolve(SuiteFile.NAME), SMALL);
    Files.createDirectory(below.resolve(SuiteFile.NAME));

    assertThat(SuiteFile.find(below)).contains(nearer);
    assertThat(SuiteFile.find(folder)).contains(suite);
  }

  @Test
  void theProfileIsThePinnedOneUnlessItSaysOtherwise() {
    assertThat(read(SMALL).profile()).isEqualTo(StandardSuite.profile());
    assertThat(read(SMALL + "profile: pinned\n").profile()).isEqualTo(StandardSuite.profile());
  }

  @Test
  void aProfileFileIsFoundFromTheSuiteFile() throws IOException {
    Files.createDirectory(folder.resolve("profiles"));
    Profile profile = new Profile("mine", 1, 2, 3);
    Files.writeString(folder.resolve("profiles").resolve("mine.json"), ProfileFile.write(profile));

    assertThat(read(SMALL + "profile: {file: profiles/mine.json}\n").profile()).isEqualTo(profile);
    assertThatThrownBy(() -> read(SMALL + "profile: {file: none.json}\n"))
        .hasMessage(folder.resolve("none.json") + ": cannot be read: there is no such file");
  }

  @Test
  void aWorkloadMayBeNamedByItsClass() {
    Suite suite = read(SMALL.replace("counter", Sleepy.class.getName()));

    assertThat(suite.scenarios().get(0).workload()).isInstanceOf(Sleepy.class);
  }

  @Test
  void anAnchorMayBeUsedAgain() {
    Suite suite =
        read(
            SMALL
                + "    budget: &same {p95LatencyMs: 1, maxCpuUnits: 2}\n"
                + "  - {workload: crud_table, sessions: 1, events: 1, budget: *same}\n");

    SortedMap<Figure, Long> same =
        new TreeMap<>(Map.of(Figure.P95_LATENCY, 1L, Figure.MAX_CPU, 2L));
    assertThat(suite.budgets())
        .containsExactly(new Budget("counter", same), new Budget("crud_table", same));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          workload: counter | workload: crud | FILE:3:15: scenarios[0].workload: unknown workload 'crud', did you mean 'crud_table'? known: counter, crud_table, stream_heavy_list, form_heavy_flow, or the name of a class on the class path
          workload: counter | workload: 7 | FILE:3:15: scenarios[0].workload: found 7, expected a string
          workload: counter | worklaod: counter | FILE:3:5: scenarios[0].worklaod: unknown key, did you mean 'workload'? known: budget, events, sessions, tolerances, workload
          sessions: 2 | sessions: 0 | FILE:4:15: scenarios[0].sessions: found 0, expected an integer from 1 to 2147483647
          sessions: 2 | sessions: -2 | FILE:4:15: scenarios[0].sessions: found -2, expected an integer from 1 to 2147483647
          sessions: 2 | sessions: 2147483648 | FILE:4:15: scenarios[0].sessions: found 2147483648, expected an integer from 1 to 2147483647
          sessions: 2 | sessions: 99999999999999999999999 | FILE:4:15: scenarios[0].sessions: found 99999999999999999999999, expected an integer from 1 to 2147483647
          sessions: 2 | sessions: two | FILE:4:15: scenarios[0].sessions: found the string 'two', expected an integer from 1 to 2147483647
          sessions: 2 | sessions: 010 | FILE:4:15: scenarios[0].sessions: found the string '010', expected an integer from 1 to 2147483647
          sessions: 2 | sessions: 1e3 | FILE:4:15: scenarios[0].sessions: found 1e3, expected an integer from 1 to 2147483647
          sessions: 2 | sessions: | FILE:4:14: scenarios[0].sessions: found nothing, expected an integer from 1 to 2147483647
          sessions: 2 | sessions: !shop 2 | FILE:4:15: scenarios[0].sessions: unknown tag '!shop', expected a plain value
          sessions: 2 | sessions: !!int two | FILE:4:15: scenarios[0].sessions: found two, expected an integer from 1 to 2147483647
          sessions: 2 | workload: counter | FILE:4:5: scenarios[0].workload: the key is there twice, expected once
          sessions: 2 | sesions: 2 | FILE:4:5: scenarios[0].sesions: unknown key, did you mean 'sessions'? known: budget, events, sessions, tolerances, workload
          `    sessions: 2\n` | `` | FILE:3:5: scenarios[0]: the key 'sessions' is missing
          events: 3 | events: [3] | FILE:5:13: scenarios[0].events: found a list, expected an integer from 1 to 2147483647
          events: 3 | events: 3, | FILE:5:13: scenarios[0].events: found the string '3,', expected an integer from 1 to 2147483647
          suite/2 | suite/3 | FILE:1:9: schema: unknown schema version 'suite/3', expected 'suite/2': use the version of lightspeed that wrote the file, or write it again
          suite/2 | report/1 | FILE:1:9: schema: found 'report/1', expected 'suite/2': is this the right file?
          schema: suite/2 | profile: pinned | FILE:1:1: the key 'schema' is missing, expected 'suite/2': is this the right file?
          schema: suite/2 | `schema: suite/2\nprofile: fast` | FILE:2:10: profile: found the string 'fast', expected 'pinned', {name, cpuUnits, ioUnits, memoryUnits} or {file: PATH of a profile}
          schema: suite/2 | `schema: suite/2\nprofile: [1]` | FILE:2:10: profile: found a list, expected an object
          schema: suite/2 | `schema: suite/2\nprofile: {name: x, cpuUnits: 0, ioUnits: 1, memoryUnits: 1}` | FILE:2:30: profile.cpuUnits: found 0, expected an integer, at least 1
          schema: suite/2 | `schema: suite/2\nprofile: {file: x.json, name: x}` | FILE:2:25: profile.name: unknown key; known: file
          schema: suite/2 | `schema: suite/2\nscenario: []` | FILE:2:1: scenario: unknown key, did you mean 'scenarios'? known: classpath, meter, profile, scenarios, schema, tolerances
          events: 3 | `events: 3\n    budget: {}` | FILE:6:13: scenarios[0].budget: limits: none, expected at least one
          events: 3 | `events: 3\n    budget: {p95LatencyMs: -1}` | FILE:6:28: scenarios[0].budget.p95LatencyMs: found -1, expected an integer, at least 0
          events: 3 | `events: 3\n    budget: {p95LatencyMs: 5 %}` | FILE:6:28: scenarios[0].budget.p95LatencyMs: found the string '5 %', expected an integer, at least 0
          events: 3 | `events: 3\n    budget: {p95Latency: 1}` | FILE:6:14: scenarios[0].budget.p95Latency: unknown key, did you mean 'p95LatencyMs'? known: avgAllocatedBytes, avgCpuUnits, avgMountAllocatedBytes, avgMountCpuUnits, avgMountPayloadBytes, avgPatchOps, avgPayloadBytes, cpuUtilisationPermille, estimatedTotalMemoryUnits, linkUtilisationPermille, maxCpuUnits, maxLatencyMs, maxPayloadBytes, p50LatencyMs, p95LatencyMs, p99LatencyMs, peakMemoryUnitsPerSession, throughputEventsPerSecond, totalAllocatedBytes, totalCpuUnits, totalPatchOps, totalPayloadBytes
          events: 3 | `events: 3\n    budget: {maxAvgPayloadBytes: 1}` | FILE:6:14: scenarios[0].budget.maxAvgPayloadBytes: unknown key, did you mean 'avgPayloadBytes'? known: avgAllocatedBytes, avgCpuUnits, avgMountAllocatedBytes, avgMountCpuUnits, avgMountPayloadBytes, avgPatchOps, avgPayloadBytes, cpuUtilisationPermille, estimatedTotalMemoryUnits, linkUtilisationPermille, maxCpuUnits, maxLatencyMs, maxPayloadBytes, p50LatencyMs, p95LatencyMs, p99LatencyMs, peakMemoryUnitsPerSession, throughputEventsPerSecond, totalAllocatedBytes, totalCpuUnits, totalPatchOps, totalPayloadBytes
          events: 3 | `events: 3\n    budget: {sessionCount: 1}` | FILE:6:14: scenarios[0].budget.sessionCount: unknown key; known: avgAllocatedBytes, avgCpuUnits, avgMountAllocatedBytes, avgMountCpuUnits, avgMountPayloadBytes, avgPatchOps, avgPayloadBytes, cpuUtilisationPermille, estimatedTotalMemoryUnits, linkUtilisationPermille, maxCpuUnits, maxLatencyMs, maxPayloadBytes, p50LatencyMs, p95LatencyMs, p99LatencyMs, peakMemoryUnitsPerSession, throughputEventsPerSecond, totalAllocatedBytes, totalCpuUnits, totalPatchOps, totalPayloadBytes
          events: 3 | `events: 3\n    tolerances: {avgCpuUnits: five}` | FILE:6:31: scenarios[0].tolerances.avgCpuUnits: found the string 'five', expected an integer, at least 0, or a share such as 5 % or 0.5 %
          events: 3 | `events: 3\n    tolerances: {avgCpuUnits: -5 %}` | FILE:6:31: scenarios[0].tolerances.avgCpuUnits: found the string '-5 %', expected an integer, at least 0, or a share such as 5 % or 0.5 %
          events: 3 | `events: 3\n    tolerances: {avgCpuUnits: 0.55 %}` | FILE:6:31: scenarios[0].tolerances.avgCpuUnits: found the string '0.55 %', expected an integer, at least 0, or a share such as 5 % or 0.5 %
          events: 3 | `events: 3\n    tolerances: {avgCpu: 1}` | FILE:6:18: scenarios[0].tolerances.avgCpu: unknown key, did you mean 'avgCpuUnits'? known: avgAllocatedBytes, avgCpuUnits, avgMountAllocatedBytes, avgMountCpuUnits, avgMountPayloadBytes, avgPatchOps, avgPayloadBytes, cpuUtilisationPermille, estimatedTotalMemoryUnits, linkUtilisationPermille, maxCpuUnits, maxLatencyMs, maxPayloadBytes, p50LatencyMs, p95LatencyMs, p99LatencyMs, peakMemoryUnitsPerSession, throughputEventsPerSecond, totalAllocatedBytes, totalCpuUnits, totalPatchOps, totalPayloadBytes
          schema: suite/2 | `schema: suite/2\ntolerances: {p95Latency: 5 %}` | FILE:2:14: tolerances.p95Latency: unknown key, did you mean 'p95LatencyMs'? known: avgAllocatedBytes, avgCpuUnits, avgMountAllocatedBytes, avgMountCpuUnits, avgMountPayloadBytes, avgPatchOps, avgPayloadBytes, cpuUtilisationPermille, estimatedTotalMemoryUnits, linkUtilisationPermille, maxCpuUnits, maxLatencyMs, maxPayloadBytes, p50LatencyMs, p95LatencyMs, p99LatencyMs, peakMemoryUnitsPerSession, throughputEventsPerSecond, totalAllocatedBytes, totalCpuUnits, totalPatchOps, totalPayloadBytes
          schema: suite/2 | `schema: suite/2\ntolerances: 5 %` | FILE:2:13: tolerances: found the string '5 %', expected an object
          events: 3 | `events: 3\n  - {workload: counter, sessions: 1, events: 1}` | FILE:6:16: scenarios[1].workload: the workload 'counter' is there twice, expected once
          events: 3 | `events: 3\n? [a]\n: b` | FILE:6:3: the key is not a word, expected one
          events: 3 | `events: 3\n   bad: x` | FILE:6:4: is not YAML: expected <block end>, but found '<block mapping start>'
          events: 3 | `events: *none` | FILE:5:13: is not YAML: found undefined alias none
          events: 3 | `events: 3\n---\nschema: suite/2` | FILE:6:1: is not YAML: but found another document
          """)
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) {
    String text =
        SMALL.replaceFirst(Pattern.quote(right.replace("\\n", "\n")), wrong.replace("\\n", "\n"));

    assertThat(text).isNotEqualTo(SMALL);
    assertRefused(text, message);
  }

  @Test
  void refusesASuiteOfNothing() {
    assertRefused("", "FILE: is empty, expected a document");
    assertRefused("# nothing\n", "FILE: is empty, expected a document");
    assertRefused("schema: suite/2\n", "FILE:1:1: the key 'scenarios' is missing");
    assertRefused(
        "schema: suite/2\nscenarios: []\n", "FILE:2:12: scenarios: none, expected at least one");
    assertRefused(
        "schema: suite/2\nscenarios:\n", "FILE:2:11: scenarios: found nothing, expected a list");
    assertRefused("- a\n", "FILE:1:1: found a list, expected an object");
  }

  @Test
  void refusesAFileThatBlowsUp() {
    StringBuilder bomb = new StringBuilder("schema: suite/2\na0: &a0 [x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 8; i++) {
      String item = "*a" + (i - 1);
      bomb.append("a").append(i).append(": &a").append(i).append(" [");
      bomb.append(String.join(", ", List.of(item, item, item, item, item, item))).append("]\n");
    }

    assertRefused(
        bomb.toString(),
        "FILE:2:5: a6[0][1][1][0][4][2]: aliases or nesting make this too large, expected at"
            + " most 32 levels and 100000 values");
    assertRefused(
        "schema: suite/2\nscenarios: &loop [*loop]\n",
        "FILE:2:12: scenarios"
            + "[0]".repeat(32)
            + ": aliases or nesting make this too large, expected at most 32 levels and 100000"
            + " values");
  }

  @Test
  void refusesWhatIsNotText() throws IOException {
    Path file = folder.resolve("suite.yaml");
    Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe});

    assertThatThrownBy(() -> SuiteFile.read(file)).hasMessage(file + ": is not UTF-8 text");
  }

  @Test
  void aCutSuiteIsRefusedOrSaysSomethingElse() throws IOException {
    byte[] whole = Files.readAllBytes(Golden.file("suite-2.yaml"));
    int refused = 0;
    for (int length = 0; length < whole.length - 1; length++) {
      String cut = new String(Arrays.copyOf(whole, length), StandardCharsets.UTF_8);
      try {
        // YAML has no end: a file that stops after a value is a file that says less.
        assertThat(read(cut)).as("cut to %d bytes", length).isNotEqualTo(SUITE);
      } catch (InputException e) {
        refused++;
        assertThat(e).hasMessageStartingWith(folder.toString());
      }
    }
    assertThat(refused).isGreaterThan(whole.length * 8 / 10);
  }

  @Test
  void aSuiteRefusesBudgetsThatLimitNothing() {
    List<Scenario> scenarios = List.of(new Scenario(StandardWorkload.COUNTER, 1, 1));
    Budget budget = new Budget("counter", 1, 1, 1, 1);

    assertThatThrownBy(
            () ->
                new Suite(
                    Reports.PROFILE, scenarios, List.of(new Budget("crud_table", 1, 1, 1, 1))))
        .hasMessage("budgets: the workload 'crud_table' has no scenario");
    assertThatThrownBy(() -> new Suite(Reports.PROFILE, scenarios, List.of(budget, budget)))
        .hasMessage("budgets: the workload 'counter' has two, expected one");
  }

  @Test
  void theStandardSuiteIsWhole() {
    assertThat(StandardSuite.suite().budgets()).hasSameSizeAs(StandardSuite.scenarios());
  }

  private void assertRefused(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replaceFirst("FILE", folder.resolve("suite.yaml").toString()));
  }

  private Suite read(String text) {
    return SuiteFile.read(write(text));
  }

  private Path write(String text) {
    try {
      return Files.writeString(folder.resolve("suite.yaml"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
