package dev.lightspeed.harness.report;

import dev.lightspeed.harness.text.Range;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * A report that later ones are held against.
 *
 * @param report its scenarios by label whatever their order in the suite
 * @param eventTypes what each event type cost, by the workload's label, the event types by name:
 *     from it a comparison tells where a figure changed; a workload of which it is not known is not
 *     there
 * @param runtime what ran it, such as {@code Java 17}: for people, nothing is compared with it
 */
public record Baseline(
    Report report, NavigableMap<String, List<EventTypeFigures>> eventTypes, String runtime) {

  /** The figures that the event types of a scenario add up to. */
  private static final List<Figure> TOTALS =
      List.of(
          Figure.TOTAL_PAYLOAD, Figure.TOTAL_PATCH_OPS, Figure.TOTAL_CPU, Figure.TOTAL_ALLOCATED);

  /**
   * Sorts the scenarios.
   *
   * @throws IllegalArgumentException if event types do not add up to the figures of their scenario,
   *     or the runtime is not 1 to 64 printable ASCII characters
   */
  public Baseline {
    if (!runtime.matches("[ -~]{1,64}")) {
      throw new IllegalArgumentException(
          "runtime: '" + runtime + "' is not 1 to 64 printable ASCII characters");
    }
    List<ScenarioReport> sorted = new ArrayList<>(report.scenarios());
    sorted.sort(Comparator.comparing(ScenarioReport::workload));
    report = new Report(report.profile(), sorted, report.meter(), report.uncounted());
    NavigableMap<String, List<EventTypeFigures>> copy = new TreeMap<>();
    for (ScenarioReport scenario : sorted) {
      List<EventTypeFigures> own = eventTypes.get(scenario.workload());
      if (own != null) {
        copy.put(scenario.workload(), requireSum(scenario, own));
      }
    }
    eventTypes = Collections.unmodifiableNavigableMap(copy);
  }

  /** A baseline that tells no event types. */
  public Baseline(Report report, String runtime) {
    this(report, new TreeMap<>(), runtime);
  }

  /**
   * That another runtime wrote it than this one, which may explain a difference; empty if not.
   *
   * @param name what the baseline is called, such as its file
   */
  public Optional<String> remark(String name) {
    String here = BaselineFile.runtime();
    return runtime.equals(here)
        ? Optional.empty()
        : Optional.of(name + " was written on " + runtime + ", this is " + here);
  }

  /** The event types, sorted, which have to add up to the figures of {@code scenario}. */
  static List<EventTypeFigures> requireSum(
      ScenarioReport scenario, List<EventTypeFigures> eventTypes) {
    requireEqual(Figure.TOTAL_EVENTS, scenario, eventTypes, EventTypeFigures::events);
    for (Figure figure : TOTALS) {
      requireEqual(figure, scenario, eventTypes, eventType -> eventType.of(figure).orElseThrow());
    }
    return eventTypes.stream().sorted(Comparator.comparing(EventTypeFigures::eventType)).toList();
  }

  private static void requireEqual(
      Figure figure,
      ScenarioReport scenario,
      List<EventTypeFigures> eventTypes,
      ToLongFunction<EventTypeFigures> part) {
    BigInteger sum = BigInteger.ZERO;
    for (EventTypeFigures eventType : eventTypes) {
      sum = sum.add(BigInteger.valueOf(part.applyAsLong(eventType)));
    }
    Range.requireEqual(figure.key(), figure.of(scenario), Range.exact(figure.key(), sum));
  }
}
