package dev.lightspeed.harness.report;

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
 * @param kinds what each kind of event cost, by the workload's label, the kinds by name: from it a
 *     comparison tells where a figure changed; a workload of which it is not known is not there
 * @param runtime what ran it, such as {@code Java 17}: for people, nothing is compared with it
 */
public record Baseline(
    Report report, NavigableMap<String, List<KindFigures>> kinds, String runtime) {

  /** The figures that the kinds of a scenario add up to. */
  private static final List<Figure> TOTALS =
      List.of(
          Figure.TOTAL_PAYLOAD, Figure.TOTAL_PATCH_OPS, Figure.TOTAL_CPU, Figure.TOTAL_ALLOCATED);

  /**
   * Sorts the scenarios.
   *
   * @throws IllegalArgumentException if kinds do not add up to the figures of their scenario, or
   *     the runtime is not 1 to 64 printable ASCII characters
   */
  public Baseline {
    if (!runtime.matches("[ -~]{1,64}")) {
      throw new IllegalArgumentException(
          "runtime: '" + runtime + "' is not 1 to 64 printable ASCII characters");
    }
    List<ScenarioReport> sorted = new ArrayList<>(report.scenarios());
    sorted.sort(Comparator.comparing(ScenarioReport::workload));
    report = new Report(report.profile(), sorted, report.meter(), report.uncounted());
    NavigableMap<String, List<KindFigures>> copy = new TreeMap<>();
    for (ScenarioReport scenario : sorted) {
      List<KindFigures> own = kinds.get(scenario.workload());
      if (own != null) {
        copy.put(scenario.workload(), requireSum(scenario, own));
      }
    }
    kinds = Collections.unmodifiableNavigableMap(copy);
  }

  /** A baseline that tells no kinds of events. */
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

  /** The kinds, sorted, which have to add up to the figures of {@code scenario}. */
  static List<KindFigures> requireSum(ScenarioReport scenario, List<KindFigures> kinds) {
    requireEqual(Figure.TOTAL_EVENTS, scenario, kinds, KindFigures::events);
    for (Figure figure : TOTALS) {
      requireEqual(figure, scenario, kinds, kind -> kind.of(figure).orElseThrow());
    }
    return kinds.stream().sorted(Comparator.comparing(KindFigures::kind)).toList();
  }

  private static void requireEqual(
      Figure figure,
      ScenarioReport scenario,
      List<KindFigures> kinds,
      ToLongFunction<KindFigures> part) {
    BigInteger sum = BigInteger.ZERO;
    for (KindFigures kind : kinds) {
      sum = sum.add(BigInteger.valueOf(part.applyAsLong(kind)));
    }
    Range.requireEqual(figure.key(), figure.of(scenario), Range.exact(figure.key(), sum));
  }
}
