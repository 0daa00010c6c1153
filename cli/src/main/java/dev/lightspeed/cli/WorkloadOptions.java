package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import java.io.File;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the user's own workloads come from; shared by every command that takes a workload. */
final class WorkloadOptions {

  @Option(
      names = {"-cp", "--classpath"},
      paramLabel = "PATH",
      description =
          "Jars and folders with workloads of your own, separated as in java -cp. They are counted"
              + " like the standard ones.")
  private @Nullable String classpath;

  /** Like {@link #install(List)}, where there is no suite that has a class path. */
  void install() {
    install(List.of());
  }

  /**
   * Lets this thread, and those that it starts, find the user's workloads. Their loader stays open
   * for the rest of the run: workloads load classes when they need them.
   *
   * @param fallback jars and folders that are there, for when the user names none
   * @throws InputException if a jar or folder is not there
   */
  void install(List<Path> fallback) {
    List<Path> entries = classpath == null ? fallback : named(classpath);
    if (entries.isEmpty()) {
      return;
    }
    ClassLoader parent = WorkloadOptions.class.getClassLoader();
    URL[] urls = entries.stream().map(WorkloadOptions::url).toArray(URL[]::new);
    Thread.currentThread().setContextClassLoader(new URLClassLoader("workloads", urls, parent));
  }

  /** Whether the user named any. */
  boolean isGiven() {
    return classpath != null;
  }

  /** These options as another command line takes them. */
  List<String> arguments() {
    return classpath == null ? List.of() : List.of("--classpath=" + classpath);
  }

  /** The same as a person would type it. */
  List<String> words() {
    return classpath == null ? List.of() : List.of("--classpath " + classpath);
  }

  private static List<Path> named(String classpath) {
    List<Path> entries = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator, -1)) {
      if (entry.isEmpty() || !Files.isReadable(Path.of(entry))) {
        throw new InputException(
            "--classpath: '" + entry + "' cannot be read: name a jar or a folder that exists");
      }
      entries.add(Path.of(entry));
    }
    return entries;
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InputException("class path: '" + entry + "' is not a file", e);
    }
  }
}
