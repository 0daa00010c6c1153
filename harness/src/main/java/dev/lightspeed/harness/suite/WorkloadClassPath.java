package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Where workloads are found that are not on the class path of this JVM. */
public final class WorkloadClassPath {

  private static final String WILDCARD = "*";

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

  /**
   * What an element of a class path stands for, as in {@code java -cp}: {@code lib/*} is every jar
   * of a folder, by name.
   *
   * @param base what a relative one is found from
   * @return jars and folders, which need not be there
   * @throws IllegalArgumentException if it is a folder of jars, or a wildcard that finds none
   */
  public static List<Path> entries(Path base, String element) {
    if (!element.equals(WILDCARD) && !element.endsWith("/" + WILDCARD)) {
      Path entry = base.resolve(element);
      if (!jars(entry).isEmpty() && !hasClasses(entry)) {
        throw new IllegalArgumentException(
            "'" + element + "' is a folder of jars: '" + element + "/*' takes them");
      }
      return List.of(entry);
    }
    List<Path> jars = jars(base.resolve(element.substring(0, element.length() - 1)));
    if (jars.isEmpty()) {
      throw new IllegalArgumentException("'" + element + "' finds no jar");
    }
    return jars;
  }

  /** The jars in {@code folder}, by name; none if it is no folder. */
  private static List<Path> jars(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean hasClasses(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.anyMatch(file -> file.toString().endsWith(".class"));
    } catch (IOException | UncheckedIOException e) {
      return true;
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
