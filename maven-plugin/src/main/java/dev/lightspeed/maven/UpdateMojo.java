package dev.lightspeed.maven;

import java.io.File;
import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/**
 * Makes the figures of this module the baseline, to be committed. Compiles first; refuses in CI.
 */
@Mojo(name = "update", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
// A baseline of classes that are older than their sources would be a wrong one.
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class UpdateMojo extends CommandMojo {

  /** The baseline. Default: beside the suite, {@code lightspeed.baseline.json}. */
  @Parameter(property = "lightspeed.baseline")
  private @Nullable File baseline;

  /** Made by Maven. */
  public UpdateMojo() {}

  @Override
  String command() {
    return "update";
  }

  @Override
  Optional<ResultFile.Schema> resultSchema() {
    return Optional.empty();
  }

  @Override
  void addOptions(Arguments options) {
    options.option("--baseline", UpdateGoal.shown(folder(), baseline));
  }

  @Override
  boolean haltOnFailure() {
    return true;
  }

  @Override
  String update() {
    return update(baseline);
  }
}
