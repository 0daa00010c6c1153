package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code lightspeed init} writes into a Maven project, and says of its pom.xml. */
class InitIT {

  private final Maven maven = Maven.instance();
  private final Path project = maven.project("init", Path.of("src/it/init"));

  @Test
  void whatItAdvisesIsAGate() throws Exception {
    Maven.Run init =
        maven.shell(project, "\"$JAVA_HOME/bin/java\" -jar '" + Maven.command() + "' init");
    assertThat(init.exitCode()).as(init.log()).isZero();
    Path pom = project.resolve("pom.xml");
    String dependency = block(init.log(), "dependency");
    String plugin = block(init.log(), "plugin");
    assertThat(dependency.lines().count() + plugin.lines().count())
        .as("lines of configuration")
        .isLessThan(16);
    Files.writeString(
        pom,
        Files.readString(pom)
            .replace("<!-- dependencies -->", dependency)
            .replace("<!-- plugins -->", plugin));

    Maven.Run build = maven.run(project, "lightspeed:update", "verify");
    assertThat(build.log())
        .contains("[INFO] lightspeed.baseline.json: written; commit it with what has changed")
        .contains("[INFO] PASS  example: tightest: ")
        .contains("[INFO] PASS  baseline lightspeed.baseline.json: every figure is the same")
        .contains("[INFO] BUILD SUCCESS");

    Path suite = project.resolve("lightspeed.yaml");
    Files.writeString(suite, Files.readString(suite).replace("meter: portable", "meter: portabel"));
    Maven.Run broken = maven.run(project, "-q", "lightspeed:check");
    assertThat(broken.exitCode()).isEqualTo(1);
    assertThat(broken.log())
        .startsWith("[ERROR] Failed to execute goal dev.lightspeed:lightspeed-maven-plugin:")
        .contains(
            ":check (default-cli) on project shop: lightspeed.yaml:14:8: meter: found the string"
                + " 'portabel', did you mean 'portable'? known: portable, full -> [Help 1]");
  }

  private static String block(String text, String element) {
    Matcher matcher =
        Pattern.compile("<" + element + ">.*?</" + element + ">", Pattern.DOTALL).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group();
  }
}
