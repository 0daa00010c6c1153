package dev.lightspeed.maven;

import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;
import org.jspecify.annotations.Nullable;

/** The figures and what budgets say of them, without a baseline. No figure fails the build. */
@Mojo(
    name = "report",
    defaultPhase = LifecyclePhase.VERIFY,
    requiresDependencyResolution = ResolutionScope.TEST,
    threadSafe = true)
public final class ReportMojo extends CommandMojo {

  /**
   * What to write, each as {@code FORMAT=FILE}, from the folder of the module. Default: {@code
   * html=target/lightspeed/report.html}.
   */
  @Parameter(property = "lightspeed.outputs")
  private @Nullable List<String> outputs;

  /** Made by Maven. */
  public ReportMojo() {}

  @Override
  String command() {
    return "run";
  }

  @Override
  Optional<ResultFile.Schema> resultSchema() {
    return Optional.of(ResultFile.Schema.RESULT);
  }

  @Override
  void addOptions(Arguments options) throws MojoExecutionException {
    addOutputs(options, outputs);
  }

  @Override
  boolean haltOnFailure() {
    return false;
  }
}
