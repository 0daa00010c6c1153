package dev.lightspeed.harness.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One simple name, one type: who reads a name anywhere in the project knows what it is. */
class NamesTest {

  private static final List<String> MODULES =
      List.of("live", "meter", "harness", "cli", "junit", "bench", "corpus", "maven-plugin");

  /** At the start of a line: a type, with its modifiers. */
  private static final Pattern TYPE =
      Pattern.compile(
          "^( *)(?:(?:public|protected|private|static|final|abstract|sealed) )*"
              + "(?:class|record|enum|interface|@interface) (\\w+)",
          Pattern.MULTILINE);

  @Test
  void noTwoTypesOfProductionCodeShareAName() throws IOException {
    Map<String, List<String>> places = new TreeMap<>();
    for (String module : MODULES) {
      try (Stream<Path> all = Files.walk(Path.of("..", module, "src", "main", "java"))) {
        for (Path file : all.filter(each -> each.toString().endsWith(".java")).toList()) {
          Matcher types = TYPE.matcher(Files.readString(file));
          while (types.find()) {
            places
                .computeIfAbsent(types.group(2), name -> new ArrayList<>())
                .add(module + "/" + file.getFileName());
          }
        }
      }
    }
    assertThat(places).hasSizeGreaterThan(400).containsKeys("Figure", "WatchedStep");
    // What the runtime of the standard workloads calls a part of a page is in attributions of it.
    places.remove("Node");
    places.values().removeIf(files -> files.size() == 1);

    assertThat(places).isEmpty();
  }
}
