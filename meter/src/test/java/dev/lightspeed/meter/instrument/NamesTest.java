package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers for the frames of call paths. */
class NamesTest {

  @Test
  void equal_names_have_one_number() {
    Names names = new Names();
    assertThat(names.number("a")).isZero();
    assertThat(names.number("b")).isEqualTo(1);
    assertThat(names.number("a")).isZero();
    assertThat(names.name(1)).isEqualTo("b");
  }

  @ParameterizedTest
  @CsvSource({
    "a.B.m\uD83D\uDE00()V, a.B.m\uD83D\uDE00()V",
    "a.B.m\uD83D()V, a.B.m\\ud83d()V",
    "\uDE00\uD83D, \\ude00\\ud83d"
  })
  void half_a_surrogate_pair_is_escaped(String name, String written) {
    Names names = new Names();
    int number = names.number(name);
    assertThat(names.name(number)).isEqualTo(written);
    assertThat(names.number(name)).isEqualTo(number);
  }
}
