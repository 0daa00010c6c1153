package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The Gradle build that docs/GRADLE.md shows, by the Gradle on the path if there is one. */
class GradleIT {

  private static final Path TOP = Path.of("..");
  private static final Path EXAMPLE = TOP.resolve("examples/gradle");
  private static final String PATH = String.valueOf(System.getenv("PATH"));

  private final Maven maven = Maven.instance();

  @Test
  void theGateIsAPartOfCheck() throws Exception {
    assumeTrue(
        Arrays.stream(PATH.split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "gradle"))),
        "there is no gradle on the PATH: ./verify sets one up where it may");
    Path project = maven.project("gradle", EXAMPLE);

    Run passed = gradle(project, "check");
    assertThat(passed.log())
        .contains("PASS  baseline lightspeed.baseline.json: every figure is the same")
        .contains("BUILD SUCCESSFUL");
    assertThat(passed.exitCode()).isZero();

    Path page = project.resolve("src/main/java/shop/CartPage.java");
    Files.writeString(page, Files.readString(page).replace("<li>", "<li class=item>"));
    Run failed = gradle(project, "check");
    assertThat(failed.exitCode()).isEqualTo(1);
    assertThat(failed.log())
        .contains("FAIL  checkout: avg payload 49 B > 41 B (+19.5 %);")
        .contains("if that is meant to be: 'gradle performanceUpdate', and commit")
        .contains("BUILD FAILED");
  }

  @Test
  void thePageShowsTheWholeBuild() throws Exception {
    assertThat(Files.readString(TOP.resolve("docs/GRADLE.md")))
        .contains("```groovy\n" + Files.readString(EXAMPLE.resolve("build.gradle")) + "```\n");
  }

  private record Run(int exitCode, String log) {}

  /** Without a daemon, which would outlive the test, and with a home of its own. */
  private Run gradle(Path project, String task) throws Exception {
    Process process =
        new ProcessBuilder(
                List.of(
                    "gradle",
                    "--offline",
                    "--no-daemon",
                    "--console=plain",
                    "--gradle-user-home=" + project.resolveSibling("gradle-home"),
                    "-Dmaven.repo.local=" + Maven.repository(),
                    "-Dlightspeed.version=" + System.getProperty("it.version"),
                    task))
            .directory(project.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), log);
  }
}
