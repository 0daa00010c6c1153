package dev.lightspeed.bench.accuracy;

import dev.lightspeed.meter.MeterMode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * Fits the meter's weights to the fitted half of the corpus, which is all that it looks at: the
 * other half is to check them with, by calibrating again with a meter that has them.
 *
 * <p>For each group of weights the programs are counted with all other weights at 0. What all
 * groups charge must add up to what the meter counts.
 *
 * @param mode what is counted
 * @param weights the table in use
 * @param progress is told what is being done
 */
public record Fitting(
    MeterMode mode, SortedMap<String, Integer> weights, Consumer<String> progress) {

  private static final List<WeightGroup> GROUPS = List.of(WeightGroup.values());

  /** Candidates, of which the one is taken that predicts a program best that was left out. */
  private static final List<Double> RIDGES = List.of(0.003, 0.01, 0.03, 0.1, 0.3, 1.0, 3.0);

  /**
   * How far the sum of all groups may be from the whole. In full mode a few programs never settle,
   * and what the JDK does depends a little on what ran before in the same JVM.
   */
  private static final double TOLERANCE = 0.05;

  /** Keeps the weights unmodifiable. */
  public Fitting {
    weights = Collections.unmodifiableSortedMap(weights);
    WeightGroup.requireComplete(weights.keySet());
  }

  /**
   * Fits to the programs of {@code measured} that are in the fitted half and says what came out.
   *
   * @throws IOException if the corpus cannot be run, or counts do not add up
   */
  public List<String> fit(CorpusMachine machine, ProgramTiming measured)
      throws IOException, InterruptedException {
    List<Sample> samples = measured.samples().stream().filter(Sample::fitted).toList();
    double[][] units = units(machine, samples);
    double[] ns = samples.stream().mapToDouble(Sample::nsPerPass).toArray();
    double ridge = WeightFit.bestRidge(units, ns, RIDGES);
    WeightFit.Fit fit = WeightFit.fit(units, ns, ridge);
    List<String> lines = new ArrayList<>();
    lines.add(
        text(
            "meter %s, JDK %s, fitted half, %d programs, ridge %s",
            measured.meter(), measured.jdk(), samples.size(), ridge));
    lines.add(
        text(
            "typical factor of error: now %.2f, fitted %.2f, for a program left out %.2f",
            Math.exp(errorNow(units, ns)),
            Math.exp(fit.error()),
            Math.exp(WeightFit.errorOfTheLeftOut(units, ns, ridge))));
    lines.add("");
    lines.add(text("%-18s %-17s %7s %9s %8s", "group", "kind", "units", "fitted", "share"));
    for (int group = 0; group < GROUPS.size(); group++) {
      addGroup(lines, GROUPS.get(group), fit.factors().get(group), share(units, group));
    }
    return lines;
  }

  private double[][] units(CorpusMachine machine, List<Sample> samples)
      throws IOException, InterruptedException {
    List<String> names = samples.stream().map(Sample::program).toList();
    double[][] units = new double[names.size()][GROUPS.size()];
    for (int group = 0; group < GROUPS.size(); group++) {
      progress.accept("counting " + word(GROUPS.get(group)) + "...");
      List<CorpusMachine.CountedProgram> counted =
          machine.count(names, mode, GROUPS.get(group).of(weights));
      for (int i = 0; i < units.length; i++) {
        units[i][group] = counted.get(i).units();
      }
    }
    for (int i = 0; i < units.length; i++) {
      double sum = 0;
      for (double charged : units[i]) {
        sum += charged;
      }
      if (Math.abs(sum / samples.get(i).units() - 1) > TOLERANCE) {
        throw new IOException(
            text(
                "%s: all groups of weights charge %.0f units, the meter counts %d",
                samples.get(i).program(), sum, samples.get(i).units()));
      }
    }
    return units;
  }

  private void addGroup(List<String> lines, WeightGroup group, double factor, double share) {
    for (String kind : group.kinds()) {
      boolean first = kind.equals(group.kinds().get(0));
      int weight = weights.getOrDefault(kind, 0);
      lines.add(
          text(
                  "%-18s %-17s %7d %9.2f %8s",
                  first ? word(group) : "",
                  kind,
                  weight,
                  weight * factor,
                  first ? text("%.1f %%", 100 * share) : "")
              .stripTrailing());
    }
  }

  /** The error with the weights as they are: with a ridge that nothing can move against. */
  private static double errorNow(double[][] units, double[] ns) {
    return WeightFit.fit(units, ns, 1e12).error();
  }

  /** The part of a program's units that the group charges, in the mean over programs. */
  private static double share(double[][] units, int group) {
    double share = 0;
    for (double[] program : units) {
      double sum = 0;
      for (double charged : program) {
        sum += charged;
      }
      share += program[group] / sum / units.length;
    }
    return share;
  }

  private static String word(WeightGroup group) {
    return group.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
