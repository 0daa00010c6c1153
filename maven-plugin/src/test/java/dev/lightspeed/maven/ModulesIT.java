package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** An aggregator with the plugin, and two modules, one of which has a suite. */
class ModulesIT {

  private final Maven maven = Maven.instance();
  private final Path project = maven.project("modules", Path.of("src/it/modules"));

  @Test
  void theModuleWithASuiteIsGatedOnWhatItUsesOfOthers() throws Exception {
    Maven.Run first = maven.run(project, "verify");
    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.log())
        .contains(
            "lightspeed.baseline.json: there is no baseline: write it with 'mvn test-compile"
                + " lightspeed:update -pl :web -am', and commit lightspeed.baseline.json");

    Maven.Run second = maven.shell(project, wayOut(first.log()) + " && mvn verify");
    assertThat(second.log())
        .contains("[INFO] lightspeed.baseline.json: written; commit it with what has changed")
        .contains("[INFO] PASS  baseline lightspeed.baseline.json: every figure is the same");
    assertThat(second.exitCode()).isZero();
    assertThat(
            Pattern.compile("\\[INFO] skipped: this module has no lightspeed.yaml\\n")
                .matcher(second.log())
                .results())
        .as("the aggregator and core, for update and for check")
        .hasSize(4);
    assertThat(project.resolve("core/lightspeed.baseline.json")).doesNotExist();
  }

  private static String wayOut(String log) {
    Matcher matcher = Pattern.compile("write it with '([^']*)'").matcher(log);
    assertThat(matcher.find()).isTrue();
    return matcher.group(1);
  }
}
