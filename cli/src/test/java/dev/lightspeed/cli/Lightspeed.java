package dev.lightspeed.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts the packaged command in a fresh JVM, as a user does: the launcher, without C2. */
final class Lightspeed {

  private static final long PATIENCE_SECONDS = 120;

  private final Path folder;
  private final List<String> jvmFlags = new ArrayList<>();
  private final List<String> variables = new ArrayList<>();
  private Path java = javaOf(Path.of(System.getProperty("java.home")));

  /**
   * @param folder where the process runs and its output is kept
   */
  Lightspeed(Path folder) {
    this.folder = folder;
  }

  /** The command {@code java} of the JDK in {@code home}. */
  static Path javaOf(Path home) {
    return home.resolve("bin").resolve("java");
  }

  /** Runs on the JDK in {@code home}, and not on the one that runs the tests. */
  Lightspeed jdk(Path home) {
    java = javaOf(home);
    return this;
  }

  /** Adds a flag for the JVM; the later of two that contradict each other counts. */
  Lightspeed jvm(String flag) {
    jvmFlags.add(flag);
    return this;
  }

  /** Sets a variable of the environment. */
  Lightspeed variable(String name, String value) {
    variables.add(name);
    variables.add(value);
    return this;
  }

  /** Runs the command to its end. */
  CommandRun run(String... args) {
    return end(start(args));
  }

  /** Starts the command. */
  Process start(String... args) {
    List<String> command = new ArrayList<>();
    command.add(java.toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.addAll(jvmFlags);
    command.addAll(List.of("-jar", System.getProperty("lightspeed.jar")));
    command.addAll(List.of(args));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out().toFile())
            .redirectError(err().toFile());
    Map<String, String> environment = builder.environment();
    environment.remove("CI");
    environment.remove("NO_COLOR");
    environment.put("TERM", "xterm");
    for (int i = 0; i < variables.size(); i += 2) {
      environment.put(variables.get(i), variables.get(i + 1));
    }
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Waits for the end of {@code process}, which was started here. */
  CommandRun end(Process process) {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError("the command did not end: " + Files.readString(err()));
      }
      return new CommandRun(process.exitValue(), text(out()), text(err()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  Path out() {
    return folder.resolve("stdout");
  }

  Path err() {
    return folder.resolve("stderr");
  }

  /** What the file {@code name} in the folder says. */
  String file(String name) {
    try {
      return text(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }
}
