package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that commands start further JVMs from. */
final class CommandJar {

  private static final String BENCHMARKS = "lightspeed-bench.jar";

  private CommandJar() {}

  /**
   * The jar that this command runs from.
   *
   * @param command the name of the command that needs it
   * @throws InputException if it runs from a folder of classes
   */
  static Path lightspeed(String command) {
    try {
      Path path =
          Path.of(CommandJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(path)) {
        return path;
      }
      throw new InputException(command + ": runs from lightspeed.jar only, not from " + path);
    } catch (URISyntaxException e) {
      throw new InputException(command + ": runs from a file lightspeed.jar only", e);
    }
  }

  /**
   * The jar of the benchmarks against JMH: beside this command's own, {@code lightspeed}, or where
   * Maven builds it.
   *
   * @throws InputException if it is in neither place
   */
  static Path benchmarks(Path lightspeed) {
    Path beside = lightspeed.resolveSibling(BENCHMARKS);
    Path built = lightspeed.resolveSibling("../../bench/target/" + BENCHMARKS).normalize();
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    if (Files.isRegularFile(built)) {
      return built;
    }
    throw new InputException(
        "bench sensitivity: needs "
            + BENCHMARKS
            + ", which is not part of this command and neither "
            + beside
            + " nor "
            + built
            + ": start it as ./lightspeed, which builds it, or run 'mvn package'");
  }
}
