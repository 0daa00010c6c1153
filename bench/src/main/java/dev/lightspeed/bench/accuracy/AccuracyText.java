package dev.lightspeed.bench.accuracy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A measurement as people read it, in lines of at most 80 columns. */
public final class AccuracyText {

  private static final int FEWEST_PER_HALF = 3;

  private AccuracyText() {}

  /** The table of programs and what follows from it. */
  public static List<String> lines(ProgramTiming measured, Accuracy accuracy) {
    List<String> lines = new ArrayList<>();
    lines.add("meter " + measured.meter() + ", JDK " + measured.jdk());
    lines.add("");
    lines.add(row("", "", "", "CPU ns", "units", "units"));
    lines.add(row("program", "family", "half", "/pass", "/pass", "/ns"));
    for (Sample sample : measured.samples()) {
      lines.add(
          row(
              sample.program(),
              sample.family(),
              sample.fitted() ? "fit" : "out",
              number("%,d", sample.nsPerPass()),
              number("%,d", sample.units()),
              rate(sample.unitsPerNs())));
    }
    if (ranksMeanSomething(measured.samples())) {
      lines.add("");
      lines.addAll(summary(accuracy));
    }
    lines.addAll(caveats(measured.samples()));
    return lines;
  }

  /** A table of calls: where units per nanosecond are few, the price is low. */
  public static List<String> calls(ProgramTiming measured) {
    List<Double> rates = measured.samples().stream().map(Sample::unitsPerNs).toList();
    double median = Ranked.of(rates).percentile(50);
    List<String> lines = new ArrayList<>();
    lines.add("meter " + measured.meter() + ", JDK " + measured.jdk());
    lines.add("");
    lines.add(row("", "", "", "CPU ns", "units", "of the"));
    lines.add(row("call", "family", "", "/pass", "/pass", "median"));
    for (Sample sample : measured.samples()) {
      lines.add(
          row(
              sample.program(),
              sample.family(),
              "",
              number("%,d", sample.nsPerPass()),
              number("%,d", sample.units()),
              number("x%.2f", sample.unitsPerNs() / median)));
    }
    lines.add("");
    lines.add("median " + rate(median) + " units/ns");
    return lines;
  }

  private static boolean ranksMeanSomething(List<Sample> samples) {
    long fitted = samples.stream().filter(Sample::fitted).count();
    return fitted >= FEWEST_PER_HALF && samples.size() - fitted >= FEWEST_PER_HALF;
  }

  private static List<String> summary(Accuracy accuracy) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "rank correlation of units and CPU time (Spearman), " + accuracy.programs() + " programs");
    lines.add(
        number(
            "  all %.4f, fitted half %.4f, held-out half %.4f",
            down(accuracy.rank()), down(accuracy.rankFitted()), down(accuracy.rankHeldOut())));
    lines.add("units per ns");
    lines.add(
        "  least "
            + rate(accuracy.minRate())
            + ", p10 "
            + rate(accuracy.p10Rate())
            + ", median "
            + rate(accuracy.medianRate())
            + ", p90 "
            + rate(accuracy.p90Rate())
            + ", most "
            + rate(accuracy.maxRate()));
    lines.add(number("  p90 is %,.1f times p10", accuracy.p90Rate() / accuracy.p10Rate()));
    lines.add("error of CPU time predicted from units at the median rate");
    lines.add(
        number(
            "  at most %,.0f %% for half of the programs, %,.0f %% for nine of ten",
            Math.ceil(100 * accuracy.errorP50()), Math.ceil(100 * accuracy.errorP90())));
    lines.add("whatever the size of the passes");
    lines.add(
        number(
            "  nine of ten programs are predicted within a factor of %,.2f",
            Math.ceil(100 * accuracy.factorP90()) / 100));
    lines.add(
        number(
            "  of two, the one that takes twice as long has more units in %.0f %% of all pairs",
            Math.floor(100 * accuracy.twiceRight())));
    return lines;
  }

  private static List<String> caveats(List<Sample> samples) {
    List<String> lines = new ArrayList<>();
    for (Sample sample : samples) {
      if (!sample.settled()) {
        lines.add(
            number(
                "not settled: %s counts %,d units in the next pass (%.4f %% apart)",
                sample.program(), sample.unitsAgain(), 100 * sample.spread()));
      }
      if (!sample.steady()) {
        lines.add("not steady: " + sample.program() + " was still getting faster when timed");
      }
    }
    return lines;
  }

  /** A correlation, rounded so that no limit is met by rounding. */
  private static double down(double correlation) {
    return Math.floor(10_000 * correlation) / 10_000;
  }

  private static String rate(double unitsPerNs) {
    return number(unitsPerNs < 0.1 ? "%.4f" : "%.2f", unitsPerNs);
  }

  private static String row(
      String program, String family, String half, String ns, String units, String rate) {
    return String.format(
        Locale.ROOT, "%-22s %-11s %-4s %11s %12s %8s", program, family, half, ns, units, rate);
  }

  private static String number(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
