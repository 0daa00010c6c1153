package dev.lightspeed.cli.text;

import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.gate.Comparison;
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
   * Prints all of {@code outcome} on standard output, the signature last.
   *
   * @param verified whether everything was counted again and compared
   */
  public static void printAll(Plan plan, Outcome outcome, boolean verified, Output output) {
    plan.suiteFile().ifPresent(suite -> output.line("suite " + suite));
    output.text(ReportTable.render(outcome.report()));
    new Verdicts(outcome, output).print();
    if (verified) {
      output.line("verified: every count is the same again, in this JVM and in another one");
    }
    output.line(ReportSignature.of(outcome.report()));
  }

  /** Prints the failed verdicts alone, a line each, on standard error. */
  public static void printFailures(Outcome outcome, Output output) {
    new Verdicts(outcome, output).printFailures();
  }

  private void print() {
    output.line("");
    for (BudgetResult result : results()) {
      output.verdict(
          result.passed() ? "bold,green" : "bold,red",
          result.passed() ? "PASS" : "FAIL",
          result.workload() + ": " + result.reason());
    }
    for (Ungated scenario : outcome.ungated()) {
      String what = outcome.baseline().isPresent() ? "" : "not gated: ";
      output.verdict("bold,yellow", "----", what + scenario.inWords());
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
    print("bold,red", "FAIL", comparison.failures());
    print("bold,yellow", "SLIP", comparison.slips());
    print("bold,green", "GAIN", comparison.gains());
    if (comparison.passed()) {
      output.verdict(
          "bold,green", "PASS", "baseline " + comparison.baseline() + ": " + headline(held));
    } else {
      held.remarks().forEach(output::line);
      output.line("if that is meant to be: " + held.accept());
    }
  }

  private void print(String style, String word, List<String> lines) {
    lines.forEach(line -> output.verdict(style, word, line));
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
    for (BudgetResult result : results()) {
      if (!result.passed()) {
        output.message("FAIL  " + result.workload() + ": " + result.reason());
      }
    }
    outcome.baseline().ifPresent(this::printFailures);
    if (nothingIsGated()) {
      output.message("nothing is gated: no budget applies to what was run");
    }
  }

  private void printFailures(Held held) {
    held.comparison().failures().forEach(line -> output.message("FAIL  " + line));
    if (!held.comparison().passed()) {
      held.remarks().forEach(output::message);
      output.message("if that is meant to be: " + held.accept());
    }
  }

  private List<BudgetResult> results() {
    return outcome.budgets().stream().map(BudgetVerdict::result).toList();
  }

  private boolean nothingIsGated() {
    return outcome.status() == Outcome.Status.NOT_GATED;
  }
}
