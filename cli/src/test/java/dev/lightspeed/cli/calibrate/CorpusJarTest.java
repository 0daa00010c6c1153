package dev.lightspeed.cli.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusJarTest {

  @TempDir private Path root;

  @Test
  void isWhereTheRepositoryBuildsIt() throws IOException {
    Path jar = root.resolve("corpus").resolve("target").resolve("lightspeed-corpus.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);

    assertThat(CorpusJar.locate(command())).isEqualTo(jar);
  }

  @Test
  void orBesideTheCommand() throws IOException {
    Path jar = command().resolveSibling("lightspeed-corpus.jar");
    Files.createDirectories(jar.getParent());
    Files.createFile(jar);

    assertThat(CorpusJar.locate(command())).isEqualTo(jar);
  }

  @Test
  void ifItIsMissingTheMessageSaysWhatBuildsIt() {
    assertThatThrownBy(() -> CorpusJar.locate(command()))
        .isInstanceOf(InputException.class)
        .hasMessage(
            "calibrate: there is no "
                + root
                + "/corpus/target/lightspeed-corpus.jar: './lightspeed calibrate' builds it, and so"
                + " does 'mvn -pl corpus -am package -Dmaven.test.skip=true' in the repository");
  }

  @Test
  void aCommandInTheTopFolderHasNoRepository() {
    assertThatThrownBy(() -> CorpusJar.locate(Path.of("/lightspeed.jar")))
        .hasMessageStartingWith("calibrate: there is no /lightspeed-corpus.jar: ");
  }

  private Path command() {
    return root.resolve("cli").resolve("target").resolve("lightspeed.jar");
  }
}
