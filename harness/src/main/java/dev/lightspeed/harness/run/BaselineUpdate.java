package dev.lightspeed.harness.run;

import dev.lightspeed.harness.file.AtomicFile;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.InputFile;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a run makes of a baseline.
 *
 * @param file the baseline's
 * @param before what was in it; empty if it was not there, or was damaged
 * @param now what is to be in it
 */
public record BaselineUpdate(Path file, Optional<Baseline> before, Baseline now) {

  /**
   * A baseline that is to be replaced.
   *
   * @param file where it is
   * @param content what is in it; empty if it is not there, or is damaged
   * @param damage why it cannot be read, if it is damaged; it is replaced all the same
   */
  public record Old(Path file, Optional<Baseline> content, Optional<String> damage) {

    /**
     * Reads it.
     *
     * @param plan what is run for its replacement
     * @throws InputException if the file is something else than a baseline, or what {@code plan}
     *     leaves out cannot be kept, because it was counted or replayed in another way
     */
    public static Old read(Path file, Plan plan) {
      if (!Files.exists(file)) {
        return new Old(file, Optional.empty(), Optional.empty());
      }
      Baseline content;
      try {
        content = BaselineFile.read(file);
      } catch (InputException e) {
        if (!BaselineFile.wasBaseline(InputFile.text(file))) {
          throw new InputException(
              file + ": is no baseline, and is not replaced: name another file, or remove it first",
              e);
        }
        return new Old(file, Optional.empty(), Optional.of(String.valueOf(e.getMessage())));
      }
      if (!plan.notAsked().isEmpty()) {
        plan.requireComparable("--workload: " + file, content);
      }
      return new Old(file, Optional.of(content), Optional.empty());
    }

    /** Puts what {@code outcome} found in its place, and keeps what {@code plan} left out. */
    public BaselineUpdate with(Plan plan, Outcome outcome) {
      Report report = merged(outcome.report(), plan.notAsked());
      Baseline now =
          new Baseline(report, eventTypes(outcome.counted(), report), BaselineFile.runtime());
      return new BaselineUpdate(file, content, now);
    }

    private Report merged(Report report, Set<String> kept) {
      List<ScenarioReport> scenarios = new ArrayList<>(report.scenarios());
      Set<String> uncounted = new TreeSet<>(report.uncounted());
      if (content.isPresent() && !kept.isEmpty()) {
        content.get().report().scenarios().stream()
            .filter(scenario -> kept.contains(scenario.workload()))
            .forEach(scenarios::add);
        uncounted.addAll(content.get().report().uncounted());
      }
      return new Report(report.profile(), scenarios, report.meter(), List.copyOf(uncounted));
    }

    /** Those that were counted, and the old ones of scenarios that are as they were. */
    private NavigableMap<String, List<EventTypeFigures>> eventTypes(
        Counted counted, Report report) {
      NavigableMap<String, List<EventTypeFigures>> eventTypes = new TreeMap<>(counted.eventTypes());
      content.ifPresent(
          old ->
              old.report().scenarios().stream()
                  .filter(report.scenarios()::contains)
                  .map(ScenarioReport::workload)
                  .filter(old.eventTypes()::containsKey)
                  .forEach(label -> eventTypes.putIfAbsent(label, old.eventTypes().get(label))));
      return eventTypes;
    }
  }

  /** Whether there is nothing to write. */
  public boolean isSame() {
    return before.isPresent()
        && before.get().eventTypes().equals(now.eventTypes())
        && comparison().filter(Comparison::isSame).isPresent();
  }

  /** Both side by side; empty if there was none before, or no figure of it is comparable. */
  public Optional<Comparison> comparison() {
    return before
        .filter(old -> old.report().meter().equals(now.report().meter()))
        .filter(old -> old.report().profile().equals(now.report().profile()))
        .map(
            old ->
                BaselineGate.compare(
                    file.toString(), now.report(), now.eventTypes(), old, Tolerances.none()));
  }

  /** Writes the file, whole or not at all. */
  public void write() {
    AtomicFile.write(file, BaselineFile.write(now));
  }
}
