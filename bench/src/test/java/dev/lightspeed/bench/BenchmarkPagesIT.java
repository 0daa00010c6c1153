package dev.lightspeed.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Executes the consoles of the pages on benchmarks through the launchers, as a reader does. A block
 * behind {@code <!-- run: 0 -->} is a console: each line that starts with {@code $} is run in the
 * top folder, the last must exit with that code, and what they print must be what the block says.
 * With {@code -Dlightspeed.updateDocs=true} consoles are written anew instead, but never in CI.
 *
 * <p>Takes half a minute: one of the consoles replays a million sessions.
 */
class BenchmarkPagesIT {

  private static final boolean UPDATE =
      Boolean.getBoolean("lightspeed.updateDocs") && System.getenv("CI") == null;
  private static final Pattern CONSOLE =
      Pattern.compile("<!-- run: (\\d+) -->\\n```console\\n(.*?)```\\n", Pattern.DOTALL);

  @ParameterizedTest
  @ValueSource(strings = {"BENCHMARKS.md", "SENSITIVITY.md"})
  void everyConsoleIsTrue(String name) throws Exception {
    Path file = Launcher.TOP.resolve("docs").resolve(name);
    String page = Files.readString(file);
    StringBuilder actual = new StringBuilder();
    int copied = 0;
    for (MatchResult console : CONSOLE.matcher(page).results().toList()) {
      actual.append(page, copied, console.start(2));
      actual.append(run(console.group(2), Integer.parseInt(console.group(1))));
      copied = console.end(2);
    }
    actual.append(page, copied, page.length());

    assertThat(CONSOLE.matcher(page).replaceAll("")).doesNotContain("```console");
    if (UPDATE) {
      Files.writeString(file, actual);
    } else {
      assertThat(page).isEqualTo(actual.toString());
    }
  }

  /** The console with what its commands print now. */
  private static String run(String shown, int expectedExitCode) throws Exception {
    StringBuilder actual = new StringBuilder();
    int exitCode = 0;
    for (String line : shown.lines().filter(each -> each.startsWith("$ ")).toList()) {
      ProcessBuilder builder =
          new ProcessBuilder("sh", "-c", line.substring(2))
              .directory(Launcher.TOP.toFile())
              .redirectErrorStream(true);
      builder.environment().remove("CI"); // a reader is at a desk
      builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
      Process process = builder.start();
      process.getOutputStream().close();
      actual
          .append(line)
          .append('\n')
          .append(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      exitCode = process.waitFor();
    }
    assertThat(exitCode).as("exit code; printed:%n%s", actual).isEqualTo(expectedExitCode);
    return actual.toString();
  }
}
