package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.ClassPathOption;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.option.CountingOptions;
import dev.lightspeed.cli.option.Destination;
import dev.lightspeed.cli.option.DestinationConverter;
import dev.lightspeed.cli.option.Given;
import dev.lightspeed.cli.option.MeterOption;
import dev.lightspeed.cli.option.SelectionOptions;
import dev.lightspeed.cli.option.SizeOptions;
import dev.lightspeed.cli.option.WordConverter;
import dev.lightspeed.cli.option.WorkloadOption;
import dev.lightspeed.cli.text.AttributionTable;
import dev.lightspeed.cli.text.Explanation;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Progress;
import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.MethodCost.Rank;
import dev.lightspeed.harness.attribution.Quantity;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.flame.FlamePage;
import dev.lightspeed.harness.output.AttributionFormat;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Pipeline;
import dev.lightspeed.harness.run.Selection;
import dev.lightspeed.harness.text.Constants;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lightspeed explain}: where the work went, or why a figure is not what it was. */
@Command(
    name = "explain",
    description = {
      "Run workloads and say where their work went: per method and per call path, exactly. With"
          + " --before, say why figures differ from earlier ones: which events, and which methods"
          + " or types account for the difference.",
      "",
      "Own is what a method did itself, total is with all that it called. The units are those of"
          + " 'lightspeed run'; finding out where they go takes longer."
    })
public final class ExplainCommand implements Callable<Integer> {

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Option(
      names = "--before",
      paramLabel = "FILE",
      description = "Compare with this earlier outcome of 'lightspeed explain --out FILE'.")
  private @Nullable Path beforeFile;

  @Option(
      names = "--now",
      paramLabel = "FILE",
      description = "Explain this outcome of 'lightspeed explain --out FILE', and run nothing.")
  private @Nullable Path nowFile;

