package dev.lightspeed.cli;

import static dev.lightspeed.cli.Replays.COST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check}, on replays, which need no meter. */
class CheckTest {

  private static final String SUITE =
      """
      schema: suite/2
      scenarios:
        - workload: com.example.shop.Checkout
          sessions: 2
          events: 1
          budget: {avgPayloadBytes: 100, avgCpuUnits: 1000}
          tolerances: {avgCpuUnits: 0.5 %, totalCpuUnits: 10}
      """;

  @TempDir Path folder;
  private Replays replays;
  private Path baseline;

  @BeforeEach
  void writeABaseline() {
    replays = new Replays(folder);
    baseline = folder.resolve("lightspeed.baseline.json");
    assertThat(replays.traced("checkout", COST).run("update").exitCode()).isZero();
  }

  @Test
  void theSameFiguresPass() {
    CommandRun run = check(COST);

    assertThat(run.err()).isEmpty();
    assertThat(run.out())
        .contains(
            """

            ----  checkout has no budget
            PASS  baseline %s: every figure is the same

            lightspeed/1 sha256:"""
                .formatted(baseline))
        .doesNotContain("nothing is gated");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void aBuildToolThatRunsThisIsTheWayOut() {
    replays.traced("checkout", new Cost(1000, 101, 2, 640, 1500));
    Workplace maven = new Workplace(folder, false, Optional.of("mvn lightspeed:update"));

    assertThat(replays.runAt(maven, "check").out())
        .contains("if that is meant to be: 'mvn lightspeed:update', and commit " + baseline + "\n");
  }

  @Test
  void whatIsWorseFailsAndWhatIsBetterIsNamedBelow() {
    CommandRun run = check(new Cost(1000, 90, 2, 648, 1500));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """

            ----  checkout has no budget
            FAIL  checkout: total allocated 1296 B > 1280 B (+1.3 %%)
            FAIL  checkout: avg allocated 648 B > 640 B (+1.3 %%)
            FAIL  checkout: avg mount allocated 648 B > 640 B (+1.3 %%)
            GAIN  checkout: total payload 180 B < 200 B (-10.0 %%)
            GAIN  checkout: avg payload 90 B < 100 B (-10.0 %%)
            GAIN  checkout: throughput 2222 events/s > 2000 events/s (+11.1 %%)
            GAIN  checkout: max payload 90 B < 100 B (-10.0 %%)
            GAIN  checkout: avg mount payload 90 B < 100 B (-10.0 %%)
            if that is meant to be: 'lightspeed update', and commit %s

            lightspeed/1 sha256:"""
                .formatted(baseline));
  }

