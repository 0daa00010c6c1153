package dev.lightspeed.harness.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A report beside its baseline, figure by figure: what every rendering of a comparison is made
 * from.
 *
 * @param baseline what the baseline is called, such as its file
 * @param scenarios those of the report in its order, then those that only the baseline has
 * @param notCountedAnyMore classes, each with the reason, whose work the report lacks and the
 *     baseline does not: figures may look better than they are, which is a failure
 * @param countedNow classes whose work the baseline lacks and the report does not
 */
public record Comparison(
    String baseline,
    List<ScenarioComparison> scenarios,
    List<String> notCountedAnyMore,
    List<String> countedNow) {

  /** Copies the lists. */
  public Comparison {
    scenarios = List.copyOf(scenarios);
    notCountedAnyMore = List.copyOf(notCountedAnyMore);
    countedNow = List.copyOf(countedNow);
  }

  /** Whether everything could be compared and nothing is worse than is tolerated. */
  public boolean passed() {
    return notCountedAnyMore.isEmpty() && scenarios.stream().allMatch(ScenarioComparison::passed);
  }

  /** Whether every figure is what it was, in the same scenarios. */
  public boolean isSame() {
    return failures().isEmpty() && slips().isEmpty() && gains().isEmpty();
  }

  /** What fails, a line each. */
  public List<String> failures() {
    List<String> lines = new ArrayList<>();
    for (ScenarioComparison scenario : scenarios) {
      scenario.notCompared().ifPresent(lines::add);
      lines.addAll(scenario.lines(Verdict.FAILED));
    }
    notCountedAnyMore.forEach(each -> lines.add("not counted any more: " + each));
    return lines;
  }

  /** What is worse and tolerated, a line each. */
  public List<String> slips() {
    return lines(Verdict.TOLERATED);
  }

  /** What is better, a line each. */
  public List<String> gains() {
    List<String> lines = new ArrayList<>(lines(Verdict.BETTER));
    countedNow.forEach(each -> lines.add("counted now, not in the baseline: " + each));
    return lines;
  }

  /**
   * The comparison without scenarios of the baseline that were left out on purpose. If there are
   * any, what is counted now is not said: it may belong to those.
   *
   * @param workloads labels of what nobody asked to run
   */
  public Comparison without(Set<String> workloads) {
    List<ScenarioComparison> others =
        scenarios.stream()
            .filter(
                scenario -> scenario.now().isPresent() || !workloads.contains(scenario.workload()))
            .toList();
    boolean whole = others.size() == scenarios.size();
    return new Comparison(baseline, others, notCountedAnyMore, whole ? countedNow : List.of());
  }

  private List<String> lines(Verdict verdict) {
    return scenarios.stream().flatMap(scenario -> scenario.lines(verdict).stream()).toList();
  }
}
