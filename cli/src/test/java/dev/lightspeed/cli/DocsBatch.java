package dev.lightspeed.cli;

import dev.lightspeed.cli.text.Environment;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Carries out consoles of the documentation in the working folder, one after the other in this JVM:
 * a line that is the command's is run here, with what stands behind it in a shell; every other line
 * is a shell's.
 */
final class DocsBatch {

  /** The command, where its streams go, and the rest of a pipeline. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?:\\./)?lightspeed ((?:(?! 2?>)[^|&;'])*?)( 2>\\S+)?( >\\S+)?(?: \\| (.*))?");

  private static final Environment DESK =
      new Environment(false, false, false, Runtime.getRuntime().availableProcessors());

  private final Path folder = Path.of("").toAbsolutePath();
  private final Path launchers;

  private DocsBatch(Path launchers) {
    this.launchers = launchers;
  }

  /** What a line printed, and how it ended. */
  private record Ended(String printed, int exitCode) {}

  /**
   * The arguments are the folder of the launcher, and files: each holds what a console shows, and
   * is written anew with what its commands print now and, in a last line, the last exit code.
   */
  public static void main(String[] args) throws Exception {
    DocsBatch batch = new DocsBatch(Path.of(args[0]));
    for (String file : List.of(args).subList(1, args.length)) {
      Path console = Path.of(file);
      StringBuilder actual = new StringBuilder();
      int exitCode = 0;
      for (String line : Files.readAllLines(console)) {
        if (line.startsWith("$ ")) {
          Ended ended = batch.run(line.substring(2));
          actual.append(line).append('\n').append(ended.printed());
          exitCode = ended.exitCode();
        }
      }
      Files.writeString(console, actual.append(exitCode).append('\n'));
    }
  }

  private Ended run(String line) throws Exception {
    Matcher command = COMMAND.matcher(line);
    return command.matches() ? here(command) : shell(line, "");
  }

  private Ended here(Matcher command) throws Exception {
    StringWriter out = new StringWriter();
    StringWriter err = " 2>&1".equals(command.group(2)) ? out : new StringWriter();
    boolean apart = command.group(2) != null || command.group(4) != null;
    PrintWriter both = new PrintWriter(out);
    int exitCode =
        Main.PROGRAM.run(words(command.group(1)), both, apart ? new PrintWriter(err) : both, DESK);
    if (command.group(2) != null && err != out) {
      write(command.group(2).substring(" 2>".length()), err.toString());
    }
    String shown = apart && err != out && command.group(2) == null ? err.toString() : "";
    if (command.group(3) != null) {
      write(command.group(3).substring(" >".length()), out.toString());
    } else if (command.group(4) == null) {
      shown += out;
    } else {
      Ended rest = shell(command.group(4), out.toString());
      return new Ended(shown + rest.printed(), rest.exitCode());
    }
    return new Ended(shown, exitCode);
  }

  /** The words of a command, which has no quotes. */
  private static String[] words(String line) {
    return Stream.of(line.split(" ", -1)).filter(word -> !word.isEmpty()).toArray(String[]::new);
  }

  private void write(String file, String text) throws IOException {
    if (!file.equals("/dev/null")) {
      Files.writeString(folder.resolve(file), text);
    }
  }

  private Ended shell(String line, String input) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).redirectErrorStream(true);
    // A reader is at a desk, with the launcher on the path, wherever this runs.
    builder.environment().remove("CI");
    builder.environment().merge("PATH", launchers.toString(), (path, top) -> top + ":" + path);
    Process process = builder.start();
    try (var stdin = process.getOutputStream()) {
      stdin.write(input.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // A reader that has had enough, such as head.
    }
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(printed, process.waitFor());
  }
}
