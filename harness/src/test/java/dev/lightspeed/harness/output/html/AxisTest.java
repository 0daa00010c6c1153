package dev.lightspeed.harness.output.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AxisTest {

  @Test
  void startsAtZeroAndEndsWithATick() {
    assertThat(Axis.around(35, 4).ticks()).isEqualTo(List.of(0L, 10L, 20L, 30L, 40L));
    assertThat(Axis.around(35, 4).at(20, 100, 0)).isEqualTo(50);
  }

  @Test
  void mayStartElsewhereWithATick() {
    Axis axis = Axis.between(9_912, 9_988, 4);

    assertThat(axis.ticks()).isEqualTo(List.of(9_900L, 9_920L, 9_940L, 9_960L, 9_980L, 10_000L));
    assertThat(axis.at(9_950, 0, 100)).isEqualTo(50);
  }

  @Test
  void oneValueHasAnAxisToo() {
    assertThat(Axis.between(7, 7, 4)).isEqualTo(new Axis(7, 8, 1));
    assertThat(Axis.between(0, 0, 4)).isEqualTo(new Axis(0, 1, 1));
  }

  @Test
  void theLargestValueIsNotBeyondItsAxis() {
    for (long min : List.of(0L, Long.MAX_VALUE - 3, Long.MAX_VALUE)) {
      Axis axis = Axis.between(min, Long.MAX_VALUE, 4);

      assertThat(axis.end()).isEqualTo(Long.MAX_VALUE);
      assertThat(axis.start()).isLessThan(axis.end());
      assertThat(axis.ticks()).isNotEmpty();
    }
  }
}
