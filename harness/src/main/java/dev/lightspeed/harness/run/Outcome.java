package dev.lightspeed.harness.run;

import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.run.Finding.Gate;
import dev.lightspeed.harness.run.HeldBaseline.Held;
import dev.lightspeed.harness.text.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run found: all that any output shows.
 *
 * @param counted what was counted
 * @param report the figures
 * @param budgets a verdict for every budget, and for what does not fit the profile
 * @param ungated the scenarios that no budget was applied to
 * @param baseline the report beside its baseline, if it is held against one
 * @param timelines how the scenarios went, in the report's order; empty where nobody has looked,
 *     and then an HTML report has no charts
 */
public record Outcome(
    Counted counted,
    Report report,
    List<BudgetVerdict> budgets,
    List<Ungated> ungated,
    Optional<Held> baseline,
    List<ScenarioTimeline> timelines) {

  /** What a summary shows of each scenario. */
  public static final List<Figure> MAIN_FIGURES =
      List.of(
          Figure.P95_LATENCY,
          Figure.THROUGHPUT,
          Figure.AVG_PAYLOAD,
          Figure.PEAK_MEMORY,
          Figure.AVG_CPU,
          Figure.AVG_ALLOCATED);

  /** Copies the lists. */
  public Outcome {
    budgets = List.copyOf(budgets);
    ungated = List.copyOf(ungated);
    timelines = List.copyOf(timelines);
  }

  /** The report beside its baseline, figure by figure, if it is held against one. */
  public Optional<Comparison> comparison() {
    return baseline.map(Held::comparison);
  }

  /** How to accept what the comparison says, if that is meant to be; empty without a comparison. */
  public String accept() {
    return baseline.map(Held::accept).orElse("");
  }

  /** Everything that the gates say: budgets first, then the baseline. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    budgets.forEach(verdict -> findings.addAll(Finding.of(verdict)));
    comparison().ifPresent(each -> findings.addAll(Finding.of(each)));
    return findings;
  }

  /** What the gates say of one workload; of none in particular for an empty label. */
  public List<Finding> findings(String workload) {
    return findings().stream().filter(finding -> finding.workload().equals(workload)).toList();
  }

  /** What the gates say of one figure of a workload. */
  public List<Finding> findings(String workload, Figure figure) {
    return findings(workload).stream()
        .filter(each -> each.reading().stream().anyMatch(reading -> reading.figure() == figure))
        .toList();
  }

  /** Those in that state. */
  public List<Finding> findings(Verdict verdict) {
    return findings().stream().filter(finding -> finding.verdict() == verdict).toList();
  }

  /** What fails. */
  public List<Finding> failures() {
    return findings(Verdict.FAILED);
  }

  /** Whether the comparison with the baseline is among what fails. */
  public boolean failsBaseline() {
    return failures().stream().anyMatch(each -> each.gate() == Gate.BASELINE);
  }

  /** What the gates say of all. */
  public Verdict status() {
    return status(findings(), budgets.isEmpty() && baseline.isEmpty());
  }

  /** What the gates say of one workload. */
  public Verdict status(String workload) {
    List<Finding> findings = findings(workload);
    return status(findings, findings.isEmpty());
  }

  /** What the {@link #ungated()} are: held against nothing, or against a baseline alone. */
  public String ungatedTitle() {
    return baseline.isPresent() ? "Not held against a budget" : "Not gated";
  }

  /** The labels of all workloads that the report or a finding is about. */
  public List<String> workloads() {
    List<String> labels = new ArrayList<>();
    report.scenarios().forEach(scenario -> labels.add(scenario.workload()));
    for (Finding finding : findings()) {
      if (!finding.workload().isEmpty() && !labels.contains(finding.workload())) {
        labels.add(finding.workload());
      }
    }
    return labels;
  }

  /** The verdict in a line: {@code 1 of 4 scenarios failed}. */
  public String headline() {
    List<String> labels = workloads();
    long failed = labels.stream().filter(label -> status(label) == Verdict.FAILED).count();
    long passed = labels.stream().filter(label -> status(label) == Verdict.PASSED).count();
    String all = Numbers.counted(labels.size(), "scenario");
    return switch (status()) {
      case NOT_GATED -> "nothing is gated: no budget applies to " + all;
      case PASSED, BETTER, TOLERATED ->
          passed == labels.size()
              ? all + " passed"
              : passed + " of " + all + " passed, the rest is not gated";
      case FAILED ->
          failed == 0 ? "work is not counted any more" : failed + " of " + all + " failed";
    };
  }

  private static Verdict status(List<Finding> findings, boolean notGated) {
    if (findings.stream().anyMatch(Finding::failed)) {
      return Verdict.FAILED;
    }
    return notGated ? Verdict.NOT_GATED : Verdict.PASSED;
  }
}
