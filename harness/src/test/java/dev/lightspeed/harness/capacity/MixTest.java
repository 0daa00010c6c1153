package dev.lightspeed.harness.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class MixTest {

  @Test
  void threeOfOneToOneOfTheOther() {
    int[] weights = {3, 1};

    assertThat(Mix.deal(1, weights)).containsExactly(1, 0);
    assertThat(Mix.deal(2, weights)).containsExactly(2, 0);
    assertThat(Mix.deal(3, weights)).containsExactly(2, 1);
    assertThat(Mix.deal(4, weights)).containsExactly(3, 1);
    assertThat(Mix.deal(400, weights)).containsExactly(300, 100);
    assertThat(Mix.deal(0, weights)).containsExactly(0, 0);
  }

  @Property(seed = "3", tries = 300)
  void everySessionIsDealtAndNobodyEverHasFewer(
      @ForAll @Size(min = 1, max = 5) int[] seeds,
      @ForAll @IntRange(min = 0, max = 100_000) int sessions) {
    int[] weights = Arrays.stream(seeds).map(seed -> 1 + Math.floorMod(seed, 50)).toArray();
    int[] dealt = Mix.deal(sessions, weights);
    int[] oneMore = Mix.deal(sessions + 1, weights);

    assertThat(Arrays.stream(dealt).sum()).isEqualTo(sessions);
    assertThat(Arrays.stream(oneMore).sum()).isEqualTo(sessions + 1);
    for (int i = 0; i < weights.length; i++) {
      assertThat(oneMore[i]).isGreaterThanOrEqualTo(dealt[i]);
    }
  }

  @Property(seed = "4", tries = 100)
  void wholeRoundsHaveExactlyTheWeights(
      @ForAll @Size(min = 1, max = 5) int[] seeds,
      @ForAll @IntRange(min = 0, max = 1_000) int rounds) {
    int[] weights = Arrays.stream(seeds).map(seed -> 1 + Math.floorMod(seed, 50)).toArray();

    assertThat(Mix.deal(rounds * Arrays.stream(weights).sum(), weights))
        .isEqualTo(Arrays.stream(weights).map(weight -> weight * rounds).toArray());
  }
}
