package dev.lightspeed.cli.option;

import dev.lightspeed.cli.text.Environment;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.verify.Lifeline;
import dev.lightspeed.harness.verify.SameCommand;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** How scenarios are counted: what every command that counts takes. */
public final class CountingOptions {

  /** Above the group in help pages. */
  public static final String HEADING = "%nHow to count:%n";

  private static final String SECOND_JVM = "--second-jvm";

  @Option(
      names = "--threads",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "Count on N threads; no figure depends on it. Default: one per processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--verify",
      description =
          "Count everything three times: also with the sessions in reverse order on another number"
              + " of threads, and in a second JVM with other identity hash codes, compiler,"
              + " collector, processors, locale, time zone and charset. Exit with 4 at the first difference,"
              + " naming the method and the usual cause.")
  private boolean verify;

  @Option(
      names = "--unit-limit",
      paramLabel = "N",
      converter = CountConverter.Units.class,
      description = "CPU units that one event may take before it counts as one that never returns.")
  private @Nullable Long unitLimit;

  @Option(
      names = "--stall-limit",
      paramLabel = "SECONDS",
      converter = CountConverter.FromOne.class,
      description =
          "Seconds that one event may wait, executing nothing, before it counts as one that hangs."
              + " Default: 60.")
  private @Nullable Integer stallLimit;

  @Option(
      names = SECOND_JVM,
      hidden = true,
      description = "Be the second JVM of --verify: count in reverse, and end with the first one.")
  private boolean secondJvm;

  @ArgGroup(validate = false)
  private MeterOption meter = new MeterOption();

  /** Whether everything is counted again, and compared. */
  public boolean verify() {
    return verify;
  }

  /**
   * How to count.
   *
   * @param fallback the mode unless the user asks for one
   * @param attributing whether to record where the work goes
   * @param selection what is counted, for the second JVM of {@code --verify}
   */
  public CountingPlan counting(
      MeterMode fallback,
      boolean attributing,
      SelectionOptions selection,
      Environment environment) {
    MeterMode mode = meter.mode(fallback);
    if (secondJvm) {
      Lifeline.hold();
    }
    return new CountingPlan(
        mode,
        attributing,
        new TraceOptions(
            threads == null ? environment.processors() : threads,
            secondJvm,
            unitLimit == null ? TraceOptions.DEFAULT_UNIT_LIMIT : unitLimit,
            stallLimit == null ? TraceOptions.DEFAULT_STALL_SECONDS : stallLimit,
            events -> {}),
        verify ? Optional.of(new ThisCommand(selection, mode)) : Optional.empty());
  }

  /** This command, as a second JVM is started with it. */
  private final class ThisCommand implements SameCommand {

    private final SelectionOptions selection;
    private final MeterMode mode;

    ThisCommand(SelectionOptions selection, MeterMode mode) {
      this.selection = selection;
      this.mode = mode;
    }

    @Override
    public Path jar() {
      return CommandJar.path("--verify");
    }

    @Override
    public List<String> arguments(
        List<Scenario> scenarios, boolean attributing, int threads, Path written) {
      List<String> arguments = new ArrayList<>();
      arguments.add(attributing ? "explain" : "trace");
      arguments.addAll(selection.argumentsFor(scenarios));
      arguments.add(SECOND_JVM);
      arguments.add("--meter=" + mode.word());
      arguments.add("--threads=" + threads);
      if (unitLimit != null) {
        arguments.add("--unit-limit=" + unitLimit);
      }
      if (stallLimit != null) {
        arguments.add("--stall-limit=" + stallLimit);
      }
      arguments.add("--out=" + written);
      return arguments;
    }
  }
}
