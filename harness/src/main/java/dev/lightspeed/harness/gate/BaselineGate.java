package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a report against an earlier one of the same code's scenarios. Figures are exact, so every
 * difference is real: what is worse than tolerated fails, what is better passes and is told.
 */
public final class BaselineGate {

  private static final String AGAIN = "write it again with 'lightspeed update'";

  private BaselineGate() {}

  /**
   * Puts {@code report} and {@code baseline} side by side.
   *
   * @param name what the baseline is called, such as its file
   * @throws InputException if the two were counted by different meters or replayed on different
   *     profiles
   */
  public static Comparison compare(
      String name, Report report, Report baseline, Tolerances tolerances) {
    return compare(
        name, report, Collections.emptyMap(), baseline, Collections.emptyMap(), tolerances);
  }

  /**
   * The same, which also tells the event types that figures changed with.
   *
   * @param eventTypes what each event type cost now, by the workload's label; one of which it is
   *     not known is not there
   * @throws InputException if the two were counted by different meters or replayed on different
   *     profiles
   */
  public static Comparison compare(
      String name,
      Report report,
      Map<String, List<EventTypeFigures>> eventTypes,
      Baseline baseline,
      Tolerances tolerances) {
    return compare(name, report, eventTypes, baseline.report(), baseline.eventTypes(), tolerances);
  }

  private static Comparison compare(
      String name,
      Report report,
      Map<String, List<EventTypeFigures>> eventTypes,
      Report baseline,
      Map<String, List<EventTypeFigures>> typesBefore,
      Tolerances tolerances) {
    requireComparable(name, baseline, report.meter(), report.profile());
    Map<String, ScenarioReport> left = new LinkedHashMap<>();
    baseline.scenarios().forEach(scenario -> left.put(scenario.workload(), scenario));
    List<ScenarioComparison> scenarios = new ArrayList<>();
    for (ScenarioReport now : report.scenarios()) {
      String label = now.workload();
      scenarios.add(
          ScenarioComparison.of(
              Optional.ofNullable(left.remove(label)),
              now,
              new EventTypeComparison(
                  typesBefore.getOrDefault(label, List.of()),
                  eventTypes.getOrDefault(label, List.of())),
              tolerances));
    }
    for (ScenarioReport before : left.values()) {
      scenarios.add(ScenarioComparison.gone(before));
    }
    return new Comparison(
        name,
        scenarios,
        without(report.uncounted(), baseline.uncounted()),
        without(baseline.uncounted(), report.uncounted()));
  }

  /**
   * Refuses a baseline that cannot be compared with what {@code meter} counts and {@code profile}
   * replays; to be called before anything is run for it, too.
   *
   * @param name what the baseline is called in the error, such as its file
   * @throws InputException if it cannot
   */
  public static void requireComparable(
      String name, Report baseline, String meter, Profile profile) {
    if (!baseline.meter().equals(meter)) {
      throw new InputException(
          name
              + ": counted with "
              + baseline.meter()
              + ", this run with "
              + meter
              + ", and the two cannot be compared: "
              + AGAIN);
    }
    if (!baseline.profile().equals(profile)) {
      throw new InputException(
          name
              + ": replayed on profile "
              + baseline.profile().inWords()
              + ", this run on "
              + profile.inWords()
              + ", and the two cannot be compared: give the same profile, or "
              + AGAIN);
    }
  }

  private static List<String> without(List<String> all, List<String> others) {
    return all.stream().filter(each -> !others.contains(each)).toList();
  }
}
