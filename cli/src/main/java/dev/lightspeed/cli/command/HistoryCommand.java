package dev.lightspeed.cli.command;

import dev.lightspeed.cli.option.BaselineOption;
import dev.lightspeed.cli.option.CountConverter;
import dev.lightspeed.cli.option.Destination;
import dev.lightspeed.cli.option.DestinationConverter;
import dev.lightspeed.cli.text.FigureHistoryText;
import dev.lightspeed.cli.text.HistoryTable;
import dev.lightspeed.cli.text.Output;
import dev.lightspeed.cli.text.Suspect;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.history.BaselineChange;
import dev.lightspeed.harness.history.BaselineContent;
import dev.lightspeed.harness.history.BaselineHistory;
import dev.lightspeed.harness.history.BaselineLog;
import dev.lightspeed.harness.history.BaselineVersion;
import dev.lightspeed.harness.history.FigureHistory;
import dev.lightspeed.harness.history.FigureName;
import dev.lightspeed.harness.output.HistoryFormat;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Numbers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lightspeed history}: what became of figures, commit by commit. */
@Command(
    name = "history",
    parameterListHeading = "%n",
    description = {
      "Show how the committed baseline changed from commit to commit; with FIGURE, how that one"
          + " went, in a plot, and which commit made it worse.",
      "",
      "Nothing is run and nothing is stored: git has every baseline that was ever committed. The"
          + " history is that of one branch; a merge is one step, which brought in what the merged"
          + " branch changed. Renamed files are followed."
    })
public final class HistoryCommand implements Callable<Integer> {

  private static final int WARNINGS = 3;

  private final Output output;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "FIGURE",
      description =
          "Such as crud_table.avgPayloadBytes: a figure of a workload. Default: all, counted.")
  private @Nullable String name;

  @Option(
      names = "--suite",
      paramLabel = "FILE",
      description =
          "The suite whose baseline is meant. Default: lightspeed.yaml in this folder or one above"
              + " it, else the standard suite.")
  private @Nullable Path suiteFile;

  @Mixin private final BaselineOption baselineOption = new BaselineOption();

  @Option(
      names = "--range",
      paramLabel = "[REF..]REF",
      description =
          "As git names them: main, v1.0.. or v1.0..v2.0. Default: all commits up to HEAD.")
  private @Nullable String range;

  @Option(
      names = "--limit",
      paramLabel = "N",
      converter = CountConverter.FromOne.class,
      description = "Look at the newest N commits that changed the baseline only.")
  private int limit = Integer.MAX_VALUE;

  @Option(
      names = "--out",
      paramLabel = "FORMAT=FILE",
      converter = HistoryFormats.class,
      description =
          "Write the history of FIGURE to FILE, too, - for standard output instead of the text; may"
              + " be repeated. Formats: html (a page with a chart), csv, json.")
  private List<Destination<HistoryFormat>> destinations = new ArrayList<>();

  /** The command that prints on {@code output}. */
  public HistoryCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    if (name == null && !destinations.isEmpty()) {
      throw new InputException(
          "--out: the history of one figure is written: name it, such as"
              + " crud_table.avgPayloadBytes");
    }
    Destination.requireWritable(destinations);
    Path file =
        baselineOption.path(
            output.environment().workplace().suite(suiteFile), output.environment().workplace());
    Destination.requireOther(destinations, file);
    BaselineHistory history = BaselineLog.read(file, range, limit);
    if (name == null) {
      list(history);
    } else {
      requireReadable(history);
      FigureName figure = FigureName.of(name, history.workloads());
      tell(history.figure(figure.workload(), figure.figure()), file);
    }
    warn(history);
    return ExitCode.PASSED.code();
  }

  private void list(BaselineHistory history) {
    List<BaselineChange> changes = new ArrayList<>(history.changes());
    Collections.reverse(changes);
    output.line(history.name() + ": " + changed(history));
    if (changes.isEmpty()) {
      return;
    }
    output.line("");
    output.text(HistoryTable.render(changes));
    output.line("");
    Optional<String> figure =
        changes.stream()
            .flatMap(change -> change.firstWorse().stream())
            .findFirst()
            .or(
                () ->
                    history.workloads().stream()
                        .findFirst()
                        .map(label -> label + "." + Figure.AVG_PAYLOAD.key()));
    figure.ifPresent(each -> output.line("one figure: 'lightspeed history " + each + "'"));
  }

  private static String changed(BaselineHistory history) {
    long commits = history.versions().stream().filter(each -> each.commit().isPresent()).count();
    if (commits == 0) {
      return "no commit of these has changed it; the last before them is "
          + history.base().map(BaselineVersion::name).orElse("none");
    }
    return Numbers.counted(commits, "commit") + (commits == 1 ? " has" : " have") + " changed it";
  }

  private static void requireReadable(BaselineHistory history) {
    if (history.workloads().isEmpty()) {
      throw new InputException(
          history.name()
              + ": there is no figure in its history"
              + unreadable(history).stream().findFirst().map(each -> "; " + each).orElse(""));
    }
  }

  /** Why versions are left out, oldest first. */
  private static List<String> unreadable(BaselineHistory history) {
    List<String> problems = new ArrayList<>();
    for (BaselineVersion version : history.versions()) {
      if (version.content() instanceof BaselineContent.Unreadable unreadable) {
        problems.add(unreadable.problem());
      }
    }
    return problems;
  }

  private void tell(FigureHistory history, Path file) {
    if (Destination.write(destinations, format -> format.write(history), output)) {
      return;
    }
    output.text(FigureHistoryText.render(history));
    String suite = suiteFile == null ? "" : " --suite " + suiteFile;
    Path here = output.environment().workplace().folder();
    String suspect = new Suspect(history, file, here, suite + baselineOption.option()).text();
    if (!suspect.isEmpty()) {
      output.line("");
      output.text(suspect);
    }
  }

  /** Says what is missing from what was shown. */
  private void warn(BaselineHistory history) {
    if (history.cut()) {
      output.warning(
          "this clone is shallow, and the history is cut at "
              + history.versions().get(0).name()
              + ": 'git fetch --unshallow' gets the rest");
    }
    List<String> problems = unreadable(history);
    for (String problem : problems.subList(0, Math.min(WARNINGS, problems.size()))) {
      output.warning("left out, because it cannot be read: " + problem);
    }
    if (problems.size() > WARNINGS) {
      output.warning("left out likewise: " + (problems.size() - WARNINGS) + " more");
    }
  }

  /** Reads {@code html=payload.html}. */
  static final class HistoryFormats extends DestinationConverter<HistoryFormat> {

    HistoryFormats() {
      super(HistoryFormat.values(), null);
    }
  }
}
