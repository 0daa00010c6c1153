package dev.lightspeed.bench.accuracy;

import java.util.List;

/**
 * Fits weights to CPU time: for each group of weights a factor, by which all weights of the group
 * are multiplied.
 *
 * <p>What is minimised is the mean square of the prediction's error in the logarithm, so that twice
 * as long and half as long are equally wrong and long passes weigh no more than short ones, plus
 * {@code ridge} times the mean square of the logarithms of the factors, which holds them near 1: a
 * corpus is small, and a group that it hardly executes must not run away. Factors are at least 0 by
 * being found in the logarithm, and within a bound of 1.
 *
 * <p>One factor after the other is set to its best by golden section, until nothing gets better.
 * Nothing is drawn: the same input gives the same factors.
 */
final class WeightFit {

  /** How far the logarithm of a factor may be from 0: from 1/32 to 32. */
  private static final double BOUND = Math.log(32);

  private static final int MAX_SWEEPS = 500;
  private static final double IMPROVEMENT = 1e-12;
  private static final double PRECISION = 1e-7;
  private static final double GOLDEN = (Math.sqrt(5) - 1) / 2;

  private final double[][] units;
  private final double[] logNs;
  private final double ridge;
  private final double[] logFactors;

  private WeightFit(double[][] units, double[] ns, double ridge) {
    this.units = units;
    this.ridge = ridge;
    this.logNs = new double[ns.length];
    for (int program = 0; program < ns.length; program++) {
      logNs[program] = Math.log(ns[program]);
    }
    this.logFactors = new double[units[0].length];
  }

  /**
   * The outcome.
   *
   * @param factors for each group what its weights are to be multiplied by, above 0; 1 for a group
   *     that was never executed
   * @param nsPerUnit nanoseconds of CPU time a unit with the new weights
   * @param error root of the mean square of the logarithm of predicted / measured
   */
  record Fit(List<Double> factors, double nsPerUnit, double error) {

    /** The predicted nanoseconds of a program that was charged {@code units} by each group. */
    double predictNs(double[] units) {
      double sum = 0;
      for (int group = 0; group < units.length; group++) {
        sum += factors.get(group) * units[group];
      }
      return sum * nsPerUnit;
    }
  }

  /**
   * The best factors.
   *
   * @param units for each program, what each group of weights charges for a pass, at least 0; a
   *     program is charged by one group at least
   * @param ns for each program, the CPU time of a pass, above 0
   * @param ridge how strongly factors are held near 1, at least 0
   * @throws IllegalArgumentException if there is no program, or a figure is out of range
   */
  static Fit fit(double[][] units, double[] ns, double ridge) {
    requireSound(units, ns, ridge);
    WeightFit fit = new WeightFit(units, ns, ridge);
    fit.descend();
    return fit.outcome();
  }

  /**
   * How wrong the prediction is for a program that was not fitted on: each program in turn is left
   * out. Root of the mean square of the logarithm of predicted / measured.
   *
   * @throws IllegalArgumentException as {@link #fit}, and if there is one program only
   */
  static double errorOfTheLeftOut(double[][] units, double[] ns, double ridge) {
    double squares = 0;
    for (int out = 0; out < ns.length; out++) {
      double[][] otherUnits = new double[ns.length - 1][];
      double[] otherNs = new double[ns.length - 1];
      for (int i = 0; i < otherNs.length; i++) {
        otherUnits[i] = units[i < out ? i : i + 1];
        otherNs[i] = ns[i < out ? i : i + 1];
      }
      double error = Math.log(fit(otherUnits, otherNs, ridge).predictNs(units[out]) / ns[out]);
      squares += error * error;
    }
    return Math.sqrt(squares / ns.length);
  }

