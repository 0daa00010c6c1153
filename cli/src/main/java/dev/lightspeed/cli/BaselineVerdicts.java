package dev.lightspeed.cli;

import dev.lightspeed.harness.gate.Comparison;
import java.util.List;

/**
 * Prints how a report differs from its baseline.
 *
 * @param comparison the two side by side
 * @param accept how to accept what is worse, or keep what is better
 * @param remarks what else may explain a difference
 */
record BaselineVerdicts(Comparison comparison, String accept, List<String> remarks) {

  BaselineVerdicts {
    remarks = List.copyOf(remarks);
  }

  /** Whether nothing is worse than is tolerated, and everything could be compared. */
  boolean passed() {
    return comparison.passed();
  }

  /** What fails, then what is worse and tolerated, then what is better, on standard output. */
  void print(Output output) {
    print(output, "bold,red", "FAIL", comparison.failures());
    print(output, "bold,yellow", "SLIP", comparison.slips());
    print(output, "bold,green", "GAIN", comparison.gains());
    if (passed()) {
      output.verdict("bold,green", "PASS", "baseline " + comparison.baseline() + ": " + outcome());
    } else {
      remarks.forEach(output::line);
      output.line("if that is meant to be: " + accept);
    }
  }

  /** What fails alone, a line each, on standard error. */
  void printFailures(Output output) {
    comparison.failures().forEach(line -> output.message("FAIL  " + line));
    if (!passed()) {
      remarks.forEach(output::message);
      output.message("if that is meant to be: " + accept);
    }
  }

  private String outcome() {
    if (comparison.isSame()) {
      return "every figure is the same";
    }
    String worse =
        comparison.slips().isEmpty() ? "no figure is worse" : "nothing worse than tolerated";
    return comparison.gains().isEmpty() ? worse : worse + "; to keep what is better: " + accept;
  }

  private static void print(Output output, String style, String word, List<String> lines) {
    lines.forEach(line -> output.verdict(style, word, line));
  }
}
