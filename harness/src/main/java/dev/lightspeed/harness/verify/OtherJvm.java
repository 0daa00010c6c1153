package dev.lightspeed.harness.verify;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The same command in a second JVM, in a folder of its own for what it writes. Closing it stops the
 * JVM, if it still runs, and deletes the folder; so does the end of this one.
 */
public final class OtherJvm implements AutoCloseable {

  private static final String WRITTEN = "written";
  private static final String ERRORS = "errors";
  private static final String PREFIX = "lightspeed: ";

  private static final int PASSED = 0;
  private static final int BAD_INPUT = 2;

  private final Path folder;
  private final Thread cleaner = new Thread(this::stop);
  private @Nullable Process process;
  private boolean stopped;

  private OtherJvm(Path folder) {
    this.folder = folder;
  }

  /** The second JVM was no help: it failed, or could not be started. */
  public static final class Failed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean badInput;

    Failed(String message, boolean badInput) {
      super(message);
      this.badInput = badInput;
    }

    /** Whether it failed as if by what the user gave it. */
    public boolean isBadInput() {
      return badInput;
    }
  }

  /**
   * Starts it.
   *
   * @param jar the command's
   * @param arguments of the command, which writes to the file that they are made for
   */
  static OtherJvm start(Path jar, Function<Path, List<String>> arguments) {
    List<String> command = new ArrayList<>(OtherCircumstances.java(jar));
    try {
      OtherJvm other = new OtherJvm(Files.createTempDirectory("lightspeed-verify"));
      command.addAll(arguments.apply(other.folder.resolve(WRITTEN)));
      // Before there is a process: an interrupt may come at any time.
      Runtime.getRuntime().addShutdownHook(other.cleaner);
      ProcessBuilder builder = new ProcessBuilder(command);
      OtherCircumstances.forgetFlagsOf(builder.environment());
      other.launch(builder);
      return other;
    } catch (IOException e) {
      throw new Failed("--verify: no second JVM could be started: " + e.getMessage(), false);
    }
  }

  private synchronized void launch(ProcessBuilder command) throws IOException {
    if (stopped) {
      return;
    }
    // Its standard input is a pipe from here, by which it notices that this JVM is gone.
    try {
      process =
          command
              .redirectOutput(Redirect.DISCARD)
              .redirectError(folder.resolve(ERRORS).toFile())
              .start();
    } finally {
      if (process == null) {
        close();
      }
    }
  }

  /**
   * Waits for its end, and gives the file that it has written.
   *
   * @throws Failed if it ended otherwise than well, with what it said
   */
  Path written() {
    try {
      int exitCode = requireNonNull(process()).waitFor();
      if (exitCode != PASSED) {
        throw new Failed(
            "--verify: in a second JVM with other circumstances the same command ended with "
                + exitCode
                + ": "
                + message(),
            exitCode == BAD_INPUT);
      }
      return folder.resolve(WRITTEN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failed("--verify: interrupted while a second JVM was counting", false);
    }
  }

  private String message() {
    try {
      String text = Files.readString(folder.resolve(ERRORS), StandardCharsets.UTF_8).strip();
      String own = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
      return own.isEmpty() ? "it said nothing" : own;
    } catch (IOException e) {
      return "what it said cannot be read: " + e.getMessage();
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

  private synchronized @Nullable Process process() {
    return process;
  }

  private synchronized void stop() {
    if (stopped) {
      return;
    }
    stopped = true;
    if (process != null) {
      process.destroyForcibly().onExit().join();
    }
    delete(folder);
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
