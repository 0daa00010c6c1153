package dev.lightspeed.maven;

import java.util.Properties;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Lets the tests of this module run with the meter, by putting its agent in front of the property
 * that Surefire and Failsafe take the flags of their JVMs from.
 */
@Mojo(
    name = "prepare-agent",
    defaultPhase = LifecyclePhase.INITIALIZE,
    threadSafe = true,
    requiresProject = true)
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before a goal runs
public final class PrepareAgentMojo extends LightspeedMojo {

  /** The property that the agent is put in front of. */
  @Parameter(property = "lightspeed.propertyName", defaultValue = "argLine")
  private String propertyName;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  /** Made by Maven. */
  public PrepareAgentMojo() {}

  @Override
  void run() throws MojoExecutionException {
    Properties properties = project().getProperties();
    String flags =
        AgentFlag.of(jar("lightspeed-meter")).inFrontOf(properties.getProperty(propertyName));
    properties.setProperty(propertyName, flags);
    getLog().info(propertyName + " set to " + flags);
    HiddenFlag.reasons(propertyName, session.getUserProperties(), project().getBuildPlugins())
        .forEach(reason -> getLog().warn(reason));
  }
}
