package dev.lightspeed.harness.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One simple name, one type: who reads a name anywhere in the project knows what it is. */
class NamesTest {

  private static final List<String> MODULES =
      List.of("live", "meter", "harness", "cli", "junit", "bench", "corpus", "maven-plugin");

  @Test
  void noTwoFilesOfProductionCodeShareAName() throws IOException {
    Map<String, List<Path>> files = new TreeMap<>();
    for (String module : MODULES) {
      Path sources = Path.of("..", module, "src", "main", "java");
      try (Stream<Path> all = Files.walk(sources)) {
        all.filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.endsWith("package-info.java"))
            .forEach(
                file ->
                    files
                        .computeIfAbsent(file.getFileName().toString(), name -> new ArrayList<>())
                        .add(file));
      }
    }
    files.values().removeIf(list -> list.size() == 1);

    assertThat(files).isEmpty();
  }
}