  /**
   * The ridge with the least {@link #errorOfTheLeftOut}, the first of equals.
   *
   * @param ridges candidates, at least one
   */
  static double bestRidge(double[][] units, double[] ns, List<Double> ridges) {
    double best = ridges.get(0);
    double least = Double.MAX_VALUE;
    for (double ridge : ridges) {
      double error = errorOfTheLeftOut(units, ns, ridge);
      if (error < least) {
        least = error;
        best = ridge;
      }
    }
    return best;
  }

  private void descend() {
    double loss = loss();
    for (int sweep = 0; sweep < MAX_SWEEPS; sweep++) {
      for (int group = 0; group < logFactors.length; group++) {
        if (isExecuted(group)) {
          improve(group);
        }
      }
      double next = loss();
      if (loss - next < IMPROVEMENT) {
        return;
      }
      loss = next;
    }
  }

  private boolean isExecuted(int group) {
    for (double[] program : units) {
      if (program[group] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Golden section within a factor of e on both sides; what was there stays, if it is better. */
  private void improve(int group) {
    double before = logFactors[group];
    double lossBefore = loss();
    double low = Math.max(-BOUND, before - 1);
    double high = Math.min(BOUND, before + 1);
    double left = high - GOLDEN * (high - low);
    double right = low + GOLDEN * (high - low);
    double lossLeft = lossWith(group, left);
    double lossRight = lossWith(group, right);
    while (high - low > PRECISION) {
      if (lossLeft <= lossRight) {
        high = right;
        right = left;
        lossRight = lossLeft;
        left = high - GOLDEN * (high - low);
        lossLeft = lossWith(group, left);
      } else {
        low = left;
        left = right;
        lossLeft = lossRight;
        right = low + GOLDEN * (high - low);
        lossRight = lossWith(group, right);
      }
    }
    if (lossWith(group, (low + high) / 2) >= lossBefore) {
      logFactors[group] = before;
    }
  }

  private double lossWith(int group, double logFactor) {
    logFactors[group] = logFactor;
    return loss();
  }

  private double loss() {
    double[] errors = errors();
    double mean = mean(errors);
    double squares = 0;
    for (double error : errors) {
      squares += (error - mean) * (error - mean);
    }
    double penalty = 0;
    for (double logFactor : logFactors) {
      penalty += logFactor * logFactor;
    }
    return squares / errors.length + ridge * penalty / logFactors.length;
  }

  /** The logarithm of units / ns of each program; the mean is what a unit costs. */
  private double[] errors() {
    double[] errors = new double[units.length];
    for (int program = 0; program < units.length; program++) {
      double sum = 0;
      for (int group = 0; group < logFactors.length; group++) {
        sum += Math.exp(logFactors[group]) * units[program][group];
      }
      errors[program] = Math.log(sum) - logNs[program];
    }
    return errors;
  }

  private Fit outcome() {
    double[] errors = errors();
    double mean = mean(errors);
    double squares = 0;
    for (double error : errors) {
      squares += (error - mean) * (error - mean);
    }
    Double[] factors = new Double[logFactors.length];
    for (int group = 0; group < factors.length; group++) {
      factors[group] = Math.exp(logFactors[group]);
    }
    return new Fit(List.of(factors), Math.exp(-mean), Math.sqrt(squares / errors.length));
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static void requireSound(double[][] units, double[] ns, double ridge) {
    if (units.length == 0 || units.length != ns.length || !(ridge >= 0)) {
      throw new IllegalArgumentException(
          "fit: " + units.length + " programs, " + ns.length + " times, ridge " + ridge);
    }
    for (int program = 0; program < units.length; program++) {
      double sum = 0;
      for (double charged : units[program]) {
        if (!(charged >= 0)) {
          throw new IllegalArgumentException("fit: program " + program + " has " + charged);
        }
        sum += charged;
      }
      if (!(sum > 0) || !(ns[program] > 0) || units[program].length != units[0].length) {
        throw new IllegalArgumentException(
            "fit: program " + program + " has " + sum + " units in " + ns[program] + " ns");
      }
    }
  }
}
