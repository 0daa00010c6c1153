package dev.lightspeed.cli.option;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.suite.WorkloadClassPath;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the user's own workloads come from; shared by every command that takes a workload. */
public final class ClassPathOption {

  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "PATH",
      description =
          "Jars and folders with workloads of your own, as java -cp takes them: lib/* is every jar of"
              + " a folder. They are counted like the standard ones.")
  private @Nullable String classpath;

  /**
   * Lets this thread, and those that it starts, find the user's workloads.
   *
   * @param fallback jars and folders that are there, for when the user names none
   * @throws InputException if a jar or folder is not there
   */
  public void install(List<Path> fallback) {
    WorkloadClassPath.install(
        classpath == null ? fallback : named(classpath), ClassPathOption.class.getClassLoader());
  }

  /** What the user has given. */
  Optional<String> given() {
    return Optional.ofNullable(classpath);
  }

  private static List<Path> named(String classpath) {
    List<Path> entries = new ArrayList<>();
    try {
      for (String element : classpath.split(File.pathSeparator, -1)) {
        entries.addAll(WorkloadClassPath.entries(Path.of(""), element));
      }
    } catch (IllegalArgumentException e) {
      throw new InputException("--classpath: " + e.getMessage(), e);
    }
    for (Path entry : entries) {
      if (!Files.isReadable(entry)) {
        throw new InputException(
            "--classpath: '" + entry + "' cannot be read: name a jar or a folder that exists");
      }
    }
    return entries;
  }
}
