package dev.lightspeed.harness.run;

import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.FigureComparison;
import dev.lightspeed.harness.gate.ScenarioComparison;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.text.Constants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What one gate says of one thing: of a figure, of a scenario, or of what could be counted.
 *
 * @param workload the workload's label; empty for what is not about one
 * @param gate what the thing was held against
 * @param subject what was looked at: a figure's label, {@code scenario} or {@code coverage}
 * @param verdict what was found
 * @param message the finding in a line
 * @param reading the numbers, where a figure was looked at
 */
public record Finding(
    String workload,
    Gate gate,
    String subject,
    Verdict verdict,
    String message,
    Optional<Reading> reading) {

  /** What a figure is held against. */
  public enum Gate {
    /** A limit that somebody has set for it. */
    BUDGET,
    /** What the virtual machine has: its memory. */
    PROFILE,
    /** An earlier report. */
    BASELINE;

    /** As files have it: {@code budget}. */
    public String word() {
      return Constants.word(this);
    }
  }

  /**
   * The numbers behind a finding, in the figure's unit.
   *
   * @param figure which figure
   * @param value what it is
   * @param baseline what it was, where there is a baseline
   * @param limit the last value that passes
   */
  public record Reading(Figure figure, long value, OptionalLong baseline, long limit) {}

  /** Whether the gate fails for it. */
  public boolean failed() {
    return verdict == Verdict.FAILED;
  }

  static List<Finding> of(BudgetVerdict verdict) {
    String label = verdict.workload();
    if (!verdict.missing().isEmpty()) {
      return List.of(
          new Finding(
              label,
              Gate.BUDGET,
              "scenario",
              Verdict.FAILED,
              label + ": " + verdict.missing(),
              Optional.empty()));
    }
    List<Finding> findings = new ArrayList<>();
    for (Check check : verdict.checks()) {
      // The profile's memory is always the last.
      boolean profile = findings.size() == verdict.checks().size() - 1;
      findings.add(
          new Finding(
              label,
              profile ? Gate.PROFILE : Gate.BUDGET,
              check.figure().label(),
              check.passed() ? Verdict.PASSED : Verdict.FAILED,
              label + ": " + (check.passed() ? check.room() : check.difference()),
              Optional.of(
                  new Reading(
                      check.figure(), check.value(), OptionalLong.empty(), check.limit()))));
    }
    return findings;
  }

  static List<Finding> of(Comparison comparison) {
    List<Finding> findings = new ArrayList<>();
    for (ScenarioComparison scenario : comparison.scenarios()) {
      scenario
          .notCompared()
          .ifPresent(
              why ->
                  findings.add(
                      new Finding(
                          scenario.workload(),
                          Gate.BASELINE,
                          "scenario",
                          Verdict.FAILED,
                          why,
                          Optional.empty())));
      scenario.figures().forEach(figure -> findings.add(of(scenario.workload(), figure)));
    }
    for (String each : comparison.notCountedAnyMore()) {
      findings.add(coverage(Verdict.FAILED, "not counted any more: " + each));
    }
    for (String each : comparison.countedNow()) {
      findings.add(coverage(Verdict.BETTER, "counted now, not in the baseline: " + each));
    }
    return findings;
  }

  private static Finding of(String label, FigureComparison comparison) {
    Figure figure = comparison.figure();
    Verdict verdict = comparison.verdict();
    String message =
        verdict == Verdict.PASSED
            ? figure.label() + " " + figure.amount(comparison.now()) + ", as in the baseline"
            : comparison.difference();
    return new Finding(
        label,
        Gate.BASELINE,
        figure.label(),
        verdict,
        label + ": " + message,
        Optional.of(
            new Reading(
                figure,
                comparison.now(),
                OptionalLong.of(comparison.before()),
                comparison.limit())));
  }

  private static Finding coverage(Verdict verdict, String message) {
    return new Finding("", Gate.BASELINE, "coverage", verdict, message, Optional.empty());
  }
}
