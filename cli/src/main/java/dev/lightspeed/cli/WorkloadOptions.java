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

  /**
   * Lets this thread, and those that it starts, find the user's workloads. Their loader stays open
   * for the rest of the run: workloads load classes when they need them.
   *
   * @throws InputException if a jar or folder is not there
   */
  void install() {
    if (classpath == null) {
      return;
    }
    List<URL> urls = new ArrayList<>();
    for (String entry : classpath.split(File.pathSeparator, -1)) {
      urls.add(url(entry));
    }
    ClassLoader parent = WorkloadOptions.class.getClassLoader();
    Thread.currentThread()
        .setContextClassLoader(new URLClassLoader("workloads", urls.toArray(URL[]::new), parent));
  }

  /** Whether the user named any. */
  boolean isGiven() {
    return classpath != null;
  }

  /** These options as another command line takes them. */
  List<String> arguments() {
    return classpath == null ? List.of() : List.of("--classpath=" + classpath);
  }

  private static URL url(String entry) {
    if (entry.isEmpty() || !Files.isReadable(Path.of(entry))) {
      throw new InputException(
          "--classpath: '" + entry + "' cannot be read: name a jar or a folder that exists");
    }
    try {
      return Path.of(entry).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InputException("--classpath: '" + entry + "' is not a file", e);
    }
  }
}
