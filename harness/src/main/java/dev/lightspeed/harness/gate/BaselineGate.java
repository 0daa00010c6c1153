package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.BaselineResult.CoverageChange;
import dev.lightspeed.harness.gate.BaselineResult.FigureChange;
import dev.lightspeed.harness.gate.BaselineResult.ScenarioChange;
import dev.lightspeed.harness.gate.BaselineResult.ScenarioChange.Change;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Holds a report against an earlier one of the same code's scenarios. Figures are exact, so every
 * difference is real: what is worse than tolerated fails, what is better passes and is told.
 */
public final class BaselineGate {

  private static final String AGAIN = "write the baseline again with 'lightspeed run --out'";

  private BaselineGate() {}

  /**
   * Compares without any tolerance, see {@link #evaluate(Report, Report, Map)}.
   *
   * @throws InputException if the two cannot be compared
   */
  public static List<BaselineResult> evaluate(Report report, Report baseline) {
    return evaluate(report, baseline, Collections.emptyMap());
  }

  /**
   * Every difference, those of scenarios in the order of the report, then those that only the
   * baseline has, then classes that are not counted in both; empty if there is none.
   *
   * @param tolerances by how much figures may be worse; those that are not there, not at all
   * @throws InputException if the two were counted by different meters or replayed on different
   *     profiles
   */
  public static List<BaselineResult> evaluate(
      Report report, Report baseline, Map<Figure, Tolerance> tolerances) {
    requireComparable("baseline", baseline, report.meter(), report.profile());
    if (baseline.hasDetails() != report.hasDetails()) {
      throw new InputException(
          "baseline: only one of the two reports has details, and the two cannot be compared: "
              + AGAIN);
    }
    Map<Figure, Tolerance> tolerated = new EnumMap<>(Figure.class);
    tolerated.putAll(tolerances);
    Map<String, ScenarioReport> left = new LinkedHashMap<>();
    baseline.scenarios().forEach(scenario -> left.put(scenario.workload(), scenario));
    List<BaselineResult> results = new ArrayList<>();
    for (ScenarioReport scenario : report.scenarios()) {
      ScenarioReport before = left.remove(scenario.workload());
      if (before == null) {
        results.add(added(scenario));
      } else if (!size(before).equals(size(scenario))) {
        results.add(resized(before, scenario));
      } else {
        addFigures(results, before, scenario, tolerated);
      }
    }
    left.values().forEach(scenario -> results.add(removed(scenario)));
    addCoverage(results, report, baseline);
    return List.copyOf(results);
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
              + inWords(baseline.profile())
              + ", this run on "
              + inWords(profile)
              + ", and the two cannot be compared: give the same --profile, or "
              + AGAIN);
    }
  }

  private static void addFigures(
      List<BaselineResult> results,
      ScenarioReport before,
      ScenarioReport now,
      Map<Figure, Tolerance> tolerances) {
    for (Figure figure : Figure.values()) {
      if (figure.of(before).isPresent() && figure.of(now).isPresent()) {
        long baseline = figure.of(before).getAsLong();
        long observed = figure.of(now).getAsLong();
        long limit = tolerances.getOrDefault(figure, Tolerance.none()).limit(figure, baseline);
        if (observed != baseline) {
          results.add(new FigureChange(now.workload(), figure, baseline, observed, limit));
        }
      }
    }
  }

  private static void addCoverage(List<BaselineResult> results, Report report, Report baseline) {
    for (String uncounted : report.uncounted()) {
      if (!baseline.uncounted().contains(uncounted)) {
        results.add(new CoverageChange(uncounted, true));
      }
    }
    for (String uncounted : baseline.uncounted()) {
      if (!report.uncounted().contains(uncounted)) {
        results.add(new CoverageChange(uncounted, false));
      }
    }
  }

  private static ScenarioChange added(ScenarioReport scenario) {
    return change(
        scenario, Change.ADDED, "is not in the baseline (" + size(scenario) + "): add it there");
  }

  private static ScenarioChange removed(ScenarioReport scenario) {
    return change(
        scenario,
        Change.REMOVED,
        "is in the baseline (" + size(scenario) + ") and was not run: run it, or remove it there");
  }

  private static ScenarioChange resized(ScenarioReport before, ScenarioReport now) {
    return change(
        now,
        Change.RESIZED,
        "ran "
            + size(now)
            + ", its baseline is for "
            + size(before)
            + ": run it at that size, or change it there");
  }

  private static ScenarioChange change(ScenarioReport scenario, Change change, String what) {
    return new ScenarioChange(
        scenario.workload(),
        change,
        scenario.workload() + ": " + what + " with 'lightspeed run --out'");
  }

  private static String size(ScenarioReport scenario) {
    return scenario.sessionCount() + " sessions × " + scenario.eventsPerSession() + " events";
  }

  private static String inWords(Profile profile) {
    return profile.name()
        + " ("
        + profile.cpuUnits()
        + " CPU units/ms, "
        + profile.ioUnits()
        + " B/ms, "
        + profile.memoryUnits()
        + " KiB)";
  }
}
