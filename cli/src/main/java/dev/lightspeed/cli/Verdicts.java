package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.gate.BudgetResult;
import java.util.List;
import java.util.Optional;

/**
 * Prints what the gates have found, and what they were not asked about.
 *
 * @param results a verdict for each budget
 * @param notices a line for each scenario that no budget is applied to
 * @param baseline the differences from a baseline, if there is one
 */
record Verdicts(
    List<BudgetResult> results, List<String> notices, Optional<BaselineVerdicts> baseline) {

  /** Whether every gate that was asked has passed. */
  boolean passed() {
    return PerformanceHarness.budgetFailures(results).isEmpty()
        && baseline.map(BaselineVerdicts::passed).orElse(true);
  }

  /** All verdicts, a line each, on standard output. */
  void print(Output output) {
    output.line("");
    for (BudgetResult result : results) {
      String verdict =
          result.passed() ? output.styled("bold,green", "PASS") : output.styled("bold,red", "FAIL");
      output.line(verdict + "  " + result.workload() + ": " + result.reason());
    }
    for (String notice : notices) {
      String what = baseline.isPresent() ? "  " : "  not gated: ";
      output.line(output.styled("bold,yellow", "----") + what + notice);
    }
    baseline.ifPresent(verdicts -> verdicts.print(output));
    if (nothingIsGated()) {
      output.line("nothing is gated: no budget applies to what was run");
    }
    output.line("");
  }

  /** The failed verdicts alone, a line each, on standard error. */
  void printFailures(Output output) {
    for (BudgetResult failure : PerformanceHarness.budgetFailures(results)) {
      output.message("FAIL  " + failure.workload() + ": " + failure.reason());
    }
    baseline.ifPresent(verdicts -> verdicts.printFailures(output));
    if (nothingIsGated()) {
      output.message("nothing is gated: no budget applies to what was run");
    }
  }

  private boolean nothingIsGated() {
    return results.isEmpty() && baseline.isEmpty();
  }
}
