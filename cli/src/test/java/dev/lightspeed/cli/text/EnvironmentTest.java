package dev.lightspeed.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class EnvironmentTest {

  @Test
  void aTerminalOnBothStreamsGetsColourAndProgress() {
    assertThat(Environment.of("out,err", true, null, "xterm", 2))
        .isEqualTo(new Environment(true, true, true, 2));
  }

  @Test
  void eachStreamIsJudgedByItself() {
    assertThat(Environment.of(",err", false, null, "xterm", 2))
        .isEqualTo(new Environment(false, true, true, 2));
    assertThat(Environment.of("out", true, null, "xterm", 2))
        .isEqualTo(new Environment(true, false, false, 2));
  }

  @Test
  void whatTheLauncherFoundBeatsTheConsole() {
    assertThat(Environment.of("", true, null, "xterm", 2))
        .isEqualTo(new Environment(false, false, false, 2));
  }

  @Test
  void withoutTheLauncherTheConsoleSpeaksForStandardOutputOnly() {
    assertThat(Environment.of(null, true, null, "xterm", 2))
        .isEqualTo(new Environment(true, false, false, 2));
    assertThat(Environment.of(null, false, null, "xterm", 2))
        .isEqualTo(new Environment(false, false, false, 2));
  }

  @Test
  void noColorForbidsColourAndNotProgress() {
    assertThat(Environment.of("out,err", true, "1", "xterm", 2))
        .isEqualTo(new Environment(false, false, true, 2));
  }

  @Test
  void anEmptyNoColorForbidsNothing() {
    assertThat(Environment.of("out,err", true, "", "xterm", 2))
        .isEqualTo(new Environment(true, true, true, 2));
  }

  @Test
  void aDumbTerminalGetsNeitherColourNorProgress() {
    assertThat(Environment.of("out,err", true, null, "dumb", 2))
        .isEqualTo(new Environment(false, false, false, 2));
  }
}