  @Test
  void whatIsOnlyBetterPassesAndIsOfferedToBeKept() {
    CommandRun run = check(new Cost(1000, 100, 1, 640, 1500));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            """
            GAIN  checkout: total patch ops 2 < 4 (-50.0 %%)
            GAIN  checkout: avg patch ops 1 < 2 (-50.0 %%)
            PASS  baseline %s: no figure is worse;
                  to keep what is better: 'lightspeed update', and commit %s
            """
                .formatted(baseline, baseline));
  }

  @Test
  void theCommandThatAcceptsHasTheOptionsThatWereGiven() {
    Path suite = replays.write("other.yaml", SUITE);
    Path other = folder.resolve("kept.baseline.json");
    String[] options = {"--suite=" + suite, "--baseline=" + other};
    assertThat(replays.run("update", options).exitCode()).isZero();

    assertThat(check(new Cost(1000, 110, 2, 640, 1500), options).out())
        .contains(
            "if that is meant to be: 'lightspeed update --suite "
                + suite
                + " --baseline "
                + other
                + "', and commit "
                + other
                + "\n");
  }

  @Test
  void aScenarioThatIsNewAndOneThatIsGoneFail() {
    CommandRun run = replays.traced("basket").run("check");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains(
            """
            FAIL  basket: is not in the baseline (2 sessions × 1 event): add it
            FAIL  checkout: is in the baseline (2 sessions × 1 event) and was not run: if the \
            suite has it no more, remove it there
            """);
  }

  @Test
  void theSuiteOfTheFolderSaysWhatIsToleratedAndAllowed() {
    replays.write("lightspeed.yaml", SUITE);
    CommandRun run = check(new Cost(1005, 100, 2, 640, 1500));

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("suite " + folder.resolve("lightspeed.yaml") + "\n")
        .contains(
            """

            FAIL  checkout: avg CPU 1005 units > 1000 units (+0.5 %%)
            FAIL  checkout: max CPU 1005 units > 1000 units (+0.5 %%)
            FAIL  checkout: avg mount CPU 1005 units > 1000 units (+0.5 %%)
            SLIP  checkout: total CPU 2010 units > 2000 units (+0.5 %%), at most 2010 units
            SLIP  checkout: avg CPU 1005 units > 1000 units (+0.5 %%), at most 1005 units
            if that is meant to be: 'lightspeed update', and commit %s
            """
                .formatted(baseline));
  }

  @Test
  void whatIsWorseWithinItsTolerancePassesAndIsSaid() {
    replays.write(
        "lightspeed.yaml",
        SUITE
            .replace("0.5 %", "1 %")
            .replace("totalCpuUnits: 10", tolerances())
            .replace("avgCpuUnits: 1000", "avgCpuUnits: 2000"));
    CommandRun run = check(new Cost(1005, 100, 2, 640, 1500));

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            """
            SLIP  checkout: max CPU 1005 units > 1000 units (+0.5 %), at most 1010 units
            """)
        .contains("PASS  baseline " + baseline + ": nothing worse than tolerated\n");
  }

  private static String tolerances() {
    return "totalCpuUnits: 1 %, maxCpuUnits: 1 %, avgMountCpuUnits: 1 %";
  }

  @Test
  void withJsonFailuresGoToStandardError() {
    CommandRun run = check(new Cost(1000, 100, 2, 640, 2049), "--out=-");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).startsWith("{\n").endsWith("}\n");
    assertThat(run.err())
        .isEqualTo(
            """
            FAIL  checkout: memory per session 3 KiB > 2 KiB (+50.0 %%)
            FAIL  checkout: memory of all sessions 6 KiB > 4 KiB (+50.0 %%)
            if that is meant to be: 'lightspeed update', and commit %s
            """
                .formatted(baseline));
  }

  @Test
  void withoutABaselineNothingPasses() throws IOException {
    Files.delete(baseline);

    assertRefused(
        check(COST),
        baseline
            + ": there is no baseline: write it with 'lightspeed update', and commit "
            + baseline);
  }

  @Test
  void theWayOutNamesTheSuiteAndTheBaseline() {
    Path suite = replays.write("other.yaml", SUITE);
    Path named = folder.resolve("named.json");

    assertRefused(
        check(COST, "--suite", suite.toString()),
        folder.resolve("other.baseline.json")
            + ": there is no baseline: write it with 'lightspeed update --suite "
            + suite
            + "', and commit "
            + folder.resolve("other.baseline.json"));
    assertRefused(
        check(COST, "--baseline", named.toString()),
        named
            + ": there is no baseline: write it with 'lightspeed update --baseline "
            + named
            + "', and commit "
            + named);
  }

  @Test
  void aBaselineOfAnotherMeterIsRefused() throws IOException {
    edit(Meter.version(), "portable/99");

    assertRefused(
        check(COST),
        baseline
            + ": counted with portable/99, this run with "
            + Meter.version()
            + ", and the two cannot be compared: write it again with 'lightspeed update'");
  }

  @Test
  void aBaselineOfAnotherProfileIsRefusedBeforeAnythingIsReplayed() throws IOException {
    Path profile =
        replays.write(
            "slow.json",
            """
            {"schema":"profile/2","name":"slow","cpuUnits":1,"ioUnits":2,"memoryUnits":3}
            """);
    Path out = folder.resolve("report.json");
    CommandRun run = check(COST, "--profile", profile.toString(), "--out", out.toString());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .startsWith("lightspeed: " + baseline + ": replayed on profile pinned (")
        .endsWith(
            ", this run on slow (1 CPU units/ms, 2 B/ms, 3 KiB), and the two cannot be compared:"
                + " give the same profile, or write it again with 'lightspeed update'\n");
    assertThat(out).doesNotExist();
  }

  @Test
  void aBaselineOfAnotherRuntimeIsSaidToBeOneIfAnythingIsWorse() throws IOException {
    edit("\"Java [0-9]+\"", "\"Java 99\"");

    assertThat(check(COST).out()).doesNotContain("Java 99");
    assertThat(check(new Cost(1001, 100, 2, 640, 1500)).out())
        .contains(
            baseline
                + " was written on Java 99, this is Java "
                + Runtime.version().feature()
                + "\n");
  }

  @Test
  void aFolderIsNoBaseline() throws IOException {
    Files.delete(baseline);
    Files.createDirectory(baseline);

    assertRefused(check(COST), baseline + ": cannot be read: it is a folder, expected a file");
  }

  @Test
  void aMergeConflictIsRefused() throws IOException {
    edit("\\{\n", "<<<<<<< HEAD\n");

    assertRefused(
        check(COST),
        baseline
            + ":1:1: a merge conflict is left here ('<<<<<<< HEAD'): take either side, then write"
            + " it again with 'lightspeed update'");
  }

  @Test
  void noReportTakesThePlaceOfABaseline() throws IOException {
    String kept = Files.readString(baseline);
    Path same = folder.resolve(".").resolve("lightspeed.baseline.json");
    String message =
        "--out: '"
            + same
            + "' is a baseline, which 'lightspeed update' alone writes: name another file";

    assertRefused(check(COST, "--out", same.toString()), message);
    assertRefused(replays.run("run", "--out", same.toString()), message);
    assertThat(baseline).hasContent(kept);
  }

  @Test
  void aBaselineOfAnyNameIsNotReplacedByWhatIsComparedWithIt() throws IOException {
    Path named = Files.copy(baseline, folder.resolve("named.json"));

    assertRefused(
        check(COST, "--baseline", named.toString(), "--out", named.toString()),
        "--out: '"
            + named
            + "' is a baseline, which 'lightspeed update' alone writes: name another file");
  }

  private CommandRun check(Cost cost, String... more) {
    return replays.traced("checkout", cost).run("check", more);
  }

  private void edit(String regex, String text) throws IOException {
    Files.writeString(baseline, Files.readString(baseline).replaceFirst(regex, text));
  }

  private static void assertRefused(CommandRun run, String message) {
    assertThat(run).isEqualTo(new CommandRun(2, "", "lightspeed: " + message + "\n"));
  }
}
