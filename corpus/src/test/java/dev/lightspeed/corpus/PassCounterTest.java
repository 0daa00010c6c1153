package dev.lightspeed.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.calibrate.Count;
import dev.lightspeed.harness.calibrate.Pass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassCounterTest {

  @ParameterizedTest
  @ValueSource(strings = {"n_queens", "jackson_read", "live_crud_table", "freemarker_page"})
  void twoPassesOfASettledProgramCountTheSame(String name) throws Exception {
    Count count = Counters.count(Corpus.named(name).orElseThrow());

    assertThat(count.units()).isEqualTo(count.unitsAgain()).isGreaterThan(10_000);
  }

  @Test
  void oneThatDoesMoreEachTimeIsFoundOut() throws Exception {
    Program growing = new Program("growing", Family.TEXT, PassCounterTest::growing);
    Count count = Counters.count(growing);

    assertThat(count.unitsAgain()).isGreaterThan(count.units());
  }

  @Test
  void differentResultsAreRefused() {
    List<Integer> seen = new ArrayList<>();
    Program unstable =
        new Program(
            "unstable",
            Family.TEXT,
            () ->
                () -> {
                  seen.add(1);
                  return seen.size();
                });

    assertThatThrownBy(() -> Counters.count(unstable))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("unstable failed")
        .hasRootCauseMessage("unstable: two passes had different results");
  }

  private static Pass growing() {
    int[] rounds = new int[1];
    return () -> {
      rounds[0]++;
      int sum = 0;
      for (int i = 0; i < rounds[0]; i++) {
        sum += i * 0;
      }
      return sum;
    };
  }
}
