package dev.lightspeed.harness.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadClassPathTest {

  @TempDir private Path base;

  @BeforeEach
  void haveJars() throws IOException {
    Path lib = Files.createDirectory(base.resolve("lib"));
    for (String name : new String[] {"b.jar", "a.jar", "C.JAR", "notes.txt"}) {
      Files.createFile(lib.resolve(name));
    }
  }

  @Test
  void aWildcardIsEveryJarOfAFolderByName() {
    assertThat(WorkloadClassPath.entries(base, "lib/*"))
        .extracting(jar -> base.relativize(jar).toString())
        .containsExactly("lib/C.JAR", "lib/a.jar", "lib/b.jar");
    assertThat(WorkloadClassPath.entries(base.resolve("lib"), "*")).hasSize(3);
  }

  @Test
  void aFolderOfJarsIsRefusedWithTheWildcard() throws IOException {
    assertThatThrownBy(() -> WorkloadClassPath.entries(base, "lib"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("'lib' is a folder of jars: 'lib/*' takes them");

    Files.createFile(base.resolve("lib").resolve("A.class"));
    assertThat(WorkloadClassPath.entries(base, "lib")).containsExactly(base.resolve("lib"));
  }

  @Test
  void aWildcardThatFindsNothingIsRefused() {
    assertThatThrownBy(() -> WorkloadClassPath.entries(base, "libs/*"))
        .hasMessage("'libs/*' finds no jar");
  }

  @Test
  void nothingIsTheFolderItself() {
    assertThat(WorkloadClassPath.entries(Path.of(""), "")).containsExactly(Path.of(""));
  }
}
