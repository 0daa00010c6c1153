package dev.lightspeed.cli;

import static dev.lightspeed.cli.Replays.COST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.trace.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code check --against}, in a real repository. */
class AgainstTest {

  private static final Cost HEAVIER = new Cost(1000, 110, 2, 640, 1500);

  @TempDir Path folder;
  private Replays replays;
  private Path baseline;

  @BeforeEach
  void commitABaseline() throws Exception {
    git("init", "--quiet");
    Path module = Files.createDirectory(folder.resolve("module"));
    replays = new Replays(module);
    baseline = module.resolve("lightspeed.baseline.json");
    git("commit", "--quiet", "--allow-empty", "--message=Begin");
    git("tag", "empty");
    replays.traced("checkout", COST).run("update");
    git("add", ".");
    git("commit", "--quiet", "--message=Add a baseline");
    git("tag", "v1");
    replays.traced("checkout", HEAVIER).run("update");
    git("commit", "--quiet", "--all", "--message=Make it heavier");
  }

  @Test
  void theBaselineIsReadAsItIsAtTheRevision() {
    assertThat(replays.run("check").exitCode()).isZero();
    assertThat(replays.run("check", "--against", "HEAD").exitCode()).isZero();

    CommandRun run = replays.run("check", "--against", "v1");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("FAIL  checkout: avg payload 110 B > 100 B (+10.0 %)\n")
        .contains(
            "if that is meant to be: 'lightspeed update', and commit "
                + baseline
                + "; then check without --against, which goes by the baseline at v1\n");
  }

  @Test
  void whatIsNotCommittedDoesNotMatter() throws IOException {
    Files.delete(baseline);

    assertThat(replays.run("check", "--against", "HEAD").out())
        .contains("PASS  baseline " + baseline + " at HEAD: every figure is the same\n");
  }

  @Test
  void aRevisionThatIsNotThereIsNamed() {
    for (String revision : List.of("v2", "--all", "HEAD:module", "")) {
      assertRefused(
          "'"
              + revision
              + "': no such revision in the repository of "
              + baseline.getParent()
              + ": name a branch, a tag or a commit that 'git log' knows; where CI has cloned the"
              + " last commit alone, fetch it first",
          replays.run("check", "--against=" + revision));
    }
  }

  @Test
  void aRevisionWithoutTheBaselineIsNamed() {
    assertRefused(
        "'empty': there is no "
            + baseline
            + " at that revision: compare with one that has it, or leave --against out",
        replays.run("check", "--against=empty"));
  }

  @Test
  void aBaselineThatIsWrongAtTheRevisionIsNamedWithIt() throws Exception {
    Files.writeString(baseline, "{");
    git("commit", "--quiet", "--all", "--message=Break it");

    assertThat(replays.run("check", "--against=HEAD").err())
        .startsWith("lightspeed: " + baseline + " at HEAD:1:2: the file ends too early");
  }

  @Test
  void aFolderWithoutARepositoryIsNamed(@TempDir Path bare) {
    CommandRun run = new Replays(bare).traced("checkout").run("check", "--against=HEAD");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .startsWith(
            "lightspeed: --against: 'HEAD': "
                + bare
                + " is in no git repository that can be read: fatal: not a git repository");
  }

  private static void assertRefused(String message, CommandRun run) {
    assertThat(run).isEqualTo(new CommandRun(2, "", "lightspeed: --against: " + message + "\n"));
  }

  private void git(String... args) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of("git", "-c", "user.name=Test", "-c", "user.email=test@example.org"));
    command.addAll(List.of(args));
    Process process = new ProcessBuilder(command).directory(folder.toFile()).inheritIO().start();
    assertThat(process.waitFor()).as("%s", command).isZero();
  }
}
