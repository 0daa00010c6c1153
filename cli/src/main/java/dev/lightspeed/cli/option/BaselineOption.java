package dev.lightspeed.cli.option;

import dev.lightspeed.cli.text.Workplace;
import dev.lightspeed.harness.report.BaselineFile;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the baseline is; shared by every command that has one. */
public final class BaselineOption {

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
  public Path path(Optional<Path> suite, Workplace workplace) {
    if (file != null) {
      return file;
    }
    return BaselineFile.beside(
        suite.orElseGet(() -> workplace.shown(workplace.folder().resolve("lightspeed"))));
  }

  /** The option that names the baseline, as another command would need it; empty if not given. */
  public String option() {
    return file == null ? "" : " --baseline " + file;
  }
}
