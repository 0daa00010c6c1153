package dev.lightspeed.harness.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A headless Chromium. {@code LIGHTSPEED_BROWSER} names it where it is not on the path; {@code
 * none} says that there is none. {@code ./verify} installs one, or fails without.
 */
final class Browser {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Path command;
  private final Path folder;

  private Browser(Path command, Path folder) {
    this.command = command;
    this.folder = folder;
  }

  /**
   * The browser of this machine, if there is one.
   *
   * @param folder what it may write to
   */
  static Optional<Browser> find(Path folder) {
    String named = System.getenv("LIGHTSPEED_BROWSER");
    if ("none".equals(named)) {
      return Optional.empty();
    }
    if (named != null) {
      return Optional.of(new Browser(Path.of(named), folder));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    for (String part : path.split(Pattern.quote(File.pathSeparator), -1)) {
      for (String name : NAMES) {
        Path command = Path.of(part, name);
        if (Files.isExecutable(command)) {
          return Optional.of(new Browser(command, folder));
        }
      }
    }
    return Optional.empty();
  }

  /** The document of {@code page} once its scripts have run, as text. */
  String dom(Path page, String... flags) throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of(flags));
    arguments.add("--dump-dom");
    return run(page, arguments);
  }

  /** Prints {@code page} into a PDF file. */
  void print(Path page, Path pdf) throws IOException, InterruptedException {
    run(page, List.of("--no-pdf-header-footer", "--print-to-pdf=" + pdf));
  }

  private String run(Path page, List<String> arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(command.toString());
    words.addAll(
        List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--allow-file-access-from-files",
            "--user-data-dir=" + folder.resolve("profile")));
    words.addAll(arguments);
    words.add(page.toUri().toString());
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(words)
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).as("%s", words).isZero();
    return Files.readString(out, StandardCharsets.UTF_8);
  }
}
