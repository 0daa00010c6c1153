package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Executes what the documentation shows. A block behind {@code <!-- run: 0 -->} is a console: each
 * line that starts with {@code $} is run in the top folder, or in F behind {@code <!-- run: 0 in F
 * -->}, the last must exit with that code, and what they print must be what the block says. A block
 * behind {@code <!-- file: F -->} is that file. With {@code -Dlightspeed.updateDocs=true} blocks
 * are written anew instead, but never in CI. The page on Maven is left to the tests of the plugin,
 * which run the builds that it shows, and those on benchmarks to the tests of these.
 */
@Tag("once")
final class DocsIT {

  /** Tests run in the module's folder, which is in the top one. */
  private static final Path TOP = Path.of("").toAbsolutePath().resolveSibling("");

  private static final boolean UPDATE =
      Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null;
  private static final List<String> ELSEWHERE =
      List.of("MAVEN.md", "BENCHMARKS.md", "SENSITIVITY.md");
  private static final Pattern BLOCK =
      Pattern.compile(
          "<!-- (run|file): (\\S+)(?: in (\\S+))? -->\\n```(\\w+)\\n(.*?)```\\n", Pattern.DOTALL);

  @TestFactory
  List<DynamicTest> everyMarkedBlockIsTrue() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      Matcher matcher = BLOCK.matcher(text);
      while (matcher.find()) {
        MatchResult block = matcher.toMatchResult();
        String name = TOP.relativize(page) + ":" + text.substring(0, block.start()).lines().count();
        tests.add(DynamicTest.dynamicTest(name, () -> check(page, block)));
      }
    }
    assertThat(tests).as("marked blocks").hasSizeGreaterThan(4);
    return tests;
  }

  /** A command that nobody runs may be wrong, so there is none. */
  @Test
  void everyConsoleIsMarked() throws IOException {
    for (Path page : pages()) {
      String unmarked = BLOCK.matcher(Files.readString(page)).replaceAll("");
      assertThat(unmarked).as("%s", TOP.relativize(page)).doesNotContain("```console");
    }
  }

  private static void check(Path page, MatchResult block) throws Exception {
    String shown = block.group(5);
    Path folder = block.group(3) == null ? TOP : TOP.resolve(block.group(3));
    boolean file = block.group(1).equals("file");
    String actual =
        file
            ? Files.readString(TOP.resolve(block.group(2)))
            : console(folder, shown, Integer.parseInt(block.group(2)));
    if (UPDATE) {
      String head = block.group().substring(0, block.start(5) - block.start());
      String text = Files.readString(page);
      Files.writeString(page, text.replace(block.group(), head + actual + "```\n"));
    } else {
      assertThat(shown).isEqualTo(actual);
    }
  }

  /** The block with what its commands print now. */
  private static String console(Path folder, String shown, int expectedExitCode) throws Exception {
    StringBuilder actual = new StringBuilder();
    int exitCode = 0;
    for (String line : shown.lines().filter(each -> each.startsWith("$ ")).toList()) {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", line.substring(2))
              .directory(folder.toFile())
              .redirectErrorStream(true);
      // A reader is at a desk, with the launcher on the path, wherever this runs.
      builder.environment().remove("CI");
      builder.environment().merge("PATH", TOP.toString(), (path, top) -> top + ":" + path);
      Process process = builder.start();
      process.getOutputStream().close();
      String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      exitCode = process.waitFor();
      actual.append(line).append('\n').append(printed);
    }
    assertThat(exitCode).as("exit code; printed:%n%s", actual).isEqualTo(expectedExitCode);
    return actual.toString();
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(TOP.resolve("docs"))) {
      return Stream.concat(Stream.of(TOP.resolve("README.md")), docs.sorted())
          .filter(page -> page.toString().endsWith(".md"))
          .filter(page -> !ELSEWHERE.contains(page.getFileName().toString()))
          .toList();
    }
  }
}
