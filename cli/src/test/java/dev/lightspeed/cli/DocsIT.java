package dev.lightspeed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Executes what the documentation shows. A block behind {@code <!-- run: 0 -->} is a console: each
 * line that starts with {@code $} is run in the top folder, or in F behind {@code <!-- run: 0 in F
 * -->}, the last must exit with that code, and what they print must be what the block says. The
 * consoles of a folder are run in one JVM. A block behind {@code <!-- file: F -->} is that file.
 * With {@code -Dlightspeed.updateDocs=true} blocks are written anew instead, but never in CI. The
 * page on Maven is left to the tests of the plugin, which run the builds that it shows, and those
 * on benchmarks to the tests of these, which go through the launcher.
 */
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

  @TempDir static Path scratch;

  /** A marked block of a page. */
  private record Block(Path page, int line, MatchResult match) {

    boolean isConsole() {
      return match.group(1).equals("run");
    }

    Path folder() {
      return match.group(3) == null ? TOP : TOP.resolve(match.group(3));
    }

    String shown() {
      return match.group(5);
    }

    String name() {
      return TOP.relativize(page) + ":" + line;
    }

    /** Where its console is run. */
    Path file() {
      return scratch.resolve(name().replace('/', '_').replace(':', '_'));
    }
  }

  @TestFactory
  List<DynamicTest> everyMarkedBlockIsTrue() throws Exception {
    List<Block> blocks = blocks();
    run(blocks.stream().filter(Block::isConsole).toList());
    assertThat(blocks).as("marked blocks").hasSizeGreaterThan(20);
    return blocks.stream()
        .map(block -> DynamicTest.dynamicTest(block.name(), () -> check(block)))
        .toList();
  }

  /** A command that nobody runs may be wrong, so there is none. */
  @Test
  void everyConsoleIsMarked() throws IOException {
    for (Path page : pages()) {
      String unmarked = BLOCK.matcher(Files.readString(page)).replaceAll("");
      assertThat(unmarked).as("%s", TOP.relativize(page)).doesNotContain("```console");
    }
  }

  /** Those of the top folder first: they make the others. */
  private static void run(List<Block> consoles) throws Exception {
    Map<Path, List<String>> byFolder = new LinkedHashMap<>();
    byFolder.put(TOP, new ArrayList<>());
    for (Block console : consoles) {
      Files.writeString(console.file(), console.shown());
      byFolder
          .computeIfAbsent(console.folder(), folder -> new ArrayList<>())
          .add(console.file().toString());
    }
    String jar = Path.of(System.getProperty("lightspeed.jar")).toAbsolutePath().toString();
    for (Map.Entry<Path, List<String>> folder : byFolder.entrySet()) {
      List<String> command = new ArrayList<>();
      command.add(Lightspeed.javaOf(Path.of(System.getProperty("java.home"))).toString());
      command.addAll(List.of("-XX:TieredStopAtLevel=1", "-javaagent:" + jar, "-cp"));
      command.add(jar + ":" + Path.of("target", "test-classes").toAbsolutePath());
      command.addAll(List.of(DocsBatch.class.getName(), TOP.toString()));
      command.addAll(folder.getValue());
      ProcessBuilder batch =
          new ProcessBuilder(command).directory(folder.getKey().toFile()).inheritIO();
      batch.environment().remove("CI"); // a reader is at a desk
      assertThat(batch.start().waitFor()).as("consoles in %s", folder.getKey()).isZero();
    }
  }

  private static void check(Block block) throws IOException {
    String actual =
        block.isConsole() ? printed(block) : Files.readString(TOP.resolve(block.match().group(2)));
    if (UPDATE) {
      String whole = block.match().group();
      String head = whole.substring(0, block.match().start(5) - block.match().start());
      String text = Files.readString(block.page());
      Files.writeString(block.page(), text.replace(whole, head + actual + "```\n"));
    } else {
      assertThat(block.shown()).isEqualTo(actual);
    }
  }

  /** The console with what its commands have printed. */
  private static String printed(Block console) throws IOException {
    List<String> lines = Files.readAllLines(console.file());
    String exitCode = lines.get(lines.size() - 1);
    String text = String.join("\n", lines.subList(0, lines.size() - 1)) + "\n";
    assertThat(exitCode).as("exit code; printed:%n%s", text).isEqualTo(console.match().group(2));
    return text;
  }

  private static List<Block> blocks() throws IOException {
    List<Block> blocks = new ArrayList<>();
    for (Path page : pages()) {
      String text = Files.readString(page);
      Matcher matcher = BLOCK.matcher(text);
      while (matcher.find()) {
        int line = (int) text.substring(0, matcher.start()).lines().count();
        blocks.add(new Block(page, line, matcher.toMatchResult()));
      }
    }
    return blocks;
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
