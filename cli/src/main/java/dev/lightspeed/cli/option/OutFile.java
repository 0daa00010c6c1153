package dev.lightspeed.cli.option;

import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.report.BaselineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files that a command is asked to write. */
public final class OutFile {

  private OutFile() {}

  /**
   * Checks, before any work is done for it, that a file can be written.
   *
   * @param option the option that names it
   * @throws InputException if it is a folder or a baseline, or it or its folder cannot be written
   *     to
   */
  public static void requireWritable(String option, Path file) {
    if (file.toString().endsWith(BaselineFile.SUFFIX)) {
      throw isBaseline(option, file);
    }
    requireBaselineWritable(option, file);
  }

  /**
   * The same for a baseline.
   *
   * @throws InputException if it is a folder, or it or its folder cannot be written to
   */
  public static void requireBaselineWritable(String option, Path file) {
    if (AtomicFile.isDeviceOrPipe(file)) {
      requirePermission(option, file, file);
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (Files.isDirectory(file) || file.getFileName() == null || folder == null) {
      throw new InputException(
          option + ": '" + file + "' is a folder: name a file to write, such as report.json");
    }
    if (!Files.isDirectory(folder)) {
      throw new InputException(
          option + ": '" + file + "' cannot be written: there is no folder " + folder);
    }
    requireNotOpen(option, file);
    requirePermission(option, file, folder);
    if (Files.exists(file)) {
      // It would be replaced, permission or not: whoever has protected it has done so for a reason.
      requirePermission(option, file, file);
    }
  }

  /** The refusal to write a file that is a baseline. */
  public static InputException isBaseline(String option, Path file) {
    return new InputException(
        option
            + ": '"
            + file
            + "' is a baseline, which 'lightspeed update' alone writes: name another file");
  }

  /** Whether both are one file, which is there. */
  public static boolean isSame(Path file, Path other) {
    try {
      return Files.isSameFile(file, other);
    } catch (IOException e) { // one of them is not there
      return false;
    }
  }

  private static void requirePermission(String option, Path file, Path needed) {
    if (!Files.isWritable(needed)) {
      throw new InputException(
          option + ": '" + file + "' cannot be written: no permission to write to " + needed);
    }
  }

  /** A file behind {@code /dev/stdout} is being written to: replaced, it would lose the rest. */
  private static void requireNotOpen(String option, Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    if (Files.isSymbolicLink(file)
        && (absolute.startsWith("/dev") || absolute.startsWith("/proc"))) {
      throw new InputException(
          option + ": '" + file + "' is a file that is open already: name another file");
    }
  }
}
