package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.CommandJar;
import dev.lightspeed.cli.text.Version;
import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.file.InputException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a project is laid out: where a workload's source goes, and where its class comes from.
 *
 * @param source the folder of sources, from the project's
 * @param packageName the package of the project's own classes; empty if it has none
 * @param classpath folders of compiled classes, from the project's
 * @param build what the build has to be told, in lines; empty if there is none
 * @param then the commands that come next, the last of them the gate
 */
record ProjectLayout(
    Path source,
    String packageName,
    List<String> classpath,
    List<String> build,
    List<String> then) {

  private static final Path MAIN = Path.of("src", "main", "java");
  private static final Path TEST = Path.of("src", "test", "java");

  private static final String MAVEN =
      """
      add to the dependencies in pom.xml:
        <dependency>
          <groupId>dev.lightspeed</groupId>
          <artifactId>lightspeed-harness</artifactId>
          <version>%1$s</version>
          <scope>test</scope>
        </dependency>
      and to its plugins:
        <plugin>
          <groupId>dev.lightspeed</groupId>
          <artifactId>lightspeed-maven-plugin</artifactId>
          <version>%1$s</version>
          <executions><execution><goals><goal>check</goal></goals></execution></executions>
        </plugin>""";

  ProjectLayout {
    classpath = List.copyOf(classpath);
    build = List.copyOf(build);
    then = List.copyOf(then);
  }

  /** The layout of the project in {@code folder}: Maven's, Gradle's, or a plain one. */
  static ProjectLayout of(Workplace workplace) {
    Path folder = workplace.folder();
    if (Files.exists(folder.resolve("pom.xml"))) {
      return built(
          folder,
          List.of("target/test-classes", "target/classes"),
          MAVEN.formatted(Version.current()).lines().toList(),
          steps(List.of(), "mvn lightspeed:update", "mvn verify"));
    }
    if (Stream.of("build.gradle", "build.gradle.kts", "settings.gradle", "settings.gradle.kts")
        .anyMatch(file -> Files.exists(folder.resolve(file)))) {
      String gradle = Files.exists(folder.resolve("gradlew")) ? "./gradlew" : "gradle";
      return built(
          folder,
          List.of("build/classes/java/test", "build/classes/java/main"),
          List.of(
              "add to the build: testImplementation 'dev.lightspeed:lightspeed-harness:"
                  + Version.current()
                  + "'"),
          steps(List.of(gradle + " -q testClasses"), "lightspeed update", "lightspeed check"));
    }
    return new ProjectLayout(
        Path.of("lightspeed"),
        "",
        List.of("lightspeed/classes"),
        List.of(),
        steps(
            List.of(
                "javac -cp "
                    + workplace.shown(CommandJar.path("init"))
                    + " -d lightspeed/classes lightspeed/*.java"),
            "lightspeed update",
            "lightspeed check"));
  }

  /** What comes next: to compile, where the other two do not, then the baseline and the gate. */
  private static List<String> steps(List<String> compile, String update, String gate) {
    String form = "%-" + Math.max(update.length(), gate.length()) + "s   # %s";
    List<String> steps = new ArrayList<>(compile);
    steps.add(form.formatted(update, "writes lightspeed.baseline.json, to be committed"));
    steps.add(form.formatted(gate, "the gate"));
    return steps;
  }

  /** A project with a build tool; its own classes are there only if it has sources. */
  private static ProjectLayout built(
      Path folder, List<String> classpath, List<String> build, List<String> then) {
    boolean hasMain = Files.isDirectory(folder.resolve(MAIN));
    String packageName = firstPackage(folder.resolve(MAIN));
    return new ProjectLayout(
        TEST,
        packageName.isEmpty() ? firstPackage(folder.resolve(TEST)) : packageName,
        hasMain ? classpath : classpath.subList(0, 1),
        build,
        then);
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
