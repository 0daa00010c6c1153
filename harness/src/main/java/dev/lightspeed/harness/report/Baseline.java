package dev.lightspeed.harness.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A report that later ones are held against.
 *
 * @param report with details, its scenarios by label whatever their order in the suite
 * @param runtime what ran it, such as {@code Java 17}: for people, nothing is compared with it
 */
public record Baseline(Report report, String runtime) {

  /**
   * Sorts the scenarios.
   *
   * @throws IllegalArgumentException if the report has no details, or the runtime is not 1 to 64
   *     printable ASCII characters
   */
  public Baseline {
    if (!report.hasDetails()) {
      throw new IllegalArgumentException("baseline: the report has no details");
    }
    if (!runtime.matches("[ -~]{1,64}")) {
      throw new IllegalArgumentException(
          "runtime: '" + runtime + "' is not 1 to 64 printable ASCII characters");
    }
    List<ScenarioReport> sorted = new ArrayList<>(report.scenarios());
    sorted.sort(Comparator.comparing(ScenarioReport::workload));
    report = new Report(report.profile(), sorted, report.meter(), report.uncounted());
  }
}
