package dev.lightspeed.cli;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.gate.BudgetResult;
import java.util.List;

/** Prints what the gate has found, and what it was not asked about. */
record Verdicts(List<BudgetResult> results, List<String> notices) {

  /** All verdicts, a line each, on standard output. */
  void print(Output output) {
    output.line("");
    for (BudgetResult result : results) {
      String verdict =
          result.passed() ? output.styled("bold,green", "PASS") : output.styled("bold,red", "FAIL");
      output.line(verdict + "  " + result.workload() + ": " + result.reason());
    }
    for (String notice : notices) {
      output.line(output.styled("bold,yellow", "----") + "  not gated: " + notice);
    }
    if (results.isEmpty()) {
      output.line("nothing is gated: no budget applies to what was run");
    }
    output.line("");
  }

  /** The failed verdicts alone, a line each, on standard error. */
  void printFailures(Output output) {
    for (BudgetResult failure : PerformanceHarness.budgetFailures(results)) {
      output.message("FAIL  " + failure.workload() + ": " + failure.reason());
    }
    if (results.isEmpty()) {
      output.message("nothing is gated: no budget applies to what was run");
    }
  }
}
