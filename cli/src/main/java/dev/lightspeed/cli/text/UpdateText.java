package dev.lightspeed.cli.text;

import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.FigureComparison.State;
import dev.lightspeed.harness.gate.ScenarioComparison;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.run.BaselineUpdate;
import dev.lightspeed.harness.run.Size;
import java.util.Optional;

/** What an update changes in a baseline, line by line. */
public final class UpdateText {

  private final Output output;

  private UpdateText(Output output) {
    this.output = output;
  }

  /** Prints what {@code update} changes; nothing if there was no baseline before. */
  public static void print(BaselineUpdate update, Output output) {
    if (update.before().isPresent()) {
      UpdateText text = new UpdateText(output);
      update
          .comparison()
          .ifPresentOrElse(
              comparison -> text.print(update, comparison),
              () -> text.printIncomparable(update.before().get(), update.now()));
    }
  }

  private void printIncomparable(Baseline before, Baseline now) {
    output.line(
        "counted with "
            + now.report().meter()
            + " on profile "
            + now.report().profile().name()
            + ", before with "
            + before.report().meter()
            + " on "
            + before.report().profile().name()
            + ": no figure is comparable");
  }

  private void print(BaselineUpdate update, Comparison comparison) {
    if (comparison.isSame()) {
      output.line(
          update.file()
              + ": every figure is the same, "
              + (update.isSame() ? "nothing is written" : "but not what kinds of events cost"));
      return;
    }
    comparison.scenarios().forEach(this::print);
    comparison.notCountedAnyMore().forEach(each -> print("LOSS", "not counted any more: " + each));
    comparison.countedNow().forEach(each -> print("GAIN", "counted now: " + each));
  }

  private void print(ScenarioComparison scenario) {
    String label = scenario.workload() + ": ";
    switch (scenario.presence()) {
      case ADDED -> print("NEW ", label + size(scenario.now()));
      case REMOVED -> print("GONE", label + size(scenario.before()));
      case RESIZED ->
          print("SIZE", label + size(scenario.now()) + ", before " + size(scenario.before()));
      case COMPARED -> {
        scenario.lines(State.WORSE).forEach(line -> print("LOSS", line));
        scenario.lines(State.BETTER).forEach(line -> print("GAIN", line));
      }
    }
  }

  private void print(String word, String line) {
    String style = word.equals("LOSS") ? "bold,red" : word.equals("GAIN") ? "bold,green" : "bold";
    output.verdict(style, word, line);
  }

  private static String size(Optional<ScenarioReport> scenario) {
    return Size.of(scenario.orElseThrow()).inWords();
  }
}
