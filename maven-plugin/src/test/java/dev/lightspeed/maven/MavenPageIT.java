package dev.lightspeed.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Builds what the page on Maven shows, on a copy of the example. A block behind {@code <!-- run: 0
 * -->} is a console: each line that starts with {@code $} is run, the last must exit with that
 * code, and what they print must be what the block says. A block behind {@code <!-- part: F -->}
 * stands in that file. With {@code -Dlightspeed.updateDocs=true} consoles are written anew instead,
 * but never in CI.
 *
 * <p>Takes a minute: each of a dozen lines is a build of its own, most with a JVM for the command.
 */
class MavenPageIT {

  private static final Path TOP = Path.of("..");
  private static final Path PAGE = TOP.resolve("docs/MAVEN.md");
  private static final boolean UPDATE =
      Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null;
  private static final Pattern CONSOLE =
      Pattern.compile("<!-- run: (\\d+) -->\\n```console\\n(.*?)```\\n", Pattern.DOTALL);
  private static final Pattern PART =
      Pattern.compile("<!-- part: (\\S+) -->\\n```\\w+\\n(.*?)```\\n", Pattern.DOTALL);

  private final Maven maven = Maven.instance();

  @Test
  void everyConsoleIsTrue() throws Exception {
    Path project = maven.project("page", TOP.resolve("examples/maven"));
    String page = Files.readString(PAGE);
    StringBuilder actual = new StringBuilder();
    int end = 0;
    for (MatchResult console : CONSOLE.matcher(page).results().toList()) {
      actual.append(page, end, console.start(2));
      actual.append(run(project, console.group(2), Integer.parseInt(console.group(1))));
      end = console.end(2);
    }
    actual.append(page, end, page.length());

    assertThat(CONSOLE.matcher(page).results().count()).isGreaterThan(4);
    assertThat(project.resolve("target/lightspeed/report.html")).isNotEmptyFile();
    if (UPDATE) {
      Files.writeString(PAGE, actual);
    } else {
      assertThat(page).isEqualTo(actual.toString());
    }
  }

  @Test
  void everyPartIsThatOfItsFile() throws Exception {
    String page = Files.readString(PAGE);
    assertThat(PART.matcher(page).find()).isTrue();
    for (MatchResult part : PART.matcher(page).results().toList()) {
      assertThat(withoutMargin(Files.readString(TOP.resolve(part.group(1)))))
          .contains(withoutMargin(part.group(2)));
    }
  }

  @Test
  void everyConsoleIsMarked() throws Exception {
    assertThat(CONSOLE.matcher(Files.readString(PAGE)).replaceAll("")).doesNotContain("```console");
  }

  private static String withoutMargin(String text) {
    return text.lines().map(String::strip).collect(Collectors.joining("\n"));
  }

  /** The console with what its commands print now. */
  private String run(Path project, String shown, int expectedExitCode) throws Exception {
    StringBuilder actual = new StringBuilder();
    int exitCode = 0;
    for (String line : shown.lines().filter(each -> each.startsWith("$ ")).toList()) {
      Maven.Run run = maven.shell(project, line.substring(2));
      exitCode = run.exitCode();
      actual.append(line).append('\n').append(run.log());
    }
    assertThat(exitCode).as("exit code; printed:%n%s", actual).isEqualTo(expectedExitCode);
    return actual.toString();
  }
}
