package dev.lightspeed.cli;

import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.output.Outcome;
import dev.lightspeed.harness.output.Ungated;
import java.util.List;
import java.util.Optional;

/**
 * Prints what the gates have found, and what they were not asked about.
 *
 * @param outcome what they have found
 * @param baseline how the differences from a baseline are told, if there is one
 */
record Verdicts(Outcome outcome, Optional<BaselineVerdicts> baseline) {

  /** All verdicts, a line each, on standard output. */
  void print(Output output) {
    output.line("");
    for (BudgetResult result : results()) {
      output.verdict(
          result.passed() ? "bold,green" : "bold,red",
          result.passed() ? "PASS" : "FAIL",
          result.workload() + ": " + result.reason());
    }
    for (Ungated scenario : outcome.ungated()) {
      String what = baseline.isPresent() ? "" : "not gated: ";
      output.verdict("bold,yellow", "----", what + scenario.inWords());
    }
    baseline.ifPresent(verdicts -> verdicts.print(output));
    if (nothingIsGated()) {
      output.line("nothing is gated: no budget applies to what was run");
    }
    output.line("");
  }

  /** The failed verdicts alone, a line each, on standard error. */
  void printFailures(Output output) {
    for (BudgetResult result : results()) {
      if (!result.passed()) {
        output.message("FAIL  " + result.workload() + ": " + result.reason());
      }
    }
    baseline.ifPresent(verdicts -> verdicts.printFailures(output));
    if (nothingIsGated()) {
      output.message("nothing is gated: no budget applies to what was run");
    }
  }

  private List<BudgetResult> results() {
    return outcome.budgets().stream().map(BudgetVerdict::result).toList();
  }

  private boolean nothingIsGated() {
    return outcome.status() == Outcome.Status.NOT_GATED;
  }
}
