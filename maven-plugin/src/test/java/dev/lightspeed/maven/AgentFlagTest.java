package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class AgentFlagTest {

  private final AgentFlag flag = AgentFlag.of(Path.of("/repo/meter.jar"));

  @Test
  void itIsTheOnlyFlagWhereThereIsNone() {
    assertThat(flag.inFrontOf(null)).isEqualTo("-javaagent:/repo/meter.jar");
    assertThat(flag.inFrontOf(" ")).isEqualTo("-javaagent:/repo/meter.jar");
  }

  @Test
  void itStandsInFrontOfOthers() {
    assertThat(flag.inFrontOf("-javaagent:/repo/jacoco.jar=append=true -Xmx1g"))
        .isEqualTo("-javaagent:/repo/meter.jar -javaagent:/repo/jacoco.jar=append=true -Xmx1g");
  }

  @Test
  void itIsThereOnceHoweverOftenTheGoalRuns() {
    String once = flag.inFrontOf("-Xmx1g");

    assertThat(flag.inFrontOf(once)).isEqualTo(once);
  }

  @Test
  void aPathWithASpaceIsQuoted() {
    assertThat(AgentFlag.of(Path.of("/my repo/meter.jar")).text())
        .isEqualTo("\"-javaagent:/my repo/meter.jar\"");
  }
}
