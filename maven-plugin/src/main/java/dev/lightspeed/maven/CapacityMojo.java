package dev.lightspeed.maven;

import java.util.Optional;
import org.apache.maven.plugins.annotations.Execute;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * How many sessions the profile carries, and what gives way with one more. Compiles first. With
 * {@code --at-least N} among its arguments it is a gate.
 */
@Mojo(name = "capacity", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
@Execute(phase = LifecyclePhase.TEST_COMPILE)
public final class CapacityMojo extends CommandMojo {

  /** Whether the build fails if the gate does. */
  @Parameter(property = "lightspeed.haltOnFailure", defaultValue = "true")
  private boolean haltOnFailure;

  /** Made by Maven. */
  public CapacityMojo() {}

  @Override
  String command() {
    return "capacity";
  }

  @Override
  Optional<ResultFile.Schema> resultSchema() {
    return Optional.of(ResultFile.Schema.CAPACITY);
  }

  @Override
  void addOptions(Arguments options) {}

  @Override
  boolean haltOnFailure() {
    return haltOnFailure;
  }
}
