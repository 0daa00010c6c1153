package dev.lightspeed.junit;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Details;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports to assert on. */
final class Reports {

  static final Profile PROFILE = new Profile("pinned", 6_000, 200, 1_000);
  static final String METER = "portable/2";

  static final ScenarioReport CHECKOUT = checkout(412);

  static final ScenarioReport CATALOGUE =
      new ScenarioReport(
          "catalogue",
          10,
          10,
          100,
          7,
          19,
          1_900,
          19,
          200,
          2,
          3,
          29,
          4321,
          details(23, 40, 210_001, 2_101, 3_000, 48_000, 480, 24, 900, 400, 5_000, 438, 80));

  static final Report REPORT = of(CHECKOUT, CATALOGUE);

  private Reports() {}

  /** A report of {@code scenarios}. */
  static Report of(ScenarioReport... scenarios) {
    return new Report(PROFILE, List.of(scenarios), METER, List.of());
  }

  /** The checkout with frames of so many bytes. */
  static ScenarioReport checkout(long avgPayloadBytes) {
    return new ScenarioReport(
        "checkout",
        50,
        40,
        2_000,
        1,
        2,
        2_000 * avgPayloadBytes,
        avgPayloadBytes,
        3_000,
        2,
        6,
        280,
        900,
        details(3, 4, 2_000_000, 1_000, 1_200, 200_000, 100, 500, 700, 40, 2_000, 600, 11));
  }

  /** Details with these values, in the order of the figures. */
  private static Details details(long... values) {
    SortedMap<Figure, Long> details = new TreeMap<>();
    Figure[] all = Figure.values();
    for (int i = 0; i < values.length; i++) {
      details.put(all[all.length - values.length + i], values[i]);
    }
    return new Details(details);
  }
}
