package dev.lightspeed.cli;

import static dev.lightspeed.cli.Replays.COST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.output.data.ResultJson;
import dev.lightspeed.harness.trace.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code --out} of {@code run} and {@code check}, on replays, which need no meter. */
class OutTest {

  @TempDir Path folder;
  private Replays replays;

  @BeforeEach
  void writeABaseline() {
    replays = new Replays(folder);
    assertThat(replays.traced("checkout", COST).run("update").exitCode()).isZero();
    replays.traced("checkout", new Cost(1000, 110, 2, 640, 1500));
  }

  @Test
  void anyNumberOfOutputsIsWrittenBesideTheTable() {
    CommandRun table = replays.run("check");
    CommandRun run =
        replays.run(
            "check",
            "--out=" + file("result.json"),
            "--out=junit=" + file("junit.xml"),
            "--out=markdown=" + file("summary.md"),
            "--out=github=" + file("annotations.txt"),
            "--out=csv=" + file("figures.csv"),
            "--out=benchmark=" + file("benchmark.json"),
            "--out=badge=" + file("badge.svg"),
            "--out=html=" + file("report.html"));

    assertThat(run).isEqualTo(table);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(ResultJson.readReport(file("result.json")).scenarios()).hasSize(1);
    assertThat(replays.read("result.json")).contains("\"verdict\": \"failed\"");
    assertThat(replays.read("junit.xml"))
        .contains("message=\"checkout: avg payload 110 B &gt; 100 B (+10.0 %)\"");
    assertThat(replays.read("summary.md"))
        .startsWith("### ❌ Performance: 1 of 1 scenario failed\n")
        .contains("If that is meant to be: 'lightspeed update', and commit ");
    assertThat(replays.read("annotations.txt")).startsWith("::error title=checkout%3A baseline::");
    assertThat(replays.read("figures.csv"))
        .contains("checkout,avgPayloadBytes,110,B,lower,,100,100,failed\n");
    assertThat(replays.read("benchmark.json")).contains("\"name\": \"checkout: avg payload\"");
    assertThat(replays.read("badge.svg")).contains("aria-label=\"performance: failed\"");
    assertThat(replays.read("report.html"))
        .contains("<figure class=\"chart\">")
        .doesNotContain("Payload by event type", "Where the work went");
  }

  @Test
  void oneOutputMayTakeThePlaceOfTheTable() {
    CommandRun run = replays.run("check", "--out=github=-");

    assertThat(run.out()).startsWith("::error title=checkout%3A baseline::").hasLineCount(1);
    assertThat(run.err())
        .contains("FAIL  checkout: avg payload 110 B > 100 B (+10.0 %)\n")
        .contains("if that is meant to be: ");
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(folder.resolve("-")).doesNotExist();
  }

  @Test
  void aFileThatHasAnEqualsSignIsOneWhereItsFormatIsNamed() {
    assertThat(replays.run("run", "--out=json=" + file("a=b")).exitCode()).isZero();
    assertThat(ResultJson.readReport(file("a=b")).scenarios()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"a.json, a.json", "a.json, ./a.json", "a.json, link", "-, -"})
  void twoOutputsToOneFileAreRefused(String one, String other) throws IOException {
    Files.createSymbolicLink(folder.resolve("link"), folder.resolve("a.json"));
    Files.writeString(folder.resolve("a.json"), "kept");
    String first = one.equals("-") ? one : file(one).toString();
    String second = other.equals("-") ? other : folder + "/" + other;

    assertThat(replays.run("run", "--out=json=" + first, "--out=csv=" + second))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --out: '"
                    + Path.of(second)
                    + "' is given twice, as json and as csv: name another file for one of them\n"));
    assertThat(folder.resolve("a.json")).hasContent("kept");
  }

  @Test
  void whereOneCannotBeWrittenNoneIs() {
    Path nowhere = folder.resolve("no such folder").resolve("junit.xml");

    assertThat(replays.run("run", "--out=" + file("report.json"), "--out=junit=" + nowhere))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --out: '"
                    + nowhere
                    + "' cannot be written: there is no folder "
                    + nowhere.getParent()
                    + "\n"));
    assertThat(file("report.json")).doesNotExist();
  }

  @Test
  void aBaselineIsNoOutput() {
    Path baseline = file("lightspeed.baseline.json");
    String kept = replays.read("lightspeed.baseline.json");

    assertThat(replays.run("check", "--out=html=" + baseline).err())
        .isEqualTo(
            "lightspeed: --out: '"
                + baseline
                + "' is a baseline, which 'lightspeed update' alone writes: name another file\n");
    assertThat(baseline).hasContent(kept);
  }

  @Test
  void whatNobodyWouldShowIsNotRecorded() {
    assertThat(CommandRun.of("run", "--attribute", "--out=markdown=-"))
        .isEqualTo(
            new CommandRun(
                2,
                "",
                "lightspeed: --attribute: only an HTML report shows where the work went: add --out"
                    + " html=report.html, or use 'lightspeed explain'\n"));
    assertThat(replays.run("run", "--attribute", "--out=html=-").err())
        .startsWith("lightspeed: --attribute cannot be combined with --trace: ");
  }

  private Path file(String name) {
    return folder.resolve(name);
  }
}
