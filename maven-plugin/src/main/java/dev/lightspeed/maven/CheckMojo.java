package dev.lightspeed.maven;

import java.io.File;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** The gate: budgets, and no figure worse than in the baseline. */
@Mojo(
    name = "check",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class CheckMojo extends CommandMojo {

  /** The baseline. Default: beside the suite, {@code lightspeed.baseline.json}. */
  @Parameter(property = "lightspeed.baseline")
  private @Nullable File baseline;

  /** Compare with the baseline at this git revision, such as {@code origin/main}. */
  @Parameter(property = "lightspeed.against")
  private @Nullable String against;

  /**
   * What to write, each as {@code FORMAT=FILE}, from the folder of the module. Default: {@code
   * html=target/lightspeed/report.html}.
   */
  @Parameter(property = "lightspeed.outputs")
  private @Nullable List<String> outputs;

  /** Whether the build fails if the gate does. */
  @Parameter(property = "lightspeed.haltOnFailure", defaultValue = "true")
  private boolean haltOnFailure;

  /** Made by Maven. */
  public CheckMojo() {}

  @Override
  String command() {
    return "check";
  }

  @Override
  Optional<ResultFile.Schema> resultSchema() {
    return Optional.of(ResultFile.Schema.RESULT);
  }

  @Override
  void addOptions(Arguments options) throws MojoExecutionException {
    options.option("--baseline", UpdateGoal.shown(folder(), baseline)).option("--against", against);
    addOutputs(options, outputs);
  }

  @Override
  boolean haltOnFailure() {
    return haltOnFailure;
  }

  @Override
  String update() {
    return update(baseline);
  }
}
