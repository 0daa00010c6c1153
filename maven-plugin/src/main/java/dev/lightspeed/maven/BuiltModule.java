package dev.lightspeed.maven;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.project.MavenProject;

/**
 * A module, as far as the question goes whether there is something to gate in it: its own suite,
 * never one further up, which every module below would run again.
 *
 * @param folder where its pom.xml is
 * @param aggregator whether it builds nothing itself
 * @param part whether its parent is a folder of the same checkout
 */
record BuiltModule(Path folder, boolean aggregator, boolean part) {

  /** The name of a suite, as the command looks for it. */
  private static final String SUITE = "lightspeed.yaml";

  static BuiltModule of(MavenProject project) {
    return new BuiltModule(
        project.getBasedir().toPath(),
        project.getPackaging().equals("pom"),
        project.getParentFile() != null);
  }

  /**
   * Why nothing is run here, if so: there is no suite, and there does not have to be one.
   *
   * @param build all modules of the build, this one included
   * @throws MojoExecutionException if the whole build has none, which would pass on nothing
   */
  Optional<String> reasonToSkip(List<BuiltModule> build) throws MojoExecutionException {
    if (hasSuite()) {
      return Optional.empty();
    }
    if (aggregator
        || (part && build.size() == 1)
        || build.stream().anyMatch(BuiltModule::hasSuite)) {
      return Optional.of("skipped: this module has no " + SUITE);
    }
    throw new MojoExecutionException(
        "there is no "
            + SUITE
            + " in "
            + folder
            + (build.size() == 1 ? "" : " nor in any other module")
            + ", so that nothing would be gated: write one ('lightspeed init' does), name one in the"
            + " parameter suite, or set lightspeed.skip");
  }

  private boolean hasSuite() {
    return Files.isRegularFile(folder.resolve(SUITE));
  }
}
