package dev.lightspeed.cli;

import dev.lightspeed.harness.attribution.Attribution;
import dev.lightspeed.harness.attribution.AttributionFile;
import dev.lightspeed.harness.attribution.CollapsedStacks;
import dev.lightspeed.harness.attribution.MethodCost.Rank;
import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.flame.FlamePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** {@code lightspeed attribute}: where the units went. */
@Command(
    name = "attribute",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Run workloads and say where their work went: per method and per call path, exactly.",
      "",
      "Own is what a method did itself, total is with all that it called. The units are those of"
          + " 'lightspeed run'; finding out where they go takes longer."
    })
final class AttributeCommand implements Callable<Integer> {

  private final Output output;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Write the attribution to FILE as JSON, for 'lightspeed explain'; compressed if its name"
              + " ends in .gz.")
  private @Nullable Path outFile;

  @Option(
      names = "--collapsed",
      paramLabel = "FILE",
      description = "Write collapsed stacks to FILE, the lines that flame graph tools read.")
  private @Nullable Path collapsedFile;

  @Option(
      names = "--flame-graph",
      paramLabel = "FILE.html",
      description = "Write a flame graph to FILE.html, a page that needs nothing else.")
  private @Nullable Path flameGraphFile;

  @Option(
      names = "--top",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Name N methods of each workload. Default: 10.")
  private int top = 10;

  @Option(
      names = "--by",
      paramLabel = "self|total|allocated",
      converter = RankConverter.class,
      description =
          "Rank methods by their own units, by their units with all that they called, or by the"
              + " bytes that they allocated. Default: self.")
  private Rank rank = Rank.SELF;

  @Mixin private final TracingOptions tracing = new TracingOptions();

  AttributeCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    OutFile.requireWritableIfGiven("--out", outFile);
    OutFile.requireWritableIfGiven("--collapsed", collapsedFile);
    OutFile.requireWritableIfGiven("--flame-graph", flameGraphFile);
    Selection.OpenSuite suite = selection.open(output.environment());
    tracing.configureMeter(suite.meter(), true);
    Attribution attribution = tracing.attribute(selection, suite.plan().scenarios(), output);
    if (outFile != null) {
      AttributionFile.write(outFile, attribution);
    }
    if (collapsedFile != null) {
      AtomicFile.write(collapsedFile, CollapsedStacks.text(attribution));
    }
    if (flameGraphFile != null) {
      AtomicFile.write(flameGraphFile, FlamePage.of(attribution));
    }
    output.text(AttributionTable.render(attribution, rank, top));
    if (tracing.verify()) {
      output.line("");
      output.line("verified: every count is the same again, in this JVM and in another one");
    }
    return ExitCode.PASSED.code();
  }

  /** Reads {@code self}, {@code total} and {@code allocated}. */
  static final class RankConverter implements ITypeConverter<Rank> {

    @Override
    public Rank convert(String text) {
      List<String> words = new ArrayList<>();
      for (Rank each : Rank.values()) {
        String word = each.name().toLowerCase(Locale.ROOT);
        if (word.equals(text)) {
          return each;
        }
        words.add(word);
      }
      throw new TypeConversionException(NearestWord.unknown("rank", text, words));
    }
  }
}
