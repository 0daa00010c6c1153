package dev.lightspeed.harness.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitTest {

  private static final String HASH = "0123456789abcdef0123456789abcdef01234567";

  @Test
  void isNamedByNineDigitsAndItsDayInUtc() {
    Commit commit = new Commit(HASH, 1_772_443_799, "Give each row a class");

    assertThat(commit.shortHash()).isEqualTo("012345678");
    assertThat(commit.time()).isEqualTo("2026-03-02T09:29:59Z");
    assertThat(commit.day()).isEqualTo("2026-03-02");
    assertThat(commit.subject()).isEqualTo("Give each row a class");
  }

  @ParameterizedTest
  @CsvSource({
    "'a\u001b[31mred', 'a\uFFFD[31mred'",
    "'a\u009b31mred', 'a\uFFFD31mred'",
    "'a\rb\tc', 'a b c'",
    "'a\u202Eb\u2066c\u2028d', 'a\uFFFDb\uFFFDc\uFFFDd'",
    "'\uD83D\uDC69\u200D\uD83D\uDCBB né', '\uD83D\uDC69\u200D\uD83D\uDCBB né'",
    "'half \uD83D', 'half \uFFFD'",
    "'  ', (no subject)",
    "'<b>&', '<b>&'",
  })
  void aSubjectIsALineThatMovesNoCursor(String subject, String shown) {
    assertThat(new Commit(HASH, 0, subject).subject()).isEqualTo(shown);
  }

  @Test
  void whatIsNoHashOrNoTimeIsRefused() {
    assertThatThrownBy(() -> new Commit("HEAD", 0, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash: 'HEAD' does not match [0-9a-f]{40,64}");
    assertThatThrownBy(() -> new Commit(HASH, 253_402_300_800L, ""))
        .hasMessage("epochSecond: 253402300800 is out of range, 0 to 253402300799");
    assertThat(new Commit(HASH, 253_402_300_799L, "").day()).isEqualTo("9999-12-31");
  }
}
