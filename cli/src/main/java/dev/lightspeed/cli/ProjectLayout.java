package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How a project is laid out: where a workload's source goes, and where its class comes from.
 *
 * @param source the folder of sources, from the project's
 * @param packageName the package of the project's own classes; empty if it has none
 * @param classpath folders of compiled classes, from the project's
 * @param compile the command that compiles the workload
 * @param dependency what the build has to be told, if it has one
 */
record ProjectLayout(
    Path source,
    String packageName,
    List<String> classpath,
    String compile,
    Optional<String> dependency) {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");

  ProjectLayout {
    classpath = List.copyOf(classpath);
  }

  /** The layout of the project in {@code folder}: Maven's, Gradle's, or a plain one. */
  static ProjectLayout of(Workplace workplace) {
    Path folder = workplace.folder();
    String library = "dev.lightspeed:lightspeed-harness:" + Version.current();
    if (Files.exists(folder.resolve("pom.xml"))) {
      return built(
          folder,
          List.of("target/test-classes", "target/classes"),
          "mvn -q test-compile",
          library + " with scope test");
    }
    if (Stream.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
        .anyMatch(file -> Files.exists(folder.resolve(file)))) {
      String gradle = Files.exists(folder.resolve("gradlew")) ? "./gradlew" : "gradle";
      return built(
          folder,
          List.of("build/classes/java/test", "build/classes/java/main"),
          gradle + " -q testClasses",
          "testImplementation '" + library + "'");
    }
    return new ProjectLayout(
        Path.of("lightspeed"),
        "",
        List.of("lightspeed/classes"),
        "javac -cp "
            + workplace.shown(CommandJar.lightspeed("init"))
            + " -d lightspeed/classes lightspeed/*.java",
        Optional.empty());
  }

  /** A project with a build tool; its own classes are there only if it has sources. */
  private static ProjectLayout built(
      Path folder, List<String> classpath, String compile, String dependency) {
    boolean hasMain = Files.isDirectory(folder.resolve(MAIN));
    String packageName = firstPackage(folder.resolve(MAIN));
    return new ProjectLayout(
        TEST,
        packageName.isEmpty() ? firstPackage(folder.resolve(TEST)) : packageName,
        hasMain ? classpath : classpath.subList(0, 1),
        compile,
        Optional.of(dependency));
  }

  /** The name of the workload's source, from the project's folder. */
  Path sourceFile(String className) {
    Path folder = source;
    for (String part : packageName.isEmpty() ? new String[0] : packageName.split("\\.")) {
      folder = folder.resolve(part);
    }
    return folder.resolve(className + ".java");
  }

  /** The full name of a class in the project's package. */
  String fullName(String className) {
    return packageName.isEmpty() ? className : packageName + "." + className;
  }

  /** The package nearest to the top that has a source, the first of equals by name. */
  private static String firstPackage(Path sources) {
    if (!Files.isDirectory(sources)) {
      return "";
    }
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> !file.endsWith("module-info.java"))
          .map(file -> sources.relativize(file.resolveSibling("")))
          .min(Comparator.comparing(Path::getNameCount).thenComparing(Path::toString))
          .map(ProjectLayout::dotted)
          .orElse("");
    } catch (IOException | UncheckedIOException e) {
      throw new InputException(sources + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String dotted(Path folder) {
    List<String> parts = new ArrayList<>();
    folder.forEach(part -> parts.add(part.toString()));
    return String.join(".", parts);
  }
}
