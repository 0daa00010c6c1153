package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UpdateGoalTest {

  @Test
  void inAProjectItIsOneGoal() {
    assertThat(UpdateGoal.commandLine(null, null, null)).isEqualTo("mvn lightspeed:update");
  }

  @Test
  void amongModulesItNamesItsOwn() {
    assertThat(UpdateGoal.commandLine("web", null, null))
        .isEqualTo("mvn test-compile lightspeed:update -pl :web -am");
  }

  @Test
  void whatWasNamedIsNamedAgain() {
    assertThat(UpdateGoal.commandLine(null, Path.of("gate/suite.yaml"), Path.of("/b.json")))
        .isEqualTo(
            "mvn lightspeed:update -Dlightspeed.suite=gate/suite.yaml"
                + " -Dlightspeed.baseline=/b.json");
  }

  @Test
  void filesOfTheModuleAreNamedFromThere() {
    Path folder = Path.of("/project");

    assertThat(UpdateGoal.shown(folder, null)).isNull();
    assertThat(UpdateGoal.shown(folder, new File("/project/gate/suite.yaml")))
        .isEqualTo(Path.of("gate/suite.yaml"));
    assertThat(UpdateGoal.shown(folder, new File("/suite.yaml"))).isEqualTo(Path.of("/suite.yaml"));
  }
}
