package dev.lightspeed.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandJarTest {

  @TempDir private Path root;

  @Test
  void theCorpusIsWhereTheRepositoryBuildsIt() throws IOException {
    Path jar = created(root.resolve("corpus").resolve("target").resolve("lightspeed-corpus.jar"));

    assertThat(CommandJar.corpus(command())).isEqualTo(jar);
  }

  @Test
  void orBesideTheCommand() throws IOException {
    Path jar = created(command().resolveSibling("lightspeed-corpus.jar"));

    assertThat(CommandJar.corpus(command())).isEqualTo(jar);
  }

  @Test
  void ifItIsInNeitherPlaceTheMessageSaysWhatBuildsIt() {
    assertThatThrownBy(() -> CommandJar.corpus(command()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "calibrate: needs lightspeed-corpus.jar, which is not part of this command and neither "
                + root
                + "/cli/target/lightspeed-corpus.jar nor "
                + root
                + "/corpus/target/lightspeed-corpus.jar: start it as ./lightspeed, which builds it,"
                + " or run 'mvn package'");
  }

  @Test
  void aFolderOfClassesIsNoJar() {
    assertThatThrownBy(() -> CommandJar.path("calibrate"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("calibrate: runs from lightspeed.jar only, not from ");
  }

  private Path command() {
    return root.resolve("cli").resolve("target").resolve("lightspeed.jar");
  }

  private static Path created(Path file) throws IOException {
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
