package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 51, 100, 2_147_483_646, Integer.MAX_VALUE})
  void readsWhatIntegerToStringWrites(int number) {
    assertThat(Input.number(Integer.toString(number))).isEqualTo(number);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "-1",
        "+1",
        "00",
        "01",
        "1 ",
        " 1",
        "1_0",
        "0x1",
        "1e1",
        "١",
        "2147483648",
        "9999999999",
        "10000000000",
        "99999999999999999999999999"
      })
  void readsNothingElse(String text) {
    assertThat(Input.number(text)).isEqualTo(-1);
  }

  @Test
  void quotesWithoutLettingAMessageForgeALine() {
    assertThat(Input.quoted("a\r\nERROR\t\u0085\u2028\u2029\u001b[2J"))
        .isEqualTo("'a??ERROR?????[2J'");
  }

  @Test
  void quotesTheStartOfALongText() {
    assertThat(Input.quoted("x".repeat(80))).isEqualTo("'" + "x".repeat(80) + "'");
    assertThat(Input.quoted("x".repeat(81))).isEqualTo("'" + "x".repeat(80) + "…'");
  }
}
