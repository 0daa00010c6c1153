package dev.lightspeed.cli.option;

import dev.lightspeed.harness.file.InputException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The jar that commands start further JVMs from. */
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
}
