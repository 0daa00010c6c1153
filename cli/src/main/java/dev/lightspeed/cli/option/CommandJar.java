package dev.lightspeed.cli.option;

import dev.lightspeed.harness.file.InputException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jars that commands start further JVMs from. */
public final class CommandJar {

  private CommandJar() {}

  /**
   * The jar that this command runs from.
   *
   * @param command the command that needs it, for errors
   * @throws InputException if it runs from a folder of classes
   */
  public static Path path(String command) {
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
   * The jar of the benchmarks against JMH.
   *
   * @throws InputException if it is in neither place
   */
  public static Path benchmarks(Path lightspeed) {
    return find("bench sensitivity", lightspeed, "bench", "lightspeed-bench.jar");
  }

  /**
   * The jar of the programs that counts are held against.
   *
   * @throws InputException if it is in neither place
   */
  public static Path corpus(Path lightspeed) {
    return find("calibrate", lightspeed, "corpus", "lightspeed-corpus.jar");
  }

  /** Beside this command's own jar, {@code lightspeed}, or where Maven builds it. */
  private static Path find(String command, Path lightspeed, String module, String name) {
    Path beside = lightspeed.resolveSibling(name);
    Path built = lightspeed.resolveSibling("../../" + module + "/target/" + name).normalize();
    if (Files.isRegularFile(beside)) {
      return beside;
    }
    if (Files.isRegularFile(built)) {
      return built;
    }
    throw new InputException(
        command
            + ": needs "
            + name
            + ", which is not part of this command and neither "
            + beside
            + " nor "
            + built
            + ": start it as ./lightspeed, which builds it, or run 'mvn package'");
  }
}
