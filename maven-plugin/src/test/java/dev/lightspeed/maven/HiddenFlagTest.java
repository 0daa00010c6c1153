package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.model.PluginExecution;
import org.junit.jupiter.api.Test;

class HiddenFlagTest {

  private final Properties none = new Properties();

  @Test
  void nothingHidesTheFlagWhereNobodyElseSetsFlags() {
    assertThat(HiddenFlag.reasons("argLine", none, List.of())).isEmpty();
    assertThat(HiddenFlag.reasons("argLine", none, List.of(plugin("maven-surefire-plugin", ""))))
        .isEmpty();
  }

  @Test
  void aReferenceLetsItIn() {
    for (String line : List.of("@{argLine} -Xmx1g", "-Xmx1g ${argLine}")) {
      assertThat(
              HiddenFlag.reasons("argLine", none, List.of(plugin("maven-surefire-plugin", line))))
          .isEmpty();
    }
    assertThat(HiddenFlag.reasons("argLine", none, List.of(plugin("maven-jar-plugin", "-Xmx1g"))))
        .isEmpty();
  }

  @Test
  void flagsOfThePluginsOwnHideIt() {
    assertThat(
            HiddenFlag.reasons("argLine", none, List.of(plugin("maven-surefire-plugin", "-Xmx1g"))))
        .containsExactly(
            "maven-surefire-plugin hides the agent by its own argLine: write <argLine>@{argLine}"
                + " -Xmx1g</argLine>");
  }

  @Test
  void soDoThoseOfAnExecution() {
    Plugin failsafe = plugin("maven-failsafe-plugin", "");
    PluginExecution execution = new PluginExecution();
    execution.setConfiguration(plugin("any", "-ea").getConfiguration());
    failsafe.addExecution(execution);

    assertThat(HiddenFlag.reasons("flags", none, List.of(failsafe)))
        .containsExactly(
            "maven-failsafe-plugin hides the agent by its own argLine: write <argLine>@{flags}"
                + " -ea</argLine>");
  }

  @Test
  void soDoesTheCommandLine() {
    Properties given = new Properties();
    given.setProperty("argLine", "-Xmx400m");

    assertThat(HiddenFlag.reasons("argLine", given, List.of()))
        .singleElement()
        .asString()
        .startsWith("-DargLine on the command line hides the agent: ")
        .endsWith("as in <argLine>@{argLine} ${test.flags}</argLine>");
  }

  private static Plugin plugin(String artifact, String argLine) {
    Plugin plugin = new Plugin();
    plugin.setArtifactId(artifact);
    if (!argLine.isEmpty()) {
      plugin.setConfiguration("<configuration><argLine>" + argLine + "</argLine></configuration>");
    }
    return plugin;
  }
}
