package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every example that is a Maven project builds as it stands, gates included. */
class ExamplesIT {

  private static final Path EXAMPLES = Path.of("..", "examples");

  @TestFactory
  List<DynamicTest> everyExampleBuilds() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      List<Path> projects =
          folders.filter(each -> Files.exists(each.resolve("pom.xml"))).sorted().toList();
      assertThat(projects).contains(EXAMPLES.resolve("maven"));
      return projects.stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> build(each)))
          .toList();
    }
  }

  private static void build(Path example) throws Exception {
    Maven maven = Maven.instance();
    Path project = maven.project("examples/" + example.getFileName(), example);
    Maven.Run build = maven.run(project, "verify");

    assertThat(build.log()).contains("[INFO] BUILD SUCCESS").doesNotContain("[WARNING]");
    assertThat(build.exitCode()).isZero();
    if (Files.readString(example.resolve("pom.xml")).contains("<goal>check</goal>")) {
      assertThat(build.log())
          .contains("PASS  baseline lightspeed.baseline.json: every figure is the same");
      assertThat(project.resolve("target/lightspeed/report.html")).isNotEmptyFile();
    }
  }
}
