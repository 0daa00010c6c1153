package dev.lightspeed.maven;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The Maven that runs these tests, for builds of their own: with the modules that have just been
 * built in its local repository, which is a folder among what is built, and with everything else
 * from the repository of this build, so that nothing is downloaded again and nothing of ours gets
 * there.
 */
final class Maven {

  private static final Path TOP = Path.of("..").toAbsolutePath().normalize();
  private static final String VERSION = System.getProperty("it.version");
  private static final Path FOLDER = Path.of(System.getProperty("it.folder"));

  /** Some packages of Maven reset the terminal's style even where it is none. */
  private static final Pattern STYLE = Pattern.compile("\u001B\\[[;\\d]*m");

  private static final Path REPOSITORY = FOLDER.resolve("repository");

  /** Holds the command mvn, set up. */
  private static final Path BIN = FOLDER.resolve("bin");

  private static final Maven INSTANCE = new Maven();

  private Maven() {
    try {
      makeRepository();
      writeCommand();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * What came of a build.
   *
   * @param exitCode 0 if it has passed
   * @param log all that it printed
   */
  record Run(int exitCode, String log) {}

  /** The one Maven of these tests. */
  static Maven instance() {
    return INSTANCE;
  }

  /** The local repository of these builds, for another build tool. */
  static Path repository() {
    return REPOSITORY;
  }

  /** The command lightspeed, as a plugin finds it. */
  static Path command() {
    return REPOSITORY
        .resolve("dev/lightspeed/lightspeed-cli")
        .resolve(VERSION)
        .resolve("lightspeed-cli-" + VERSION + "-command.jar");
  }

  /** A new folder for the project {@code name}, with what is in {@code source}. */
  Path project(String name, Path source) {
    Path project = FOLDER.resolve(name);
    try {
      delete(project);
      try (Stream<Path> files = Files.walk(source)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path relative = source.relativize(file);
          if (!relative.startsWith("target")) {
            Path copy = project.resolve(relative);
            Files.createDirectories(copy.getParent());
            Files.copy(file, copy);
          }
        }
      }
      // Ends here what Maven takes for the top of the project.
      Files.createDirectories(project.resolve(".mvn"));
      return project;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Builds in {@code project}. */
  Run run(Path project, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(BIN.resolve("mvn").toString()));
    command.addAll(List.of(arguments));
    return run(project, command);
  }

  /** Runs {@code line} in a shell that has Maven, this one, in {@code project}. */
  Run shell(Path project, String line) throws IOException, InterruptedException {
    return run(project, List.of("sh", "-c", line));
  }

  private Run run(Path project, List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
    Map<String, String> environment = builder.environment();
    // Somebody at a desk, with the JDK of these tests.
    environment.remove("CI");
    environment.remove("MAVEN_ARGS");
    // A build of some seconds ends before an optimising compiler pays.
    environment.put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.merge("PATH", BIN.toString(), (path, own) -> own + ":" + path);
    Process process = builder.start();
    process.getOutputStream().close();
    String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), STYLE.matcher(log).replaceAll(""));
  }

  /** A local repository: ours are files, all others links to where they are already. */
  private static void makeRepository() throws IOException {
    delete(REPOSITORY);
    Path usual = Path.of(System.getProperty("it.localRepository"));
    link(usual, Files.createDirectories(REPOSITORY), "dev");
    link(usual.resolve("dev"), Files.createDirectory(REPOSITORY.resolve("dev")), "lightspeed");
    stage(TOP);
    try (Stream<Path> modules = Files.list(TOP)) {
      for (Path module : modules.filter(each -> Files.exists(each.resolve("pom.xml"))).toList()) {
        stage(module);
      }
    }
  }

  private static void link(Path from, Path to, String except) throws IOException {
    if (!Files.isDirectory(from)) {
      return;
    }
    try (Stream<Path> entries = Files.list(from)) {
      for (Path entry : entries.toList()) {
        String name = entry.getFileName().toString();
        if (!name.equals(except)) {
          Files.createSymbolicLink(to.resolve(name), entry.toAbsolutePath());
        }
      }
    }
  }

  /** Puts what a module has built where Maven would install it. */
  private static void stage(Path module) throws IOException {
    String artifact = "lightspeed-" + (module.equals(TOP) ? "parent" : module.getFileName());
    Path target = module.resolve("target");
    Path folder =
        Files.createDirectories(
            REPOSITORY.resolve("dev/lightspeed").resolve(artifact).resolve(VERSION));
    Path reduced = target.resolve("dependency-reduced-pom.xml");
    String name = artifact + "-" + VERSION;
    Files.copy(
        Files.exists(reduced) ? reduced : module.resolve("pom.xml"), folder.resolve(name + ".pom"));
    copyIfThere(target.resolve(name + ".jar"), folder.resolve(name + ".jar"));
    copyIfThere(target.resolve("lightspeed.jar"), folder.resolve(name + "-command.jar"));
  }

  private static void copyIfThere(Path from, Path to) throws IOException {
    if (Files.exists(from)) {
      Files.copy(from, to);
    }
  }

  /** A script in front of Maven's own, for which every console can say {@code mvn}. */
  private static void writeCommand() throws IOException {
    Files.createDirectories(BIN);
    Path script = BIN.resolve("mvn");
    String text =
        """
        #!/bin/sh
        exec '%s/bin/mvn' -B -ntp -Dstyle.color=never '-Dmaven.repo.local=%s' -Dlightspeed.version=%s "$@"
        """
            .formatted(System.getProperty("maven.home"), REPOSITORY, VERSION);
    Files.writeString(script, text);
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      Files.deleteIfExists(folder);
      return;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      for (Path entry : entries.toList()) {
        delete(entry);
      }
    }
    Files.delete(folder);
  }
}
