package dev.lightspeed.maven;

import java.io.File;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** How the goal {@code update} is called: the way out that messages name. */
final class UpdateGoal {

  private UpdateGoal() {}

  /**
   * The command line, to be run where Maven was started.
   *
   * @param artifactId the module, if the build has others as well; then they are compiled first,
   *     because goals that are called by themselves do not see what the other modules have built
   * @param suite the suite, if it is not the module's own
   * @param baseline the baseline, if it is not the suite's own
   */
  static String commandLine(
      @Nullable String artifactId, @Nullable Path suite, @Nullable Path baseline) {
    return (artifactId == null
            ? "mvn lightspeed:update"
            : "mvn test-compile lightspeed:update -pl :" + artifactId + " -am")
        + (suite == null ? "" : " -Dlightspeed.suite=" + suite)
        + (baseline == null ? "" : " -Dlightspeed.baseline=" + baseline);
  }

  /** The file as one in {@code folder} is named there; others by their whole path. */
  static @Nullable Path shown(Path folder, @Nullable File file) {
    if (file == null) {
      return null;
    }
    Path path = file.toPath();
    return path.startsWith(folder) ? folder.relativize(path) : path;
  }
}
