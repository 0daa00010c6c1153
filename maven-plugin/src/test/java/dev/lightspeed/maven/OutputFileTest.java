package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFileTest {

  @TempDir Path folder;

  @Test
  void aPageAmongWhatIsBuiltUnlessSomethingElseIsAskedFor() {
    assertThat(OutputFile.of(folder, folder.resolve("target"), List.of()))
        .extracting(OutputFile::text)
        .containsExactly("html=target/lightspeed/report.html");
    assertThat(OutputFile.of(folder, folder.resolve("target"), List.of("junit=a.xml", "b.json")))
        .extracting(OutputFile::text)
        .containsExactly("junit=a.xml", "b.json");
  }

  @Test
  void itsFolderIsMade() throws Exception {
    OutputFile.of(folder, "junit=target/reports/a.xml").makeFolder();
    OutputFile.of(folder, "target/figures/a.json").makeFolder();

    assertThat(folder.resolve("target/reports")).isEmptyDirectory();
    assertThat(folder.resolve("target/figures")).isEmptyDirectory();
  }

  @Test
  void standardOutputHasNone() throws Exception {
    OutputFile.of(folder, "github=-").makeFolder();

    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFileInPlaceOfTheFolderIsNamed() throws Exception {
    Files.createFile(folder.resolve("target"));

    assertThatThrownBy(() -> OutputFile.of(folder, "html=target/report.html").makeFolder())
        .isInstanceOf(MojoExecutionException.class)
        .hasMessageStartingWith("outputs: " + folder.resolve("target") + " cannot be made: ");
  }
}
