package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtraWorkTest {

  @Test
  void whatIsOwedBeyondWholeTurnsIsCarriedFromEventToEvent() {
    // 0.1 % of 6,000 units is 6 units, and a turn costs 16: the third event is the first to burn.
    Costs costs = Costs.of(16, new long[][] {{6_000, 6_000, 6_000, 6_000, 6_000, 6_000}});

    assertThat(ExtraWork.of(costs, 1).ofSession(0)).containsExactly(0, 0, 1, 0, 0, 1);
  }

  @Test
  void andFromSessionToSession() {
    Costs costs = Costs.of(16, new long[][] {{6_000, 6_000}, {6_000, 6_000}, {6_000, 6_000}});
    ExtraWork extra = ExtraWork.of(costs, 1);

    assertThat(extra.ofSession(0)).containsExactly(0, 0);
    assertThat(extra.ofSession(1)).containsExactly(1, 0);
    assertThat(extra.ofSession(2)).containsExactly(0, 1);
  }

  @Test
  void anEventOfWhichTheShareIsLessThanABytecodeStillAddsUp() {
    long[][] units = new long[1][10_000];
    Arrays.fill(units[0], 60);

    // 0.1 % of 600,000 units are 600, which are 37 turns of 16 and 8 units that are still owed.
    assertThat(ExtraWork.of(Costs.of(16, units), 1).total()).isEqualTo(37);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 10, 50, 200, 1_000, 3_333})
  void theTotalIsTheShareToLessThanOneTurn(int permille) {
    SplitMix64 random = SplitMix64.forSession("extra_work", permille);
    for (int round = 0; round < 100; round++) {
      long[][] units = new long[1 + random.below(5)][1 + random.below(50)];
      for (long[] session : units) {
        Arrays.setAll(session, event -> random.below(100_000));
      }
      Costs costs = Costs.of(1 + random.below(40), units);
      long extra = ExtraWork.of(costs, permille).total() * costs.unitsPerTurn() * 1_000;

      assertThat(costs.total() * permille - extra).isBetween(0L, costs.unitsPerTurn() * 1_000 - 1);
    }
  }

  @Test
  void noneIsNoneForEveryEvent() {
    ExtraWork none = ExtraWork.none(3, 4);

    assertThat(none.total()).isZero();
    assertThat(none.ofSession(2)).containsExactly(0, 0, 0, 0);
  }

  @Test
  void aNegativeShareIsRefused() {
    assertThatThrownBy(() -> ExtraWork.of(Costs.of(1, new long[][] {{1}}), -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("permille: -1 is out of range, at least 0");
  }
}
