package dev.lightspeed.cli;

import static dev.lightspeed.cli.Replays.COST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code update}, on replays, which need no meter. */
class UpdateTest {

  @TempDir Path folder;
  private Replays replays;
  private Path baseline;

  @BeforeEach
  void trace() {
    replays = new Replays(folder).traced("checkout", COST);
    baseline = folder.resolve("lightspeed.baseline.json");
  }

  @Test
  void theFirstIsWrittenAndThenEverythingPasses() {
    assertThat(replays.run("update")).isEqualTo(written(""));
    assertThat(BaselineFile.read(baseline).report().scenarios())
        .extracting(ScenarioReport::workload)
        .containsExactly("checkout");
    assertThat(replays.run("check").exitCode()).isZero();
  }

  @Test
  void whatIsTheSameIsNotWritten() throws IOException {
    replays.run("update");
    // Written on another runtime, the file would differ in that line alone.
    String other = replays.read("lightspeed.baseline.json").replaceFirst("Java [0-9]+", "Java 99");
    Files.writeString(baseline, other);

    assertThat(replays.run("update"))
        .isEqualTo(
            new CommandRun(0, baseline + ": every figure is the same, nothing is written\n", ""));
    assertThat(baseline).hasContent(other);
  }

  @Test
  void theDifferenceIsShown() {
    replays.run("update");
    replays.traced("checkout", new Cost(1000, 90, 2, 648, 1500));

    assertThat(replays.run("update"))
        .isEqualTo(
            written(
                """
                LOSS  checkout: total allocated 1296 B > 1280 B (+1.3 %)
                LOSS  checkout: avg allocated 648 B > 640 B (+1.3 %)
                LOSS  checkout: avg mount allocated 648 B > 640 B (+1.3 %)
                GAIN  checkout: total payload 180 B < 200 B (-10.0 %)
                GAIN  checkout: avg payload 90 B < 100 B (-10.0 %)
                GAIN  checkout: throughput 2222 events/s > 2000 events/s (+11.1 %)
                GAIN  checkout: max payload 90 B < 100 B (-10.0 %)
                GAIN  checkout: avg mount payload 90 B < 100 B (-10.0 %)
                """));
    assertThat(replays.run("check").exitCode()).isZero();
  }

  @Test
  void aReplayKeepsTheKindsOfAScenarioThatIsAsItWas() throws IOException {
    replays.traced("checkout", COST).run("update");
    String kinds =
        """
              "kinds": {"pay": {"allocatedBytes": 1280, "cpuUnits": 2000, "events": 2,
                "maxPayloadBytes": 100, "patchOps": 4, "payloadBytes": 200}},
        """;
    String text =
        replays.read("lightspeed.baseline.json").replace("      \"linkU", kinds + "      \"linkU");
    Files.writeString(baseline, text);

    assertThat(replays.run("update").out())
        .isEqualTo(baseline + ": every figure is the same, nothing is written\n");
    assertThat(baseline).hasContent(text);
    assertThat(
            replays.traced("checkout", new Cost(1001, 100, 2, 640, 1500)).run("update").exitCode())
        .isZero();
    assertThat(replays.read("lightspeed.baseline.json")).doesNotContain("kinds");
  }

  @Test
  void scenariosThatAreNewOrGoneAreToldApart() {
    replays.traced("basket", "checkout").run("update");

    assertThat(replays.traced("basket", "wishes").run("update"))
        .isEqualTo(
            written(
                """
                NEW   wishes: 2 sessions × 1 event
                GONE  checkout: 2 sessions × 1 event
                """));
  }

  @Test
  void aScenarioOfAnotherSizeIsReplacedWithoutAComparison() {
    replays.tracedWith(3, "checkout").run("update");

    assertThat(replays.traced("checkout").run("check").out())
        .contains(
            "FAIL  checkout: ran 2 sessions × 1 event, its baseline is for 3 sessions × 1"
                + " event\n");
    assertThat(replays.run("update"))
        .isEqualTo(written("SIZE  checkout: 2 sessions × 1 event, before 3 sessions × 1 event\n"));
  }

  @Test
  void figuresOfAnotherMeterAreReplacedWithoutAComparison() throws IOException {
    replays.run("update");
    Files.writeString(
        baseline, replays.read("lightspeed.baseline.json").replace(Meter.version(), "portable/99"));

    assertThat(replays.run("update"))
        .isEqualTo(
            written(
                "counted with "
                    + Meter.version()
                    + " on profile pinned, before with portable/99 on pinned: no figure is"
                    + " comparable\n"));
    assertThat(replays.run("check").exitCode()).isZero();
  }

  @Test
  void aDamagedBaselineIsReplacedAndSaidToBe() throws IOException {
    replays.run("update");
    String text = replays.read("lightspeed.baseline.json");
    Files.writeString(baseline, text.substring(0, text.length() - 3));
    CommandRun run = replays.run("update");

    assertThat(run.err())
        .startsWith("lightspeed: replaced without a comparison: " + baseline + ":")
        .contains("the file ends too early, it is truncated");
    assertThat(run.out()).isEqualTo(written("").out());
    assertThat(baseline).hasContent(text);
  }

  @Test
  void aFileThatIsNoBaselineIsNotReplaced() {
    Path file = replays.write("package.json", "{\"name\": \"shop\"}\n");

    assertThat(replays.run("update", "--baseline", file.toString()))
        .isEqualTo(
            refused(
                file
                    + ": is no baseline, and is not replaced: name another file, or remove it"
                    + " first"));
    assertThat(file).hasContent("{\"name\": \"shop\"}\n");
  }

  @Test
  void nothingIsWrittenInCi() {
    assertThat(replays.runAt(new Workplace(folder, true), "update"))
        .isEqualTo(
            refused(
                "a baseline is not written in CI (the variable CI is set): run 'lightspeed update'"
                    + " where you work, look at the difference and commit it"));
    assertThat(
            replays.runAt(
                new Workplace(folder, true, Optional.of("mvn lightspeed:update")), "update"))
        .isEqualTo(
            refused(
                "a baseline is not written in CI (the variable CI is set): run 'mvn"
                    + " lightspeed:update' where you work, look at the difference and commit it"));
    assertThat(baseline).doesNotExist();
  }

  @Test
  void ciIsWhereTheVariableSaysSo() {
    assertThat(Workplace.of("true").ci()).isTrue();
    assertThat(Workplace.of("1").ci()).isTrue();
    assertThat(Workplace.of(null).ci()).isFalse();
    assertThat(Workplace.of("").ci()).isFalse();
    assertThat(Workplace.of("false").ci()).isFalse();
  }

  @Test
  void theSizesAreThoseOfTheSuite() {
    for (String option : new String[] {"--sessions", "--events"}) {
      assertThat(
              CommandRun.in(
                  Environment.plain().at(new Workplace(folder, false)), "update", option, "3"))
          .isEqualTo(
              refused(
                  option
                      + ": a baseline is for the sizes of the suite: change them in the suite"
                      + " file"));
    }
  }

  @Test
  void aFolderThatIsNotThereIsNamed() {
    Path file = folder.resolve("none").resolve("b.json");

    assertThat(replays.run("update", "--baseline", file.toString()))
        .isEqualTo(
            refused(
                "--baseline: '"
                    + file
                    + "' cannot be written: there is no folder "
                    + file.getParent()));
  }

  private CommandRun written(String difference) {
    return new CommandRun(
        0, difference + baseline + ": written; commit it with what has changed the figures\n", "");
  }

  private static CommandRun refused(String message) {
    return new CommandRun(2, "", "lightspeed: " + message + "\n");
  }
}
