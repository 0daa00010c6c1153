package dev.lightspeed.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTest {

  @Test
  void isPerfectWhereAllProgramsExecuteTheSameUnitsInANanosecond() {
    Accuracy accuracy = Accuracy.of(samples(5, 5, 5, 5));

    assertThat(accuracy).isEqualTo(new Accuracy(4, 1, 1, 1, 5, 5, 5, 5, 5, 0, 0, 1, 1));
  }

  /** Sizes from 1 to 10,000 ns hide a factor of nine from the ranks, and from nothing else. */
  @Test
  void ranksAreBlindToWhatTheOtherFiguresShow() {
    Accuracy accuracy = Accuracy.of(samples(1, 3, 9, 9));

    assertThat(accuracy.rank()).isEqualTo(1);
    assertThat(accuracy.medianRate()).isEqualTo(3);
    assertThat(accuracy.minRate()).isEqualTo(1);
    assertThat(accuracy.maxRate()).isEqualTo(9);
    assertThat(accuracy.errorP50()).isCloseTo(2 / 3.0, within(1e-12));
    assertThat(accuracy.errorP90()).isEqualTo(2);
    assertThat(accuracy.factorP90()).isEqualTo(3);
  }

  /** Of twelve ordered pairs, 1 against 3, 9, 9 and 3 against 9, 9 fail: the longer has less. */
  @Test
  void countsThePairsInWhichTwiceAsLongIsMoreUnits() {
    assertThat(Accuracy.of(samples(1, 3, 9, 9)).twiceRight()).isCloseTo(7 / 12.0, within(1e-12));
    assertThat(Accuracy.of(samples(1, 2)).twiceRight()).isEqualTo(0.5);
    assertThat(Accuracy.of(samples(1, 1.99)).twiceRight()).isEqualTo(1);
  }

  @Test
  void tellsTheHalvesApart() {
    List<Sample> samples =
        List.of(
            new Sample("a", "f", true, 100, true, 10, 10),
            new Sample("b", "f", true, 200, true, 20, 20),
            new Sample("c", "f", false, 100, true, 20, 20),
            new Sample("d", "f", false, 200, true, 10, 10));

    assertThat(Accuracy.of(samples).rankFitted()).isEqualTo(1);
    assertThat(Accuracy.of(samples).rankHeldOut()).isEqualTo(-1);
  }

  @Test
  void percentilesAreByNearestRank() {
    Ranked ranked = Ranked.of(List.of(4.0, 1.0, 3.0, 2.0));

    assertThat(ranked.percentile(0)).isEqualTo(1);
    assertThat(ranked.percentile(50)).isEqualTo(2);
    assertThat(ranked.percentile(51)).isEqualTo(3);
    assertThat(ranked.percentile(90)).isEqualTo(4);
    assertThatThrownBy(() -> Ranked.of(List.of()))
        .hasMessage("values: none, expected at least one");
  }

  @Test
  void aProgramThatCountsNothingIsRefused() {
    assertThatThrownBy(() -> new Sample("idle", "f", true, 5, true, 0, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("idle: 5 ns, 0 and 0 units, each must be at least 1");
  }

  /** Passes of 1,000, 10,000, … ns; every other one is fitted. */
  private static List<Sample> samples(double... unitsPerNs) {
    List<Sample> samples = new ArrayList<>();
    long ns = 1_000;
    for (double rate : unitsPerNs) {
      long units = Math.round(ns * rate);
      boolean fitted = samples.size() % 2 == 0;
      samples.add(new Sample("p" + samples.size(), "f", fitted, ns, true, units, units));
      ns *= 10;
    }
    return samples;
  }
}
