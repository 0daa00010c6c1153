package dev.lightspeed.cli;

import dev.lightspeed.harness.gate.BaselineResult;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how a report differs from its baseline.
 *
 * @param file the baseline
 * @param results the differences
 */
record BaselineVerdicts(Path file, List<BaselineResult> results) {

  /** Whether nothing is worse than in the baseline, or cannot be compared with it. */
  boolean passed() {
    return results.stream().allMatch(BaselineResult::passed);
  }

  /** What is worse, a line each, then what is better, on standard output. */
  void print(Output output) {
    for (BaselineResult result : results) {
      if (!result.passed()) {
        output.line(output.styled("bold,red", "FAIL") + "  " + result.message());
      }
    }
    for (BaselineResult result : results) {
      if (result.passed()) {
        output.line(output.styled("bold,green", "GAIN") + "  " + result.message());
      }
    }
    if (passed()) {
      output.line(
          output.styled("bold,green", "PASS")
              + "  baseline "
              + file
              + ": "
              + (results.isEmpty() ? "every figure is the same" : "no figure is worse"));
    }
  }

  /** What is worse alone, a line each, on standard error. */
  void printFailures(Output output) {
    for (BaselineResult result : results) {
      if (!result.passed()) {
        output.message("FAIL  " + result.message());
      }
    }
  }
}
