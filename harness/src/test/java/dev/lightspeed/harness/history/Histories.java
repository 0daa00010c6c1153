package dev.lightspeed.harness.history;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.git.Commit;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.Details;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Histories of a shop's baseline, commit by commit, a day each. */
public final class Histories {

  public static final Profile PROFILE = new Profile("pinned", 6000, 200, 1_048_576);
  public static final String METER = "portable/2";

  private static final long DAY = 24 * 60 * 60;

  private Histories() {}

  /** The commit of the day {@code number} of 2026, from 1. */
  public static Commit commit(int number, String subject) {
    String hash = "%02d%s".formatted(number, "abcdef0".repeat(6).substring(0, 38));
    return new Commit(hash, 1_767_225_600 + (number - 1) * DAY + 1, subject);
  }

  /** A scenario of 10 sessions of 10 events, each of so many bytes. */
  public static ScenarioReport scenario(String label, long payload) {
    return scenario(label, 10, payload, 1000);
  }

  /** The same with other sessions, and events per second. */
  public static ScenarioReport scenario(String label, int sessions, long payload, long throughput) {
    long events = 10L * sessions;
    Details details = Reports.details(1, 1, events, 1, 1, events, 1, payload, 1, 1, 1, 100, 100);
    return new ScenarioReport(
        label,
        sessions,
        10,
        events,
        1,
        1,
        payload * events,
        payload,
        events,
        1,
        1,
        1,
        throughput,
        details);
  }

  /** A baseline of scenarios. */
  public static Baseline baseline(ScenarioReport... scenarios) {
    return baseline(METER, PROFILE, scenarios);
  }

  /** A baseline by another meter, or on another profile. */
  public static Baseline baseline(String meter, Profile profile, ScenarioReport... scenarios) {
    return new Baseline(new Report(profile, List.of(scenarios), meter, List.of()), "Java 17");
  }

  /** The version of the day {@code number}. */
  public static BaselineVersion version(int number, Baseline baseline) {
    return new BaselineVersion(
        Optional.of(commit(number, "Change " + number)), new BaselineContent.Present(baseline));
  }

  /** The whole history of these versions. */
  public static BaselineHistory of(BaselineVersion... versions) {
    return new BaselineHistory("b.json", Optional.empty(), List.of(versions), false);
  }

  /** How the payload of one scenario went: a value a commit. */
  public static FigureHistory payloads(long... values) {
    List<BaselineVersion> versions = new ArrayList<>();
    for (long value : values) {
      versions.add(version(versions.size() + 1, baseline(scenario("cart", value))));
    }
    return of(versions.toArray(new BaselineVersion[0])).figure("cart", Figure.AVG_PAYLOAD);
  }
}
