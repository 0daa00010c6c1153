package dev.lightspeed.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.artifact.DependencyResolutionRequiredException;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.toolchain.Toolchain;
import org.apache.maven.toolchain.ToolchainManager;
import org.jspecify.annotations.Nullable;

/**
 * A goal that runs the command lightspeed, in a JVM of its own, on the workloads of a module. What
 * it prints, finds and writes is the command's; the goal says on what, and how its end is one of
 * the build.
 */
@SuppressWarnings("NullAway.Init") // Maven sets the parameters before a goal runs
abstract class CommandMojo extends LightspeedMojo {

  /** The variable with flags for the JVM that the launcher knows, and messages name. */
  private static final String JAVA_OPTIONS = "LIGHTSPEED_JAVA_OPTS";

  /** The suite. Default: {@code lightspeed.yaml} in the folder of the module. */
  @Parameter(property = "lightspeed.suite")
  private @Nullable File suite;

  /** Run these workloads only, by label or class. Default: all of the suite. */
  @Parameter(property = "lightspeed.workloads")
  private @Nullable List<String> workloads;

  /**
   * Where workloads are looked for, in place of the suite's {@code classpath}: {@code test} or
   * {@code runtime}.
   */
  @Parameter(property = "lightspeed.classpathScope", defaultValue = "test")
  private String classpathScope;

  /** Further arguments of the command, such as {@code --verify --meter full}. */
  @Parameter(property = "lightspeed.arguments")
  private @Nullable String arguments;

  /** Flags of the JVM that counts, such as {@code -Xmx4g}. */
  @Parameter(property = "lightspeed.jvmArgs")
  private @Nullable String jvmArgs;

  /**
   * The command {@code java} that counts. Default: that of the JDK toolchain, else of the JDK that
   * runs Maven.
   */
  @Parameter(property = "lightspeed.jvm")
  private @Nullable File jvm;

  @Parameter(defaultValue = "${session}", readonly = true, required = true)
  private MavenSession session;

  @Inject private ToolchainManager toolchains;

  @Override
  final void run() throws MojoExecutionException, MojoFailureException {
    if (suite == null) {
      List<BuiltModule> build = session.getAllProjects().stream().map(BuiltModule::of).toList();
      Optional<String> reason = BuiltModule.of(project()).reasonToSkip(build);
      if (reason.isPresent()) {
        getLog().info(reason.get());
        return;
      }
    }
    Ending ending = runCommand();
    if (ending.passed()) {
      return;
    }
    if (!ending.gateFailed()) {
      throw new MojoExecutionException(ending.inWords());
    }
    if (haltOnFailure()) {
      throw new MojoFailureException(ending.inWords());
    }
    getLog().warn("the gate has failed, and does not halt the build: " + ending.inWords());
  }

  /** The command that is run. */
  abstract String command();

  /** What the command writes down for this plugin; empty if the exit code is all that it says. */
  abstract Optional<ResultFile.Schema> resultSchema();

  /** Adds the options of this goal alone. */
  abstract void addOptions(Arguments options) throws MojoExecutionException;

  /** Whether the build fails with the gate. */
  abstract boolean haltOnFailure();

  /** How the baseline of what is run is updated, for messages. */
  String update() {
    return update(null);
  }

  /** The folder of the module, where the command runs. */
  final Path folder() {
    return project().getBasedir().toPath();
  }

  /** Where the module's build puts what it makes. */
  final Path buildFolder() {
    return Path.of(project().getBuild().getDirectory());
  }

  /** Adds what is to be written, and makes room for it. */
  final void addOutputs(Arguments options, @Nullable List<String> outputs)
      throws MojoExecutionException {
    List<String> asked = outputs == null ? List.of() : outputs;
    for (OutputFile output : OutputFile.of(folder(), buildFolder(), asked)) {
      output.makeFolder();
      options.option("--out", output.text());
    }
  }

  /**
   * How the baseline is updated, for messages.
   *
   * @param baseline the baseline, if it is not the suite's own
   */
  final String update(@Nullable File baseline) {
    return UpdateGoal.commandLine(
        session.getAllProjects().size() == 1 ? null : project().getArtifactId(),
        UpdateGoal.shown(folder(), suite),
        UpdateGoal.shown(folder(), baseline));
  }

  private Ending runCommand() throws MojoExecutionException {
    Path folder = buildFolder().resolve("lightspeed");
    Path file = folder.resolve(command() + ".args");
    Optional<ResultFile> result =
        resultSchema()
            .map(schema -> new ResultFile(schema, folder.resolve(command() + ".result.json")));
    List<String> arguments = commandArguments(result);
    JvmCommand command =
        JvmCommand.lightspeed(java(), jar("lightspeed-cli"), flags(), update(), arguments);
    getLog().debug(command.java() + " @" + file + ": " + command.arguments());
    try {
      Relay relay = new Relay(getLog(), haltOnFailure());
      return CommandProcess.run(command, folder(), file, result, relay);
    } catch (IOException e) {
      throw new MojoExecutionException("lightspeed cannot be started: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MojoExecutionException("interrupted: the command was stopped", e);
    }
  }

  private List<String> commandArguments(Optional<ResultFile> result) throws MojoExecutionException {
    Arguments all = new Arguments().word(command()).classpath(classpath());
    all.option("--suite", UpdateGoal.shown(folder(), suite)).options("--workload", workloads);
    addOptions(all);
    result.ifPresent(file -> all.word(file.option()));
    return all.words("arguments", arguments).list();
  }

  private List<String> classpath() throws MojoExecutionException {
    try {
      return switch (classpathScope) {
        case "test" -> project().getTestClasspathElements();
        case "runtime" -> project().getRuntimeClasspathElements();
        default ->
            throw new MojoExecutionException(
                "classpathScope: '" + classpathScope + "' is neither test nor runtime");
      };
    } catch (DependencyResolutionRequiredException e) {
      throw new MojoExecutionException("the class path is not resolved: " + e.getMessage(), e);
    }
  }

  private List<String> flags() throws MojoExecutionException {
    List<String> flags =
        new ArrayList<>(Arguments.split(JAVA_OPTIONS, System.getenv(JAVA_OPTIONS)));
    flags.addAll(Arguments.split("jvmArgs", jvmArgs));
    return flags;
  }

  private Path java() {
    if (jvm != null) {
      return jvm.toPath();
    }
    Toolchain jdk = toolchains.getToolchainFromBuildContext("jdk", session);
    String java = jdk == null ? null : jdk.findTool("java");
    return java == null ? Path.of(System.getProperty("java.home"), "bin", "java") : Path.of(java);
  }
}
