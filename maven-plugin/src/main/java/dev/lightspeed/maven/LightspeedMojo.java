package dev.lightspeed.maven;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What every goal has: a module, a switch, and the jars that come with this plugin. */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before a goal runs
abstract class LightspeedMojo extends AbstractMojo {

  private static final String GROUP = "dev.lightspeed:";

  /** Do nothing. */
  @Parameter(property = "lightspeed.skip", defaultValue = "false")
  private boolean skip;

  @Parameter(defaultValue = "${project}", readonly = true, required = true)
  private MavenProject project;

  @Parameter(defaultValue = "${plugin.artifactMap}", readonly = true, required = true)
  private Map<String, Artifact> pluginArtifacts;

  @Override
  public final void execute() throws MojoExecutionException, MojoFailureException {
    if (skip) {
      getLog().info("skipped: lightspeed.skip is set");
    } else {
      run();
    }
  }

  /** Does what the goal is for. */
  abstract void run() throws MojoExecutionException, MojoFailureException;

  /** The module that is built. */
  final MavenProject project() {
    return project;
  }

  /** The jar of {@code artifactId}, of the version of this plugin. */
  final Path jar(String artifactId) throws MojoExecutionException {
    Artifact artifact = pluginArtifacts.get(GROUP + artifactId);
    File file = artifact == null ? null : artifact.getFile();
    if (file == null) {
      throw new MojoExecutionException(
          GROUP
              + artifactId
              + " is not among the plugin's dependencies, "
              + pluginArtifacts.keySet()
              + ": take its exclusion out of the pom.xml");
    }
    return file.toPath();
  }
}
