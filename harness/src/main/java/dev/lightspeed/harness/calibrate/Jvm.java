package dev.lightspeed.harness.calibrate;

import dev.lightspeed.harness.verify.Lifeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Fresh JVMs of the JDK that runs this one. Their standard error is this one's; their standard
 * input is a pipe that nothing is sent through, for {@link Lifeline}.
 */
public final class Jvm {

  /** Flags for JVMs that are timed: a heap of one size, and the optimising compiler. */
  public static final List<String> TIMING = List.of("-XX:+UseSerialGC", "-Xms512m", "-Xmx512m");

  private Jvm() {}

  /** The class path of this JVM. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** The command {@code java} of the JDK that runs this. */
  public static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /** The flag that starts the meter in {@code jar}. */
  public static String agent(Path jar) {
    return "-javaagent:" + jar;
  }

  /**
   * Starts the class named {@code main}.
   *
   * @param flags for the JVM
   * @throws IOException if it cannot be started
   */
  public static Process start(List<String> flags, String classPath, String main, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(java().toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, main));
    command.addAll(args);
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  /**
   * Runs the class named {@code main} to its end.
   *
   * @param flags for the JVM
   * @param onLine is given each line that it prints
   * @throws IOException if it cannot be started, or fails
   */
  public static void run(
      List<String> flags, String classPath, String main, List<String> args, Consumer<String> onLine)
      throws IOException {
    Process process = start(flags, classPath, main, args);
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        onLine.accept(line);
      }
      int exitCode = process.onExit().join().exitValue();
      if (exitCode != 0) {
        throw new IOException(
            "a measuring JVM (" + main + ") ended with " + exitCode + ": see its message above");
      }
    } finally {
      process.destroy();
    }
  }
}
