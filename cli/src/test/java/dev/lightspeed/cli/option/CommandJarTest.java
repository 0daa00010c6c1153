package dev.lightspeed.cli.option;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.file.InputException;
import org.junit.jupiter.api.Test;

class CommandJarTest {

  @Test
  void aFolderOfClassesIsNoJar() {
    assertThatThrownBy(() -> CommandJar.path("run --verify"))
        .isInstanceOf(InputException.class)
        .hasMessageStartingWith("run --verify: runs from lightspeed.jar only, not from ");
  }
}
