package dev.lightspeed.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class RankCorrelationTest {

  @Test
  void isOneForTheSameOrderWhateverTheValues() {
    assertThat(RankCorrelation.of(new double[] {1, 5, 2, 9}, new double[] {1e-9, 7, 0.5, 1e12}))
        .isEqualTo(1);
  }

  @Test
  void isMinusOneForTheOppositeOrder() {
    assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4}, new double[] {9, 8, 3, 1}))
        .isEqualTo(-1);
  }

  /** With d the differences of the ranks, 1 - 6 Σd² / (n (n² - 1)) = 1 - 6 × 8 / (5 × 24). */
  @Test
  void isTheTextbooksValueWithoutTies() {
    assertThat(RankCorrelation.of(new double[] {1, 2, 3, 4, 5}, new double[] {2, 1, 5, 3, 4}))
        .isCloseTo(0.6, within(1e-12));
  }

  /** Ranks 0, 1.5, 1.5, 3 against 0, 1, 2, 3: 4.5 / √(4.5 × 5). */
  @Test
  void equalValuesShareTheMeanOfTheirRanks() {
    assertThat(RankCorrelation.of(new double[] {1, 2, 2, 3}, new double[] {1, 2, 3, 4}))
        .isCloseTo(4.5 / Math.sqrt(4.5 * 5), within(1e-12));
  }

  @Test
  void isZeroWhereNothingIsOrdered() {
    assertThat(RankCorrelation.of(new double[] {1, 1, 1}, new double[] {1, 2, 3})).isZero();
    assertThat(RankCorrelation.of(new double[] {}, new double[] {})).isZero();
  }

  @Test
  void refusesListsThatDoNotBelongTogether() {
    assertThatThrownBy(() -> RankCorrelation.of(new double[] {1}, new double[] {1, 2}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("1 values and 2 values");
  }
}
