package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.option.CountingOptions;
import dev.lightspeed.cli.option.Destination;
import dev.lightspeed.cli.option.DestinationConverter;
import dev.lightspeed.cli.option.Given;
import dev.lightspeed.cli.option.MixConverter;
import dev.lightspeed.cli.option.SelectionOptions;
import dev.lightspeed.cli.text.CapacityTable;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Progress;
import dev.lightspeed.cli.text.VerdictWord;
import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacityRun;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.output.CapacityFormat;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.Selection;
import dev.lightspeed.meter.Meter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lightspeed capacity}. */
@Command(
    name = "capacity",
    description = {
      "Find the most sessions that the profile carries within their budgets, and what gives way"
          + " with one more.",
      "",
      "Each workload of the suite has the machine for itself, unless --mix lets several share it."
          + " Workloads are run for at most 1,024 sessions; every number of sessions is then"
          + " replayed in virtual time."
          + " What fits is assumed to fit with fewer sessions too, and eight sizes on either side"
          + " of the result are looked at to see whether that holds."
    })
public final class CapacityCommand implements Callable<Integer> {

  private static final int MOST = 1_000_000;

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @ArgGroup(validate = false, heading = SelectionOptions.HEADING)
  private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--mix",
      paramLabel = "LABEL=N,...",
      converter = MixConverter.class,
      description =
          "Workloads of the suite that share the machine, with their shares of the sessions."
              + " Shorter ones go on for as long as the longest.")
  private MixConverter.@Nullable MixShares mix;

  @Option(
      names = "--max",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "Look for at most N sessions. Default: 1000000.")
  private int max = MOST;

  @Option(
      names = "--at-least",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "Exit with 1 if fewer than N sessions fit. Default: 1.")
  private int atLeast = 1;

  @Option(
      names = "--out",
      paramLabel = "[FORMAT=]FILE",
      converter = CapacityFormats.class,
      description =
          "Write the result to FILE, too, - for standard output instead of the table; may be"
              + " repeated. Formats: json (the default), csv.")
  private List<Destination<CapacityFormat>> destinations = new ArrayList<>();

  @ArgGroup(validate = false, heading = CountingOptions.HEADING)
  private CountingOptions options = new CountingOptions();

  /** The command that prints on {@code output}. */
  public CapacityCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Destination.requireWritable(destinations);
    requireConsistent();
    Selection selected = selection.open(output.environment());
    CountingPlan counting =
        options.counting(selected.meter(), false, selection, output.environment());
    Plan plan = selected.plan(counting);
    // What is not counted is said once, when all is found.
    CapacityRun run = new CapacityRun(plan, counting, max, Progress.withoutWarnings(output));
    List<Capacity> found = mix == null ? run.alone() : List.of(run.mixed(mix.byLabel()));
    output.warnOfUncounted(run.uncounted());
    tell(plan.profile(), found);
    List<Capacity> tooSmall = found.stream().filter(each -> each.sessions() < atLeast).toList();
    VerdictWord.FAIL.report(
        tooSmall.stream().map(each -> CapacityTable.shortfall(each, atLeast)).toList(), output);
    return (tooSmall.isEmpty() ? ExitCode.PASSED : ExitCode.GATE_FAILED).code();
  }

  private void requireConsistent() {
    if (new Given(spec).has("--sessions")) {
      throw new InputException("--sessions: the number of sessions is what is looked for");
    }
    if (atLeast > max) {
      throw new InputException(
          "--at-least: " + atLeast + " cannot be found with at most " + max + ": raise --max");
    }
  }

  private void tell(Profile profile, List<Capacity> found) {
    boolean printed =
        Destination.write(
            destinations, format -> format.write(profile, Meter.version(), found), output);
    if (!printed) {
      output.text(CapacityTable.render(profile, Meter.version(), found));
    }
  }

  /** Reads {@code csv=target/capacity.csv}, and {@code capacity.json} as JSON. */
  static final class CapacityFormats extends DestinationConverter<CapacityFormat> {

    CapacityFormats() {
      super(CapacityFormat.values(), CapacityFormat.JSON);
    }
  }
}
