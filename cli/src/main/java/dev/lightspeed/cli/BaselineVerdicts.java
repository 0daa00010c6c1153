package dev.lightspeed.cli;

import dev.lightspeed.harness.gate.Comparison;
import java.util.List;

/**
 * Prints how a report differs from its baseline.
 *
 * @param comparison the two side by side
 */
record BaselineVerdicts(Comparison comparison) {

  /** Whether nothing is worse than in the baseline, or cannot be compared with it. */
  boolean passed() {
    return comparison.passed();
  }

  /** What fails, then what is worse and tolerated, then what is better, on standard output. */
  void print(Output output) {
    print(output, "bold,red", "FAIL", comparison.failures());
    print(output, "bold,yellow", "SLIP", comparison.slips());
    print(output, "bold,green", "GAIN", comparison.gains());
    if (passed()) {
      output.line(
          output.styled("bold,green", "PASS")
              + "  baseline "
              + comparison.baseline()
              + ": "
              + outcome());
    }
  }

  /** What fails alone, a line each, on standard error. */
  void printFailures(Output output) {
    comparison.failures().forEach(line -> output.message("FAIL  " + line));
  }

  private String outcome() {
    if (comparison.isSame()) {
      return "every figure is the same";
    }
    return comparison.slips().isEmpty()
        ? "no figure is worse"
        : "no figure is worse than tolerated";
  }

  private static void print(Output output, String style, String word, List<String> lines) {
    lines.forEach(line -> output.line(output.styled(style, word) + "  " + line));
  }
}
