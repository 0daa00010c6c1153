package dev.lightspeed.bench.accuracy;

import java.util.List;
import java.util.function.Predicate;

/**
 * How well units predict CPU time, over some programs.
 *
 * <p>Rank correlations depend on how different the programs are in size: a pass of 5 ms has more
 * units than one of 50 µs whatever a unit is. So there are figures that sizes have no part in, from
 * units per nanosecond alone. If those were equal for all programs, prediction would be perfect.
 *
 * @param programs how many programs
 * @param rank Spearman's rank correlation of units and CPU time over all programs
 * @param rankFitted over those that the weights were fitted on
 * @param rankHeldOut over the others
 * @param minRate the fewest units per nanosecond of a program
 * @param p10Rate one of ten programs has at most this
 * @param medianRate half of the programs have
 * @param p90Rate nine of ten have
 * @param maxRate the most
 * @param errorP50 |predicted / measured - 1| of half of the programs is at most this, where the
 *     prediction is units / {@code medianRate}
 * @param errorP90 the same for nine of ten
 * @param factorP90 nine of ten programs took at most this many times as long as predicted, or as
 *     few
 * @param twiceRight of all pairs of programs, if passes were scaled so that one takes exactly twice
 *     as long as the other, the share in which it has more units too
 */
public record Accuracy(
    int programs,
    double rank,
    double rankFitted,
    double rankHeldOut,
    double minRate,
    double p10Rate,
    double medianRate,
    double p90Rate,
    double maxRate,
    double errorP50,
    double errorP90,
    double factorP90,
    double twiceRight) {

  private static final double TWICE = 2;

  /**
   * The accuracy over {@code samples}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Accuracy of(List<Sample> samples) {
    Ranked rates = Ranked.of(samples.stream().map(Sample::unitsPerNs).toList());
    double median = rates.percentile(50);
    Ranked errors =
        Ranked.of(samples.stream().map(each -> Math.abs(each.unitsPerNs() / median - 1)).toList());
    Ranked factors =
        Ranked.of(
            samples.stream()
                .map(each -> Math.max(each.unitsPerNs() / median, median / each.unitsPerNs()))
                .toList());
    return new Accuracy(
        samples.size(),
        rank(samples, sample -> true),
        rank(samples, Sample::fitted),
        rank(samples, sample -> !sample.fitted()),
        rates.percentile(0),
        rates.percentile(10),
        median,
        rates.percentile(90),
        rates.percentile(100),
        errors.percentile(50),
        errors.percentile(90),
        factors.percentile(90),
        twiceRight(samples));
  }

  private static double rank(List<Sample> samples, Predicate<Sample> which) {
    List<Sample> chosen = samples.stream().filter(which).toList();
    return RankCorrelation.of(
        chosen.stream().mapToDouble(Sample::units).toArray(),
        chosen.stream().mapToDouble(Sample::nsPerPass).toArray());
  }

  private static double twiceRight(List<Sample> samples) {
    long right = 0;
    long pairs = 0;
    for (int longer = 0; longer < samples.size(); longer++) {
      for (int shorter = 0; shorter < samples.size(); shorter++) {
        if (longer != shorter) {
          pairs++;
          double units = TWICE * samples.get(longer).unitsPerNs();
          right += units > samples.get(shorter).unitsPerNs() ? 1 : 0;
        }
      }
    }
    return pairs == 0 ? 1 : (double) right / pairs;
  }
}
