package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every example that is a Maven project builds as it stands, gates included; that of the page on
 * Maven is built by {@link MavenPageIT}.
 */
class ExamplesIT {

  private static final Path EXAMPLES = Path.of("..", "examples");

  @TestFactory
  List<DynamicTest> everyExampleBuilds() throws IOException {
    try (Stream<Path> folders = Files.list(EXAMPLES)) {
      List<Path> projects =
          folders
              .filter(each -> Files.exists(each.resolve("pom.xml")))
              .filter(each -> !each.endsWith("maven"))
              .sorted()
              .toList();
      assertThat(projects).isNotEmpty();
      return projects.stream()
          .map(each -> DynamicTest.dynamicTest(each.getFileName().toString(), () -> build(each)))
          .toList();
    }
  }

  private static void build(Path example) throws Exception {
    Maven maven = Maven.instance();
    Maven.Run build =
        maven.run(maven.project("examples/" + example.getFileName(), example), "verify");

    assertThat(build.log()).contains("[INFO] BUILD SUCCESS").doesNotContain("[WARNING]");
    assertThat(build.exitCode()).isZero();
  }
}
