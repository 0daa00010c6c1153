package dev.lightspeed.junit;

import dev.lightspeed.harness.suite.SuiteFile;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Where files of a test are. */
final class Folders {

  private static final Path WORKING = Path.of("").toAbsolutePath();

  private Folders() {}

  /**
   * The suite file that is nearest to the working directory, upwards; then to {@code testClass}, as
   * it is compiled: an IDE may run the tests of a module in the folder of the whole project.
   *
   * @throws ExtensionConfigurationException if there is none
   */
  static Path suite(Class<?> testClass) {
    return SuiteFile.find(WORKING)
        .or(() -> compiled(testClass).flatMap(SuiteFile::find))
        .orElseThrow(
            () ->
                new ExtensionConfigurationException(
                    "@PerformanceTest: there is no "
                        + SuiteFile.NAME
                        + " in "
                        + WORKING
                        + " or a folder above it: write one ('lightspeed init'), name one (suite ="
                        + " …), or name a workload (workload = …)"));
  }

  /** A file as a message shows it: from here if it lies here or further up, else as it is. */
  static Path shown(Path file) {
    Path absolute = WORKING.resolve(file).normalize();
    Path parent = absolute.getParent();
    boolean near = parent != null && (WORKING.startsWith(parent) || parent.startsWith(WORKING));
    return near ? WORKING.relativize(absolute) : absolute;
  }

  /** Whether the command finds {@code suite} by itself in the working directory. */
  static boolean isFound(Path suite) {
    return SuiteFile.find(WORKING).equals(Optional.of(WORKING.resolve(suite).normalize()));
  }

  private static Optional<Path> compiled(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
