package dev.lightspeed.cli;

import dev.lightspeed.harness.report.BaselineFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the baseline is; shared by {@code check} and {@code update}. */
final class BaselineOption {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "The baseline. Default: beside the suite file and named after it,"
              + " lightspeed.baseline.json.")
  private @Nullable Path file;

  /**
   * The baseline of a suite, whether it is there or not.
   *
   * @param suite the suite's file; the standard suite has none
   */
  Path path(Optional<Path> suite, Workplace workplace) {
    if (file != null) {
      return file;
    }
    return BaselineFile.beside(
        suite.orElseGet(() -> workplace.shown(workplace.folder().resolve("lightspeed"))));
  }

  /** The command that accepts what a run gave, with the options that say where. */
  String accept(Selection selection) {
    return "lightspeed update"
        + selection.suiteOption()
        + (file == null ? "" : " --baseline " + file);
  }
}
