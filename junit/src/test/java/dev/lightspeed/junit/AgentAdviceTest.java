package dev.lightspeed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AgentAdviceTest {

  @Test
  void eachBuildIsToldWhatToAdd() {
    assertThat(AgentAdvice.of("/repository/lightspeed-meter-1.0.jar"))
        .isEqualTo(
            """
            the meter is not running in this JVM, so nothing can be counted: start the JVM of the tests with it
              Maven:  the goal prepare-agent of dev.lightspeed:lightspeed-maven-plugin, and @{argLine} in front
                      of flags of your own, which hide the agent otherwise; or for maven-surefire-plugin
                      <argLine>-javaagent:/repository/lightspeed-meter-1.0.jar</argLine>
              Gradle: tasks.test { jvmArgs("-javaagent:/repository/lightspeed-meter-1.0.jar") }
              an IDE: as VM options of the run configuration, and of the template for new ones
                      -javaagent:/repository/lightspeed-meter-1.0.jar
            docs/JUNIT.md has builds that find the jar by themselves""");
  }

  @Test
  void aPathWithSpacesIsQuotedWhereOptionsAreSplit() {
    assertThat(AgentAdvice.of("/my repository/100%/meter.jar"))
        .contains("\n          <argLine>\"-javaagent:/my repository/100%/meter.jar\"</argLine>\n")
        .contains("jvmArgs(\"-javaagent:/my repository/100%/meter.jar\")")
        .contains("\n          \"-javaagent:/my repository/100%/meter.jar\"\n");
  }
}
