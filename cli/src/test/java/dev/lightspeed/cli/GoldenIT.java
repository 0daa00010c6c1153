package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures, signatures, messages and files of the command, held against what an earlier one gave:
 * the default suite, the examples, and more suites and commands, each a file of {@code
 * golden/cases}. {@code -Dlightspeed.updateGolden=true} writes them anew, never where {@code CI} is
 * set.
 */
class GoldenIT {

  private static final Path GOLDEN = Path.of("src", "test", "resources", "golden");
  private static final Path CASES = GOLDEN.resolve("cases");

  @TempDir static Path folder;

  private static Path outcomes;

  static Stream<String> cases() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList().stream();
    }
  }

  /** One JVM for all of them: each would be half a second of start-up. */
  @BeforeAll
  static void runAll() throws Exception {
    Path work = Files.createDirectory(folder.resolve("work"));
    outcomes = Files.createDirectory(folder.resolve("outcomes"));
    try (Stream<Path> inputs = Files.list(GOLDEN.resolve("in"))) {
      for (Path input : inputs.toList()) {
        Files.copy(input, work.resolve(input.getFileName()));
      }
    }
    Path examples = Path.of("..", "examples");
    compile(work.resolve("classes"), examples.resolve("Checkout.java"));
    compile(
        work.resolve("board"),
        examples.resolve("maven/src/main/java/com/example/board/Board.java"),
        examples.resolve("maven/src/main/java/com/example/board/Column.java"),
        examples.resolve("maven/src/main/java/com/example/board/Patch.java"),
        examples.resolve("maven/src/test/java/com/example/board/BoardWorkload.java"));
    compile(
        work.resolve("shop"),
        examples.resolve("junit/src/main/java/shop/CartPage.java"),
        examples.resolve("junit/src/test/java/shop/Checkout.java"));
    Process batch =
        new ProcessBuilder(
                Lightspeed.javaOf(Path.of(System.getProperty("java.home"))).toString(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + jar(),
                "-cp",
                jar() + ":" + Path.of("target", "test-classes").toAbsolutePath(),
                GoldenBatch.class.getName(),
                CASES.toAbsolutePath().toString(),
                outcomes.toString())
            .directory(work.toFile())
            .inheritIO()
            .start();
    assertThat(batch.waitFor()).isZero();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void isAsItWas(String name) throws IOException {
    String outcome = Files.readString(outcomes.resolve(name));
    if (Boolean.getBoolean("lightspeed.updateGolden") && System.getenv("CI") == null) {
      Files.writeString(CASES.resolve(name), outcome);
    }
    assertThat(outcome).isEqualTo(Files.readString(CASES.resolve(name)));
  }

  private static String jar() {
    return Path.of(System.getProperty("lightspeed.jar")).toAbsolutePath().toString();
  }

  private static void compile(Path classes, Path... sources) {
    List<String> arguments = new ArrayList<>(List.of("-cp", jar(), "-d", classes.toString()));
    Stream.of(sources).map(Path::toString).forEach(arguments::add);
    int failed =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failed).isZero();
  }
}
