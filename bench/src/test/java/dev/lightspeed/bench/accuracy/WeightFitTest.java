package dev.lightspeed.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.lightspeed.harness.workload.SplitMix64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeightFitTest {

  private static final double[] TRUE_FACTORS = {1, 4, 0.25, 2};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void findsTheFactorsThatMadeTheTimes(long seed) {
    double[][] units = units(seed, 20);
    WeightFit.Fit fit = WeightFit.fit(units, times(units, 0, seed), 0);

    assertThat(fit.error()).isLessThan(1e-4);
    for (int group = 0; group < TRUE_FACTORS.length; group++) {
      // The scale is free without a ridge: what a unit costs takes it up.
      assertThat(fit.factors().get(group) * fit.nsPerUnit())
          .isCloseTo(TRUE_FACTORS[group] / 3, within(0.01 * TRUE_FACTORS[group]));
    }
  }

  @Test
  void aGroupThatIsNeverExecutedStaysAsItIs() {
    double[][] units = {{1, 0}, {2, 0}, {3, 0}};

    WeightFit.Fit fit = WeightFit.fit(units, new double[] {10, 20, 30}, 0.1);

    assertThat(fit.factors()).containsExactly(1.0, 1.0);
    assertThat(fit.nsPerUnit()).isCloseTo(10, within(1e-9));
    assertThat(fit.error()).isCloseTo(0, within(1e-9));
  }

  @Test
  void whatIsRightAlreadyStaysAsItIs() {
    double[][] units = units(7, 12);
    double[] ns = new double[units.length];
    for (int i = 0; i < ns.length; i++) {
      for (double charged : units[i]) {
        ns[i] += charged / 5;
      }
    }
    WeightFit.Fit fit = WeightFit.fit(units, ns, 0.01);

    assertThat(fit.factors()).allSatisfy(factor -> assertThat(factor).isCloseTo(1, within(1e-3)));
    assertThat(fit.nsPerUnit()).isCloseTo(0.2, within(1e-3));
  }

  /** Ten times the ridge never takes the factors further from 1. */
  @Test
  void aRidgeHoldsTheFactorsNearOne() {
    double[][] units = units(11, 10);
    double[] ns = times(units, 0.3, 11);
    double last = Double.MAX_VALUE;
    for (double ridge : new double[] {0.001, 0.01, 0.1, 1, 10}) {
      double distance = 0;
      for (double factor : WeightFit.fit(units, ns, ridge).factors()) {
        distance += Math.log(factor) * Math.log(factor);
      }
      assertThat(distance).isLessThan(last);
      last = distance;
    }
    assertThat(last).isLessThan(0.01);
  }

  @Test
  void nothingRunsAwayBeyondItsBound() {
    double[][] units = {{1, 1}, {1, 1000}};

    assertThat(WeightFit.fit(units, new double[] {5, 5}, 0).factors())
        .allSatisfy(factor -> assertThat(factor).isBetween(1 / 32.001, 32.001));
  }

  @Test
  void leavingOutShowsAFitByChance() {
    double[][] units = units(13, 8);
    double[] ns = times(units, 0.8, 13);
    double fitted = WeightFit.fit(units, ns, 1e-6).error();

    assertThat(WeightFit.errorOfTheLeftOut(units, ns, 1e-6)).isGreaterThan(1.2 * fitted);
  }

  @Test
  void theBestRidgeIsSmallForCleanTimesAndLargeForNoise() {
    List<Double> ridges = List.of(1e-6, 1e-3, 10.0);
    double[][] units = units(17, 12);
    double[] noise = new double[units.length];
    SplitMix64 random = new SplitMix64(17);
    for (int i = 0; i < noise.length; i++) {
      noise[i] = 1 + random.below(1_000_000);
    }

    assertThat(WeightFit.bestRidge(units, times(units, 0, 17), ridges)).isEqualTo(1e-6);
    assertThat(WeightFit.bestRidge(units, noise, ridges)).isEqualTo(10);
  }

  @Test
  void theSameInputGivesTheSameFactors() {
    double[][] units = units(19, 15);
    double[] ns = times(units, 0.2, 19);

    assertThat(WeightFit.fit(units, ns, 0.01)).isEqualTo(WeightFit.fit(units, ns, 0.01));
  }

  @Test
  void refusesWhatCannotBeFitted() {
    assertThatThrownBy(() -> WeightFit.fit(new double[0][], new double[0], 0))
        .hasMessage("fit: 0 programs, 0 times, ridge 0.0");
    assertThatThrownBy(() -> WeightFit.fit(new double[][] {{1}}, new double[] {1}, -1))
        .hasMessage("fit: 1 programs, 1 times, ridge -1.0");
    assertThatThrownBy(() -> WeightFit.fit(new double[][] {{-1}}, new double[] {1}, 0))
        .hasMessage("fit: program 0 has -1.0");
    assertThatThrownBy(() -> WeightFit.fit(new double[][] {{0}}, new double[] {1}, 0))
        .hasMessage("fit: program 0 has 0.0 units in 1.0 ns");
    assertThatThrownBy(() -> WeightFit.fit(new double[][] {{1}}, new double[] {0}, 0))
        .hasMessage("fit: program 0 has 1.0 units in 0.0 ns");
  }

  /** Programs of all sizes, each with a mixture of its own. */
  private static double[][] units(long seed, int programs) {
    SplitMix64 random = new SplitMix64(seed);
    double[][] units = new double[programs][TRUE_FACTORS.length];
    for (double[] program : units) {
      double size = Math.pow(10, 2 + random.below(300) / 100.0);
      for (int group = 0; group < program.length; group++) {
        program[group] = size * random.below(1_000) / 1_000.0;
      }
      program[0] += 1;
    }
    return units;
  }

  /** What the true factors take, at a third of a nanosecond a unit, give or take some noise. */
  private static double[] times(double[][] units, double noise, long seed) {
    SplitMix64 random = new SplitMix64(seed + 1000);
    double[] ns = new double[units.length];
    for (int i = 0; i < ns.length; i++) {
      for (int group = 0; group < TRUE_FACTORS.length; group++) {
        ns[i] += TRUE_FACTORS[group] * units[i][group] / 3;
      }
      ns[i] *= Math.exp(noise * (random.below(2_001) / 1_000.0 - 1));
    }
    return ns;
  }
}
