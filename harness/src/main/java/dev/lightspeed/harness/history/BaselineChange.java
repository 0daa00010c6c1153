package dev.lightspeed.harness.history;

import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.FigureComparison;
import dev.lightspeed.harness.gate.ScenarioComparison;
import dev.lightspeed.harness.gate.ScenarioComparison.Presence;
import dev.lightspeed.harness.gate.Verdict;
import dev.lightspeed.harness.text.OneLine;
import java.util.List;
import java.util.Optional;

/**
 * What a version changed.
 *
 * @param version the version
 * @param comparison the version beside the last readable one before it, without tolerances; empty
 *     where there is none, or the two cannot be compared
 * @param notes what else is to be said, such as why there is no comparison
 */
public record BaselineChange(
    BaselineVersion version, Optional<Comparison> comparison, List<String> notes) {

  /** Makes the notes harmless lines: names of classes and profiles are in them. */
  public BaselineChange {
    notes = notes.stream().map(OneLine::of).toList();
  }

  /** How many figures became worse, in all scenarios. */
  public long worse() {
    return count(Verdict.FAILED);
  }

  /** How many figures became better, in all scenarios. */
  public long better() {
    return count(Verdict.BETTER);
  }

  /** How many scenarios have become that. */
  public long scenarios(Presence presence) {
    return compared().stream().filter(scenario -> scenario.presence() == presence).count();
  }

  /** The first figure that became worse, as {@code workload.key}. */
  public Optional<String> firstWorse() {
    for (ScenarioComparison scenario : compared()) {
      for (FigureComparison figure : scenario.figures(Verdict.FAILED)) {
        return Optional.of(scenario.workload() + "." + figure.figure().key());
      }
    }
    return Optional.empty();
  }

  private long count(Verdict verdict) {
    return compared().stream().mapToLong(scenario -> scenario.figures(verdict).size()).sum();
  }

  private List<ScenarioComparison> compared() {
    return comparison.map(Comparison::scenarios).orElse(List.of());
  }
}
