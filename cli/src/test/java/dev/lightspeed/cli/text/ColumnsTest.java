package dev.lightspeed.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("jdk")
class ColumnsTest {

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "abc, 3",
    "e\u0301, 1",
    "\u8868\u793A, 4",
    "\uD55C, 2",
    "\uD83D\uDE80, 2",
    "a\u200Db, 2",
    "ｆ, 2",
  })
  void aCharacterTakesAsManyColumnsAsATerminalGivesIt(String text, int columns) {
    assertThat(Columns.of(text)).isEqualTo(columns);
  }

  @Test
  void whatDoesNotFitIsCutBetweenCharacters() {
    assertThat(Columns.cut("abc", 3)).isEqualTo("abc");
    assertThat(Columns.cut("abcd", 3)).isEqualTo("ab…");
    assertThat(Columns.cut("ab cd", 4)).isEqualTo("ab…");
    assertThat(Columns.cut("\u8868\u8868\u8868", 4)).isEqualTo("\u8868…");
    assertThat(Columns.cut("\uD83D\uDE80\uD83D\uDE80", 3)).isEqualTo("\uD83D\uDE80…");
    assertThat(Columns.cut("e\u0301e\u0301e\u0301", 2)).isEqualTo("e\u0301…");
  }
}
