package dev.lightspeed.meter.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Fresh JVMs, for tests of the packaged agent. */
public final class FreshJvm {

  private static final Path HOME = Path.of(System.getProperty("java.home"));

  private FreshJvm() {}

  /**
   * What a JVM printed.
   *
   * @param code its exit code
   */
  public record Ended(int code, String out, String err) {}

  /** The agent's jar, as it is published. */
  public static String meterJar() {
    return required("meter.jar");
  }

  /** The folder of the tests' classes. */
  public static String testClasses() {
    return required("meter.testClasses");
  }

  private static String required(String property) {
    String value = System.getProperty(property);
    if (value == null) {
      throw new IllegalStateException("run by Maven's verify, which sets " + property);
    }
    return value;
  }

  /** The JDK that runs this test. */
  public static Path current() {
    return HOME;
  }

  /** Another JDK, from 21 on: LIGHTSPEED_JDK25, or one beside the current one. */
  public static Optional<Path> newer() throws IOException {
    String named = System.getenv("LIGHTSPEED_JDK25");
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    Path real = HOME.toRealPath();
    try (Stream<Path> beside = Files.list(HOME.resolveSibling("."))) {
      return beside.filter(home -> !same(home, real) && feature(home) >= 21).sorted().findFirst();
    }
  }

  private static boolean same(Path home, Path real) {
    try {
      return home.toRealPath().equals(real);
    } catch (IOException e) {
      return false;
    }
  }

  private static int feature(Path home) {
    try {
      for (String line : Files.readAllLines(home.resolve("release"))) {
        if (line.startsWith("JAVA_VERSION=\"")) {
          return Integer.parseInt(line.substring(14).replaceAll("\\D.*", ""));
        }
      }
    } catch (IOException e) {
      // Not a JDK.
    }
    return 0;
  }

  /** Runs {@code java} of the JDK {@code home} and waits for it. */
  public static Ended run(Path home, String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(List.of(arguments));
    Path err = Files.createTempFile("meter", ".err");
    try {
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      Process process = builder.start();
      String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), out, Files.readString(err));
    } finally {
      Files.delete(err);
    }
  }
}
