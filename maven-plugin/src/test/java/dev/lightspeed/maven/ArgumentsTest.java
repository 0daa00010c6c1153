package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArgumentsTest {

  @Test
  void whatIsNotGivenIsNotThere() throws Exception {
    assertThat(
            new Arguments()
                .word("check")
                .option("--against", null)
                .options("--workload", null)
                .classpath(List.of())
                .words("arguments", null)
                .list())
        .containsExactly("check");
  }

  @Test
  void whatIsGivenKeepsItsOrder() throws Exception {
    assertThat(
            new Arguments()
                .word("check")
                .option("--against", "origin/main")
                .options("--workload", List.of("cart", "com.acme.Shop"))
                .words("arguments", "  --verify --meter 'full' --profile=\"my profile.json\" ")
                .list())
        .containsExactly(
            "check",
            "--against=origin/main",
            "--workload=cart",
            "--workload=com.acme.Shop",
            "--verify",
            "--meter",
            "full",
            "--profile=my profile.json");
  }

  @Test
  void theClassPathIsWhatIsThere(@TempDir Path folder) throws Exception {
    String classes = Files.createDirectory(folder.resolve("classes")).toString();
    String jar = Files.createFile(folder.resolve("a.jar")).toString();
    String nothing = folder.resolve("test-classes").toString();

    assertThat(new Arguments().classpath(List.of(nothing, classes, jar)).list())
        .containsExactly("--classpath=" + classes + File.pathSeparator + jar);
  }

  @Test
  void aQuoteIsClosed() {
    assertThatThrownBy(() -> new Arguments().words("arguments", "--profile 'my profile"))
        .isInstanceOf(MojoExecutionException.class)
        .hasMessage("arguments: '--profile 'my profile' has a quote that is not closed");
  }
}
