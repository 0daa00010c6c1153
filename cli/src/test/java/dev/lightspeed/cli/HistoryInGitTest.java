package dev.lightspeed.cli;

import static dev.lightspeed.cli.Repository.METER;
import static dev.lightspeed.cli.Repository.baseline;
import static dev.lightspeed.cli.Repository.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.cli.text.Workplace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code history} of repositories with merges, moves, other settings, and a thousand commits. */
class HistoryInGitTest {

  private static final String FILE = "lightspeed.baseline.json";

  @TempDir Path folder;
  private Repository repository;
  private Path file;

  @BeforeEach
  void initialise() {
    repository = Repository.in(folder);
    file = folder.resolve(FILE);
  }

  @Test
  void aMergeIsOneStepAndTheCommitsOfItsBranchAreNot() {
    String first = repository.cart(10).commit("Begin");
    repository.git("checkout", "--quiet", "-b", "topic");
    String inner = repository.cart(30).commit("Try");
    repository.cart(20).commit("Try again");
    repository.git("checkout", "--quiet", "main");
    repository.write("README", "").commit("Go on");
    String merge = repository.merge("topic");
    CommandRun run = repository.history("cart.avgPayloadBytes");

    assertThat(run.out())
        .contains("\n" + merge + "  ", "10   20  +100.0 %  worse  Merge topic\n")
        .contains("the cause is one of the 4 commits", "git log " + first + ".." + merge)
        .doesNotContain(inner);
    assertThat(repository.history("--range=" + first + "..topic").out()).contains("2 commits have");
  }

  @Test
  void aRenamedBaselineIsFollowedAndACopiedOneBegins() throws IOException {
    repository.write("old/a.baseline.json", baseline(METER, scenario("cart", 10))).commit("Begin");
    Files.createDirectory(folder.resolve("new"));
    repository.git("mv", "old/a.baseline.json", "new/b.baseline.json");
    repository.write("new/b.baseline.json", baseline(METER, scenario("cart", 11)));
    String move = repository.commit("Move it");
    String text = Files.readString(folder.resolve("new/b.baseline.json"));
    String copy = repository.write("c.baseline.json", text).commit("Copy it");

    assertThat(repository.history("--baseline=" + folder.resolve("new/b.baseline.json")).out())
        .contains(": 2 commits have changed it\n", "\n" + move + "  2026-01-02      3       -  ")
        .contains("\n    renamed, before old/a.baseline.json\n");
    assertThat(repository.history("--baseline=" + folder.resolve("c.baseline.json")).out())
        .contains(": 1 commit has changed it\n", "\n" + copy + "  ", "the baseline begins");
    assertThat(
            repository
                .history("--limit=1", "--baseline=" + folder.resolve("new/b.baseline.json"))
                .out())
        .contains("\n" + move + "  2026-01-02      3       -  ");
  }

  @Test
  void aBaselineThatWasRenamedTwiceIsFollowedToItsBeginning() {
    String first =
        repository.write("a.baseline.json", baseline(METER, scenario("cart", 10))).commit("Begin");
    repository.git("mv", "a.baseline.json", "b.baseline.json");
    String second = repository.commit("Rename it");
    repository.git("mv", "b.baseline.json", "c.baseline.json");
    repository.write("c.baseline.json", baseline(METER, scenario("cart", 12)));
    String third = repository.commit("Rename it again, and send more");
    String renamed = "--baseline=" + folder.resolve("c.baseline.json");

    assertThat(repository.history(renamed).out())
        .contains(": 3 commits have changed it\n")
        .contains("\n" + third + "  ", "\n    renamed, before b.baseline.json\n")
        .contains("\n" + second + "  ", "\n    renamed, before a.baseline.json\n")
        .contains("\n" + first + "  ", "the baseline begins");
    assertThat(repository.history(renamed, "cart.avgPayloadBytes").out())
        .contains("10   12  +20.0 %  worse")
        .contains("git show " + third);
    assertThat(repository.history(renamed, "--range=" + second + "..").out())
        .contains(": 1 commit has changed it\n", "\n" + third + "  2026-01-03      3       -  ");
  }

  @Test
  void aShallowCloneIsSaidToBeCut(@TempDir Path other) {
    repository.cart(10).commit("Begin");
    repository.cart(11).commit("Go on");
    String last = repository.cart(12).commit("Go further");
    Path clone = other.resolve("clone");
    repository.git("clone", "--quiet", "--depth=1", folder.toUri().toString(), clone.toString());
    CommandRun run = CommandRun.in(Environment.plain().at(new Workplace(clone, false)), "history");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("\n    what was before is not known\n");
    assertThat(run.err())
        .isEqualTo(
            "lightspeed: this clone is shallow, and the history is cut at "
                + last
                + ": 'git fetch --unshallow' gets the rest\n");
  }

  @Test
  void whatTheUserHasConfiguredChangesNothing() {
    repository.write("a/" + FILE, baseline(METER, scenario("cart", 10))).commit("Begin \u00e9");
    Path module = folder.resolve("b");
    repository.git("mv", "a", "b");
    repository.commit("Move it");
    repository.write("b/" + FILE, baseline(METER, scenario("cart", 12)));
    repository.git("checkout", "--quiet", "-b", "topic");
    repository.commit("Add two");
    repository.git("checkout", "--quiet", "main");
    repository.write("README", "").commit("Go on");
    repository.merge("topic");
    String[] history = {"--baseline=" + module.resolve(FILE)};
    CommandRun plain = repository.history(history);
    for (String[] setting :
        new String[][] {
          {"log.showSignature", "true"},
          {"log.showRoot", "false"},
          {"log.follow", "true"},
          {"log.diffMerges", "combined"},
          {"log.date", "relative"},
          {"format.pretty", "fuller"},
          {"diff.renames", "false"},
          {"diff.orderFile", "/nowhere"},
          {"diff.relative", "true"},
          {"color.ui", "always"},
          {"core.abbrev", "4"},
          {"core.quotePath", "true"},
          {"i18n.logOutputEncoding", "ISO-8859-1"},
          {"alias.log", "status"}
        }) {
      repository.git("config", setting[0], setting[1]);
    }

    assertThat(plain.out()).contains("Begin \u00e9", "Move it", "Merge topic");
    assertThat(repository.history(history)).isEqualTo(plain);
  }

  @Test
  void aThousandCommitsAreReadAtOnce() throws Exception {
    StringBuilder stream = new StringBuilder();
    for (int i = 1; i <= 1000; i++) {
      String text = baseline(METER, scenario("cart", 1000 + i % 7 * i));
      stream.append("commit refs/heads/main\ncommitter T <t@example.org> ");
      stream.append(1_767_225_600 + i).append(" +0000\ndata 1\nx\n");
      stream.append("M 100644 inline ").append(FILE).append("\ndata ").append(text.length());
      stream.append('\n').append(text).append('\n');
    }
    Path input = Files.writeString(folder.resolve("stream"), stream);
    Process process =
        new ProcessBuilder("git", "fast-import", "--quiet")
            .directory(folder.toFile())
            .inheritIO()
            .redirectInput(input.toFile())
            .start();
    assertThat(process.waitFor()).isZero();
    repository.git("checkout", "--quiet", "--force", "main");

    assertThat(repository.history().out()).startsWith(file + ": 1,000 commits have changed it\n");
    String out = repository.history("cart.avgPayloadBytes").out();
    assertThat(out.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(80));
    assertThat(out).contains("\n7,000 ┤", "\n    0 ┤", " 2026-01-01");
  }
}