  @ArgGroup(validate = false, heading = SelectionOptions.HEADING)
  private SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--out",
      paramLabel = "[FORMAT=]FILE",
      converter = AttributionFormats.class,
      description =
          "Write the outcome to FILE, too, - for standard output instead of the table; may be"
              + " repeated; compressed if its name ends in .gz. Formats: json (for --before, the"
              + " default), collapsed (stacks for flame graph tools), html (a flame graph; with"
              + " --before a differential one: red has grown, blue has shrunk).")
  private List<Destination<AttributionFormat>> destinations = new ArrayList<>();

  @Option(
      names = "--top",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "Name N methods of each workload, or for each figure. Default: 10.")
  private int top = 10;

  @ArgGroup(validate = false)
  private RankOption rank = new RankOption();

  @ArgGroup(validate = false)
  private FigureOption figure = new FigureOption();

  @ArgGroup(validate = false, heading = CountingOptions.HEADING)
  private CountingOptions options = new CountingOptions();

  /** Without {@code --before} only. */
  static final class RankOption {

    @Option(
        names = "--by",
        paramLabel = "self|total|allocated",
        converter = RankConverter.class,
        description =
            "Rank methods by their own units, by their units with all that they called, or by the"
                + " bytes that they allocated. Default: self.")
    private Rank rank = Rank.SELF;
  }

  /** With {@code --before} only. */
  static final class FigureOption {

    @Option(
        names = "--figure",
        paramLabel = "NAME",
        converter = FigureConverter.class,
        description =
            "With --before: explain cpu, allocation, payload, patch-ops, memory or all of them."
                + " Default: all.")
    private Choice choice = Choice.ALL;
  }

  /** The command that prints on {@code output}. */
  public ExplainCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    refuseWhatDoesNotApply(new Given(spec));
    Destination.requireWritable(destinations);
    Progress progress = new Progress(output);
    if (beforeFile == null) {
      tell(nowFile == null ? count(progress) : AttributionFile.read(nowFile));
    } else {
      Attribution before = AttributionFile.read(beforeFile);
      List<String> notices = new ArrayList<>();
      Attribution now =
          nowFile == null ? countAgain(before, notices, progress) : AttributionFile.read(nowFile);
      tell(comparable(() -> AttributionDifference.between(before, now)), now, notices);
    }
    return ExitCode.PASSED.code();
  }

  private void refuseWhatDoesNotApply(Given given) {
    if (nowFile != null) {
      given.refuse(
          "cannot be combined with --now: what was attributed is explained as it is",
          ClassPathOption.class,
          SelectionOptions.class,
          WorkloadOption.class,
          SizeOptions.class,
          CountingOptions.class,
          MeterOption.class);
    }
    if (beforeFile == null) {
      given.refuse("explains a difference: add --before FILE", FigureOption.class);
    } else {
      given.refuse(
          "cannot be combined with --before: parts are ranked by their difference",
          RankOption.class);
    }
  }

  private Attribution count(Progress progress) {
    Selection selected = selection.open(output.environment());
    CountingPlan counting =
        options.counting(selected.meter(), true, selection, output.environment());
    return Pipeline.count(selected.plan(counting), progress).attribution();
  }

  /** Counts what {@code before} has, after a check that the two will be comparable. */
  private Attribution countAgain(Attribution before, List<String> notices, Progress progress) {
    MeterMode mode =
        before.meter().startsWith(MeterMode.FULL.word() + "/")
            ? MeterMode.FULL
            : MeterMode.PORTABLE;
    Selection selected = selection.open(output.environment());
    CountingPlan counting = options.counting(mode, true, selection, output.environment());
    List<Scenario> planned = selected.plan(counting).scenarios();
    List<Scenario> common =
        comparable(() -> AttributionDifference.comparable(before, Meter.version(), planned));
    for (Scenario scenario : planned) {
      if (!common.contains(scenario)) {
        notices.add(scenario.workload().label() + " is not in " + beforeFile);
      }
    }
    return counting.count(common, progress).attribution();
  }

  /** What cannot be compared is the user's choice of files: the message begins with the earlier. */
  private <T> T comparable(Supplier<T> comparison) {
    try {
      return comparison.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(beforeFile + ": " + e.getMessage(), e);
    }
  }

  private void tell(Attribution attribution) {
    if (!Destination.write(destinations, format -> format.write(attribution), output)) {
      output.text(AttributionTable.render(attribution, rank.rank, top));
      if (options.verify()) {
        output.line("");
        output.line("verified: every count is the same again, in this JVM and in another one");
      }
    }
  }

  private void tell(AttributionDifference difference, Attribution now, List<String> notices) {
    boolean printed =
        Destination.write(
            destinations,
            format ->
                format == AttributionFormat.HTML
                    ? FlamePage.of(now.meter(), difference)
                    : format.write(now),
            output);
    if (printed) {
      return;
    }
    output.text(Explanation.render(difference, figure.choice.figures(), top));
    difference.onlyNow().forEach(label -> notices.add(label + " is not in " + beforeFile));
    difference.onlyBefore().forEach(label -> notices.add(label + " is only in " + beforeFile));
    notices.forEach(notice -> output.line("not compared: " + notice));
  }

  /** The figures to explain, in their order. */
  private record Choice(String word, List<Quantity> figures) {

    static final Choice ALL = new Choice("all", List.of(Quantity.values()));

    static Choice[] values() {
      return Stream.concat(
              Arrays.stream(Quantity.values()).map(each -> new Choice(each.word(), List.of(each))),
              Stream.of(ALL))
          .toArray(Choice[]::new);
    }
  }

  /** Reads a figure's word, or {@code all}. */
  static final class FigureConverter extends WordConverter<Choice> {

    FigureConverter() {
      super("figure", Choice.values(), Choice::word);
    }
  }

  /** Reads {@code self}, {@code total} and {@code allocated}. */
  static final class RankConverter extends WordConverter<Rank> {

    RankConverter() {
      super("rank", Rank.values(), Constants::word);
    }
  }

  /** Reads {@code html=flames.html}, and {@code before.json} as JSON. */
  static final class AttributionFormats extends DestinationConverter<AttributionFormat> {

    AttributionFormats() {
      super(AttributionFormat.values(), AttributionFormat.JSON);
    }
  }
}
