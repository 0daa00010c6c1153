package dev.lightspeed.cli;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionDifference;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.Figure;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.flame.FlamePage;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code lightspeed explain}: why a figure is not what it was. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Say why figures differ from a baseline: which events, and which methods or types account for"
          + " the difference.",
      "",
      "The baseline is a file of 'lightspeed attribute --out FILE'. Workloads of the baseline are run"
          + " again, unless --now names the attribution to compare it with."
    })
final class ExplainCommand implements Callable<Integer> {

  private final Output output;

  @Spec
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private CommandSpec spec;

  @Option(
      names = "--baseline",
      required = true,
      paramLabel = "FILE",
      description = "The attribution to compare with.")
  @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
  private Path baselineFile;

  @Option(
      names = "--now",
      paramLabel = "FILE",
      description = "The attribution that is compared; nothing is run.")
  private @Nullable Path nowFile;

  @Option(
      names = "--figure",
      paramLabel = "NAME",
      converter = FigureConverter.class,
      description =
          "Explain cpu, allocation, payload, patch-ops, memory or all of them. Default: all.")
  private Choice choice = Choice.ALL;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--flame-graph",
      paramLabel = "FILE.html",
      description =
          "Write a differential flame graph to FILE.html: red has grown, blue has shrunk.")
  private @Nullable Path flameGraphFile;

  @Option(
      names = "--top",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Name N methods or types for each figure. Default: 10.")
  private int top = 10;

  @Mixin private final TracingOptions tracing = new TracingOptions();

  ExplainCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    OutFile.requireWritableIfGiven("--flame-graph", flameGraphFile);
    requireNothingToRun();
    Attribution baseline = AttributionFile.read(baselineFile);
    List<String> notices = new ArrayList<>();
    Attribution now = nowFile == null ? run(baseline, notices) : AttributionFile.read(nowFile);
    AttributionDifference difference =
        comparable(() -> AttributionDifference.between(baseline, now));
    if (flameGraphFile != null) {
      AtomicFile.write(flameGraphFile, FlamePage.of(now.meter(), difference));
    }
    output.text(Explanation.render(difference, choice.figures(), top));
    difference.onlyNow().forEach(label -> notices.add(label + " is not in the baseline"));
    difference.onlyBefore().forEach(label -> notices.add(label + " is only in the baseline"));
    notices.forEach(notice -> output.line("not compared: " + notice));
    return ExitCode.PASSED.code();
  }

  private void requireNothingToRun() {
    if (nowFile == null) {
      return;
    }
    String given = selection.firstGiven();
    given = given == null ? tracing.firstGiven() : given;
    if (given != null) {
      throw new ParameterException(
          spec.commandLine(),
          given + " cannot be combined with --now: what was attributed is compared as it is");
    }
  }

  /** Runs what the baseline has, after a check that the two will be comparable. */
  private Attribution run(Attribution baseline, List<String> notices) {
    MeterMode mode =
        baseline.meter().startsWith(MeterMode.FULL.word() + "/")
            ? MeterMode.FULL
            : MeterMode.PORTABLE;
    tracing.configureMeter(mode, true);
    List<Scenario> planned = selection.open(output.environment()).plan().scenarios();
    List<Scenario> common =
        comparable(() -> AttributionDifference.comparable(baseline, Meter.version(), planned));
    for (Scenario scenario : planned) {
      if (!common.contains(scenario)) {
        notices.add(scenario.workload().label() + " is not in the baseline");
      }
    }
    return tracing.attribute(selection, common, output);
  }

  /**
   * What cannot be compared is the user's choice of files: the message begins with the baseline.
   */
  private <T> T comparable(Supplier<T> comparison) {
    try {
      return comparison.get();
    } catch (IllegalArgumentException e) {
      throw new InputException(baselineFile + ": " + e.getMessage(), e);
    }
  }

  /** The figures to explain, in their order. */
  private record Choice(List<Figure> figures) {

    static final Choice ALL = new Choice(List.of(Figure.values()));
  }

  /** Reads a figure's word, or {@code all}. */
  static final class FigureConverter implements ITypeConverter<Choice> {

    @Override
    public Choice convert(String text) {
      if (text.equals("all")) {
        return Choice.ALL;
      }
      List<String> words = new ArrayList<>();
      for (Figure figure : Figure.values()) {
        if (figure.word().equals(text)) {
          return new Choice(List.of(figure));
        }
        words.add(figure.word());
      }
      words.add("all");
      throw new TypeConversionException(NearestWord.unknown("figure", text, words));
    }
  }
}
