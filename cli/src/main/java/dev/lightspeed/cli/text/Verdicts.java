package dev.lightspeed.cli.text;

import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.report.ReportSignature;
import dev.lightspeed.harness.run.HeldBaseline.Held;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.Ungated;
import java.util.List;

/** Prints what a run has found: its figures, what the gates say, and what they were not asked. */
public final class Verdicts {

  private final Outcome outcome;
  private final Output output;

  private Verdicts(Outcome outcome, Output output) {
    this.outcome = outcome;
    this.output = output;
  }

  /**
   * Prints all of {@code outcome} on standard output, the signature last; where an output of the
   * run takes its place, the failed verdicts alone, a line each, on standard error.
   *
   * @param written whether an output was written to standard output
   * @param verified whether everything was counted again and compared
   */
  public static void print(
      Plan plan, Outcome outcome, boolean written, boolean verified, Output output) {
    Verdicts verdicts = new Verdicts(outcome, output);
    if (written) {
      verdicts.printFailures();
      return;
    }
    plan.suiteFile().ifPresent(suite -> output.line("suite " + suite));
    output.text(ReportTable.render(outcome.report()));
    verdicts.print();
    if (verified) {
      output.line("verified: every count is the same again, in this JVM and in another one");
    }
    output.line(ReportSignature.of(outcome.report()));
  }

  private void print() {
    output.line("");
    for (BudgetResult result : results()) {
      VerdictWord word = result.passed() ? VerdictWord.PASS : VerdictWord.FAIL;
      word.print(inWords(result), output);
    }
    for (Ungated scenario : outcome.ungated()) {
      String what = outcome.baseline().isPresent() ? "" : "not gated: ";
      VerdictWord.NOT_GATED.print(what + scenario.inWords(), output);
    }
    outcome.baseline().ifPresent(this::print);
    if (nothingIsGated()) {
      output.line("nothing is gated: no budget applies to what was run");
    }
    output.line("");
  }

  /** What fails, then what is worse and tolerated, then what is better. */
  private void print(Held held) {
    Comparison comparison = held.comparison();
    VerdictWord.FAIL.print(comparison.failures(), output);
    VerdictWord.SLIP.print(comparison.slips(), output);
    VerdictWord.GAIN.print(comparison.gains(), output);
    if (comparison.passed()) {
      VerdictWord.PASS.print("baseline " + comparison.baseline() + ": " + headline(held), output);
    } else {
      held.remarks().forEach(output::line);
      output.line("if that is meant to be: " + held.accept());
    }
  }

  private static String headline(Held held) {
    Comparison comparison = held.comparison();
    if (comparison.isSame()) {
      return "every figure is the same";
    }
    String worse =
        comparison.slips().isEmpty() ? "no figure is worse" : "nothing worse than tolerated";
    return comparison.gains().isEmpty()
        ? worse
        : worse + "; to keep what is better: " + held.accept();
  }

  private void printFailures() {
    VerdictWord.FAIL.report(
        results().stream().filter(result -> !result.passed()).map(Verdicts::inWords).toList(),
        output);
    outcome.baseline().ifPresent(this::printFailures);
    if (nothingIsGated()) {
      output.message("nothing is gated: no budget applies to what was run");
    }
  }

  private void printFailures(Held held) {
    VerdictWord.FAIL.report(held.comparison().failures(), output);
    if (!held.comparison().passed()) {
      held.remarks().forEach(output::message);
      output.message("if that is meant to be: " + held.accept());
    }
  }

  private static String inWords(BudgetResult result) {
    return result.workload() + ": " + result.reason();
  }

  private List<BudgetResult> results() {
    return outcome.budgets().stream().map(BudgetVerdict::result).toList();
  }

  private boolean nothingIsGated() {
    return outcome.status() == Verdict.NOT_GATED;
  }
}
