package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that this command runs from: the JVMs that it starts run from it too. */
final class OwnJar {

  private OwnJar() {}

  /**
   * The jar.
   *
   * @param command the name of the command that needs it
   * @throws InputException if the command runs from a folder of classes
   */
  static Path path(String command) {
    try {
      Path path = Path.of(OwnJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(path)) {
        return path;
      }
      throw new InputException(command + ": runs from lightspeed.jar only, not from " + path);
    } catch (URISyntaxException e) {
      throw new InputException(command + ": runs from a file lightspeed.jar only", e);
    }
  }
}
