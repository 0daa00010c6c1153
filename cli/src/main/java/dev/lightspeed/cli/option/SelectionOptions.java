package dev.lightspeed.cli.option;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.harness.run.Selection;
import dev.lightspeed.harness.suite.SuiteFile;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** Which scenarios are run, how large, on which machine: what every command that counts takes. */
public final class SelectionOptions {

  /** Above the group in help pages. */
  public static final String HEADING = "%nWhat to run:%n";

  @ArgGroup(validate = false)
  private ClassPathOption classPath = new ClassPathOption();

  @Option(
      names = "--suite",
      paramLabel = "FILE",
      description =
          "What to run and its limits (YAML). Default: lightspeed.yaml in this folder or one above"
              + " it, else the standard suite.")
  private @Nullable Path suiteFile;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      description = "The virtual machine (JSON). Default: the suite's.")
  private @Nullable Path profileFile;

  @ArgGroup(validate = false)
  private WorkloadOption workloads = new WorkloadOption();

  @ArgGroup(validate = false)
  private SizeOptions size = new SizeOptions();

  /**
   * Opens the suite and puts its workloads within reach.
   *
   * @throws dev.lightspeed.harness.file.InputException if the file or its class path cannot be used
   */
  public Selection open(Environment environment) {
    Optional<SuiteFile> suite = environment.workplace().suite(suiteFile).map(SuiteFile::open);
    classPath.install(suite.map(SuiteFile::classpath).orElse(List.of()));
    return new Selection(
        suite,
        suiteFile != null,
        Optional.ofNullable(profileFile),
        workloads.names,
        optional(size.sessions),
        optional(size.events));
  }

  /** What another command line needs to run these: one in its size, several as they were chosen. */
  List<String> argumentsFor(List<Scenario> scenarios) {
    List<String> arguments = new ArrayList<>();
    classPath.given().ifPresent(path -> arguments.add("--classpath=" + path));
    if (suiteFile != null) {
      arguments.add("--suite=" + suiteFile);
    }
    if (scenarios.size() == 1) {
      Scenario scenario = scenarios.get(0);
      arguments.add("--workload=" + nameOf(scenario.workload()));
      arguments.add("--sessions=" + scenario.sessionCount());
      arguments.add("--events=" + scenario.eventsPerSession());
      return arguments;
    }
    workloads.names.forEach(workload -> arguments.add("--workload=" + workload));
    if (size.sessions != null) {
      arguments.add("--sessions=" + size.sessions);
    }
    if (size.events != null) {
      arguments.add("--events=" + size.events);
    }
    return arguments;
  }

  /** As the user has named it, if so; a workload of a suite goes by its label. */
  private String nameOf(Workload workload) {
    String type = workload.getClass().getName();
    return workloads.names.contains(type) ? type : workload.label();
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }
}
