package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.file.InputException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;

/** Where workloads are found that are not on the class path of this JVM. */
public final class WorkloadClassPath {

  private WorkloadClassPath() {}

  /**
   * Lets this thread, and those that it starts, find workloads in {@code entries}, jars and
   * folders. Their loader is never closed: workloads load classes when they need them.
   *
   * @param entries nothing is done if there are none
   * @param parent asked first
   * @throws InputException if an entry is not a file
   */
  public static void install(List<Path> entries, ClassLoader parent) {
    if (!entries.isEmpty()) {
      URL[] urls = entries.stream().map(WorkloadClassPath::url).toArray(URL[]::new);
      Thread.currentThread().setContextClassLoader(new URLClassLoader("workloads", urls, parent));
    }
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new InputException("class path: '" + entry + "' is not a file", e);
    }
  }
}
