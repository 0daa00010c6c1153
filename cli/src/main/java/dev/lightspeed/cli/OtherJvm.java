package dev.lightspeed.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * This command in a second JVM, in a folder of its own for what it writes. Closing it stops the
 * JVM, if it still runs, and deletes the folder; so does the end of this one.
 */
final class OtherJvm implements AutoCloseable {

  private static final String WRITTEN = "written";
  private static final String PREFIX = "lightspeed: ";

  private final Path folder;
  private final Process process;
  private final Thread cleaner;

  private OtherJvm(Path folder, Process process) {
    this.folder = folder;
    this.process = process;
    this.cleaner = new Thread(this::stop);
  }

  /** The second JVM was no help: it failed, or could not be started. */
  static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean badInput;

    Failed(String message, boolean badInput) {
      super(message);
      this.badInput = badInput;
    }

    /** Whether it failed as if by what the user gave it. */
    boolean isBadInput() {
      return badInput;
    }
  }

  /**
   * Starts it.
   *
   * @param arguments of the command, to which the file to write is added
   */
  static OtherJvm start(List<String> arguments) {
    List<String> command = new ArrayList<>(OtherCircumstances.java());
    command.addAll(arguments);
    Path folder = null;
    try {
      folder = Files.createTempDirectory("lightspeed-verify");
      command.add("--out=" + folder.resolve(WRITTEN));
      Process process =
          new ProcessBuilder(command)
              .redirectInput(Redirect.from(Files.createFile(folder.resolve("in")).toFile()))
              .redirectOutput(Redirect.DISCARD)
              .redirectError(folder.resolve("err").toFile())
              .start();
      OtherJvm other = new OtherJvm(folder, process);
      Runtime.getRuntime().addShutdownHook(other.cleaner);
      return other;
    } catch (IOException e) {
      if (folder != null) {
        delete(folder);
      }
      throw new Failed("--verify: no second JVM could be started: " + e.getMessage(), false);
    }
  }

  /**
   * Waits for its end, and gives the file that it has written.
   *
   * @throws Failed if it ended otherwise than well, with what it said
   */
  Path written() {
    try {
      int exitCode = process.waitFor();
      if (exitCode != 0) {
        throw new Failed(
            "--verify: in a second JVM with other circumstances the same command ended with "
                + exitCode
                + ": "
                + message(),
            exitCode == ExitCode.BAD_INPUT.code());
      }
      return folder.resolve(WRITTEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("--verify: interrupted while a second JVM was counting", false);
    }
  }

  private String message() {
    try {
      String text = Files.readString(folder.resolve("err"), StandardCharsets.UTF_8).strip();
      String own = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
      return own.isEmpty() ? "it said nothing" : own;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stop();
    try {
      Runtime.getRuntime().removeShutdownHook(cleaner);
    } catch (IllegalStateException e) {
      // The JVM is going down: the hook runs, or has run.
    }
  }

  private void stop() {
    process.destroyForcibly();
    boolean interrupted = false;
    while (process.isAlive()) {
      try {
        process.waitFor();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    delete(folder);
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void delete(Path folder) {
    try (var files = Files.newDirectoryStream(folder)) {
      for (Path file : files) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder);
    } catch (IOException e) {
      // What remains is a folder among the temporary ones; whatever went wrong was said already.
    }
  }
}
