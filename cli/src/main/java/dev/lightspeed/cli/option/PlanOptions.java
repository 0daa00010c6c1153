package dev.lightspeed.cli.option;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.Selection;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * What a report is made of: workloads that are run, or a trace that is replayed; shared by {@code
 * run}, {@code check} and {@code update}.
 */
public final class PlanOptions {

  @Spec(Spec.Target.MIXEE)
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec command;

  @ArgGroup(validate = false, heading = SelectionOptions.HEADING)
  private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--trace",
      paramLabel = "FILE",
      description = "Replay what 'lightspeed trace' has counted, and run nothing.")
  private @Nullable Path traceFile;

  @ArgGroup(validate = false, heading = CountingOptions.HEADING)
  private CountingOptions counting = new CountingOptions();

  /**
   * Reads and checks everything that the options name, and runs nothing yet.
   *
   * @param attributing whether to record where the work goes
   * @throws InputException if something cannot be used
   */
  public Plan plan(boolean attributing, Environment environment) {
    if (traceFile != null) {
      requireNothingToRun();
      return selection.open(environment).replayOf(traceFile);
    }
    Selection selected = selection.open(environment);
    return selected.plan(counting.counting(selected.meter(), attributing, selection, environment));
  }

  /** What was given that figures depend on, but for sizes, as a person would type it. */
  public List<String> words() {
    return new Given(command)
        .words(
            ClassPathOption.class, SelectionOptions.class, WorkloadOption.class, MeterOption.class);
  }

  /**
   * Refuses options that change the suite's sizes.
   *
   * @throws InputException if one is given
   */
  public void requireOwnSizes() {
    new Given(command)
        .first(SizeOptions.class)
        .ifPresent(
            option -> {
              throw new InputException(
                  option
                      + ": a baseline is for the sizes of the suite: change them in the suite file");
            });
  }

  /** Whether everything is counted again and compared. */
  public boolean verify() {
    return counting.verify();
  }

  private void requireNothingToRun() {
    String problem = "cannot be combined with --trace: what was counted is replayed as it is";
    Given given = new Given(command);
    given.refuse(
        problem,
        WorkloadOption.class,
        SizeOptions.class,
        CountingOptions.class,
        MeterOption.class,
        OutputOptions.Attribute.class);
    if (!given.has("--suite")) {
      // A suite names workloads by their classes, which have to be found even if they do not run.
      given.refuse(problem, ClassPathOption.class);
    }
  }
}
