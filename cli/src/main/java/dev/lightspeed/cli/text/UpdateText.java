package dev.lightspeed.cli.text;

import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.ScenarioComparison;
import dev.lightspeed.harness.gate.Verdict;
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
              + (update.isSame() ? "nothing is written" : "but not what event types cost"));
      return;
    }
    comparison.scenarios().forEach(this::print);
    for (String each : comparison.notCountedAnyMore()) {
      VerdictWord.LOSS.print("not counted any more: " + each, output);
    }
    for (String each : comparison.countedNow()) {
      VerdictWord.GAIN.print("counted now: " + each, output);
    }
  }

  private void print(ScenarioComparison scenario) {
    String label = scenario.workload() + ": ";
    switch (scenario.presence()) {
      case ADDED -> VerdictWord.NEW.print(label + size(scenario.now()), output);
      case REMOVED -> VerdictWord.GONE.print(label + size(scenario.before()), output);
      case RESIZED ->
          VerdictWord.SIZE.print(
              label + size(scenario.now()) + ", before " + size(scenario.before()), output);
      case COMPARED -> {
        VerdictWord.LOSS.print(scenario.lines(Verdict.FAILED), output);
        VerdictWord.GAIN.print(scenario.lines(Verdict.BETTER), output);
      }
    }
  }

  private static String size(Optional<ScenarioReport> scenario) {
    return Size.of(scenario.orElseThrow()).inWords();
  }
}
