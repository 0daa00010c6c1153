package dev.lightspeed.harness.report;

import static java.util.Objects.requireNonNull;

import dev.lightspeed.harness.text.Range;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The figures of one scenario beyond those of the reference page.
 *
 * @param values each at least 0; all of {@link Figure#details()}
 */
public record Details(SortedMap<Figure, Long> values) {

  private static final long WHOLE_PERMILLE = 1000;

  /**
   * What can be said without the rest of the report; {@link ScenarioReport} checks the others.
   *
   * @throws IllegalArgumentException if a figure is missing or out of range
   */
  public Details {
    values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    if (!values.keySet().equals(new TreeSet<>(Figure.details()))) {
      throw new IllegalArgumentException("details: " + values.keySet() + " are not all of them");
    }
    values.forEach((figure, value) -> Range.requireAtLeast(figure.key(), value, 0));
    requireAtLeast(values, Figure.MAX_LATENCY, Figure.P99_LATENCY);
    requireBetween(values, Figure.AVG_CPU, Figure.MAX_CPU, Figure.TOTAL_CPU);
    for (Figure share : new Figure[] {Figure.CPU_UTILISATION, Figure.LINK_UTILISATION}) {
      Range.require(share.key(), value(values, share), 0, WHOLE_PERMILLE);
    }
  }

  /**
   * The details of a scenario.
   *
   * @throws IllegalArgumentException if a figure is beyond 2^63 - 1
   */
  static Details of(Replayed replayed) {
    SortedMap<Figure, Long> values = new TreeMap<>();
    Figure.details().forEach(figure -> values.put(figure, figure.of(replayed)));
    return new Details(values);
  }

  /**
   * One of them.
   *
   * @throws NullPointerException if it is a figure of the reference page
   */
  public long of(Figure figure) {
    return value(values, figure);
  }

  /** Refuses details that contradict the other figures of their scenario. */
  void requireConsistent(
      long totalEvents, long p95LatencyMs, long avgPayloadBytes, long totalPayloadBytes) {
    Range.requireAtLeast(Figure.P99_LATENCY.key(), of(Figure.P99_LATENCY), p95LatencyMs);
    requireMean(Figure.AVG_CPU, Figure.TOTAL_CPU, totalEvents);
    requireMean(Figure.AVG_ALLOCATED, Figure.TOTAL_ALLOCATED, totalEvents);
    Range.require(
        Figure.MAX_PAYLOAD.key(), of(Figure.MAX_PAYLOAD), avgPayloadBytes, totalPayloadBytes);
  }

  private void requireMean(Figure mean, Figure total, long count) {
    Range.requireEqual(mean.key(), of(mean), Range.ceilDiv(of(total), count));
  }

  private static void requireAtLeast(SortedMap<Figure, Long> values, Figure more, Figure less) {
    Range.requireAtLeast(more.key(), value(values, more), value(values, less));
  }

  private static void requireBetween(
      SortedMap<Figure, Long> values, Figure least, Figure figure, Figure most) {
    Range.require(figure.key(), value(values, figure), value(values, least), value(values, most));
  }

  private static long value(SortedMap<Figure, Long> values, Figure figure) {
    return requireNonNull(values.get(figure));
  }
}
