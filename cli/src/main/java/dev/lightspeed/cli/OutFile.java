package dev.lightspeed.cli;

import dev.lightspeed.harness.file.InputException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command is asked to write. */
final class OutFile {

  private OutFile() {}

  /**
   * Checks, before any work is done for it, that a file can be written.
   *
   * @param option the option that names it
   * @throws InputException if it is a folder, or its folder is not there or cannot be written to
   */
  static void requireWritable(String option, Path file) {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || file.getFileName() == null || folder == null) {
      throw new InputException(
          option + ": '" + file + "' is a folder: name a file to write, such as report.json");
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          option + ": '" + file + "' cannot be written: there is no folder " + folder);
    }
    if (!Files.isWritable(folder)) {
      throw new InputException(
          option + ": '" + file + "' cannot be written: no permission to write to " + folder);
    }
  }
}
