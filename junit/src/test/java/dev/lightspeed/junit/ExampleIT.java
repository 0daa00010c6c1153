package dev.lightspeed.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The example project under JUnit 6 and without Surefire, in JVMs of its own. What it says when it
 * fails is what the documentation shows.
 */
class ExampleIT {

  private static final Path EXAMPLE = Path.of("..", "examples", "junit").toAbsolutePath();
  private static final Path PAGE = Path.of("..", "docs", "JUNIT.md").toAbsolutePath();
  private static final String METER = System.getProperty("lightspeed.meter");
  private static final String AGENT = "-javaagent:" + METER;
  private static final String JUNIT6 =
      "junit-jupiter " + System.getProperty("lightspeed.junit6.version") + "\n";

  @TempDir private Path folder;
  private Path project;

  @BeforeEach
  void copy() throws IOException {
    project = folder.resolve("shop");
    try (Stream<Path> files = Files.walk(EXAMPLE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = project.resolve(EXAMPLE.relativize(file).toString());
        if (!copy.startsWith(project.resolve("target"))) {
          Files.createDirectories(copy.getParent());
          Files.copy(file, copy);
        }
      }
    }
  }

  /** An IDE may start the tests of a module in the folder of the whole project. */
  @Test
  void theExamplePassesUnderJUnit6InAnotherWorkingDirectory() throws Exception {
    compile();

    assertThat(run(folder, AGENT))
        .isEqualTo(
            JUNIT6 + "passesTheGate passed\nsendsLittle passed\ntellsAllThatIsTooMuch passed\n");
  }

  @Test
  void withoutTheAgentEveryTestFailsAndSaysWhatToAdd() throws Exception {
    compile();
    String advice = AgentAdvice.of(METER);

    assertThat(run(project, "-ea"))
        .isEqualTo(
            JUNIT6
                + ("passesTheGate failed: " + advice + "\n")
                + ("sendsLittle failed: " + advice + "\n")
                + ("tellsAllThatIsTooMuch failed: " + advice + "\n"));
  }

  @Test
  void aRegressionFailsAsTheDocumentationShows() throws Exception {
    Path page = project.resolve(Path.of("src", "main", "java", "shop", "CartPage.java"));
    Files.writeString(page, Files.readString(page).replace("<li>", "<li class=item>"));
    compile();

    String printed = run(project, AGENT).replaceAll(".* was written on Java 17, this is .*\n", "");

    assertThat(printed).startsWith(JUNIT6);
    for (String line : printed.substring(JUNIT6.length()).split("\n(?=\\w+ failed: )", -1)) {
      String message = line.replaceFirst("^\\w+ failed: ", "").strip();
      assertThat(line).contains(" failed: ");
      assertThat(Files.readString(PAGE)).contains("```text\n" + message + "\n```\n");
    }
  }

  private void compile() throws IOException {
    compile("main", "classes");
    compile("test", "test-classes");
  }

  private void compile(String sources, String classes) throws IOException {
    List<String> arguments = new ArrayList<>(List.of("--release", "17", "-cp", classpath(), "-d"));
    arguments.add(project.resolve("target").resolve(classes).toString());
    try (Stream<Path> files = Files.walk(project.resolve("src").resolve(sources))) {
      files.map(Path::toString).filter(each -> each.endsWith(".java")).forEach(arguments::add);
    }
    int exitCode =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(exitCode).as("exit code of javac").isZero();
  }

  /** What the tests of this module have, but with JUnit 6 in place of 5, and the example. */
  private String classpath() {
    List<String> entries = new ArrayList<>();
    Path target = project.resolve("target");
    entries.add(target.resolve("test-classes").toString());
    entries.add(target.resolve("classes").toString());
    entries.add(System.getProperty("lightspeed.junit6"));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
        .filter(entry -> !isOfJUnit5(Path.of(entry).getFileName().toString()))
        .forEach(entries::add);
    return String.join(File.pathSeparator, entries);
  }

  private static boolean isOfJUnit5(String name) {
    return name.startsWith("junit-") || name.startsWith("archunit-");
  }

  /** What the tests of the example print, started in {@code where}. */
  private String run(Path where, String flag) throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Path err = folder.resolve("stderr");
    Process process =
        new ProcessBuilder(
                java, flag, "-cp", classpath(), Launch.class.getName(), "shop.CheckoutTest")
            .directory(where.toFile())
            .redirectError(err.toFile())
            .start();
    process.getOutputStream().close();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as("exit code; said: %s", Files.readString(err)).isZero();
    return printed.lines().map(line -> line + "\n").collect(Collectors.joining());
  }
}
