package dev.lightspeed.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page does with frames that no differ would send. */
final class PageTest {

  private static final String MOUNT =
      "#0|<p title=\"{0}\">{1}</p>{2}\n#1|<i>{0}</i>\n@|{0|t|x|[1|a|1;b|2]}\n\n";

  private final Page page = Page.empty().apply(bytes(MOUNT));

  @Test
  void theMountedPageIsShown() {
    assertThat(page.html()).isEqualTo("<p title=\"t\">x</p><i>1</i><i>2</i>");
  }

  /** In each, \n stands for the end of a line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "''              § 0: the frame is cut",
        "~0=a            § 4: the frame is cut",
        "~0=a\\n         § 5: the frame is cut",
        "\\n\\n          § 1: the frame has ended, but more follows",
        "?0\\n\\n        § 0: '?' is no operation",
        "~x=a\\n\\n      § 1: expected a number",
        "~01=a\\n\\n     § 3: a number with a zero in front",
        "~1234567890=a\\n\\n § 11: a number of more than nine digits",
        "~0\\n\\n        § 2: expected '=', found the end of the line",
        "~0=a\\x\\n\\n   § 5: 'x' is never escaped here",
        "~1=ä;\\n\\n     § 5: expected the end of the line, found ';'",
        "~3=a\\n\\n      § 0: there is no slot 3, only 3",
        "~1=a\\n~2.0=b\\n\\n § 5: there is no template here",
        "~2:c.0=a\\n\\n  § 0: the list has no item 'c'",
        "+1|c|3\\n\\n    § 0: there is no list here",
        "+2|a|3\\n\\n    § 0: the list has an item 'a' already",
        "+2|c\\n\\n      § 0: 0 values for 1 slots",
        "+2||3\\n\\n     § 3: an empty key",
        "^2|c|3;c|4\\n\\n § 0: the list has an item 'c' already",
        "*2|d|c|3\\n\\n  § 0: the list shows no item 'd'",
        "*2|a|d\\n\\n    § 0: the list has no item 'd'",
        "x2|c\\n\\n      § 0: the list has no item 'c'",
        "p2|c\\n\\n      § 0: the list shows no item 'c'",
        "o2|a,c\\n\\n    § 0: the list has no item 'c'",
        "@1|{7|a}\\n\\n  § 0: there is no template 7",
        "@1|a\\n\\n      § 3: expected a template or a list",
        "!1|a\\n\\n      § 4: expected HTML",
        "!0|<a\\n\\n     § 0: slot 0 takes text only",
        "#1|<p>\\n\\n    § 2: template 1 is defined, expected 0",
        "#0|<p\\n\\n     § 3: template 1:3: the template ends inside a tag, a comment or an element that holds no tags"
      })
  void aFrameThatDoesNotFitIsRefusedWithPlaceAndReason(String frame, String message) {
    byte[] bytes = bytes(frame.replace("\\n", "\n"));

    assertThatThrownBy(() -> page.apply(bytes))
        .isInstanceOf(FrameException.class)
        .hasMessage("frame, byte " + message);
  }

  @Test
  void bytesThatAreNotUtf8AreRefusedWhereTheyStand() {
    byte[] frame = bytes("~1=abc\n\n");
    frame[4] = (byte) 0xC3;

    assertThatThrownBy(() -> page.apply(frame)).hasMessage("frame, byte 4: not UTF-8");
  }

  @Test
  void aFrameWhoseSecondOperationDoesNotFitChangesNothing() {
    assertThatThrownBy(() -> page.apply(bytes("~1=new\nx2|nobody\n\n")))
        .hasMessage("frame, byte 7: the list has no item 'nobody'");

    assertThat(page.html()).isEqualTo("<p title=\"t\">x</p><i>1</i><i>2</i>");
  }

  @Test
  void nestingIsLimitedSoThatAHostileFrameCannotOverflowTheStack() {
    byte[] frame = bytes("@1|" + "{1|".repeat(1_000_000) + "\n\n");

    assertThatThrownBy(() -> page.apply(frame))
        .hasMessage("frame, byte 195: nested more than 64 deep");
  }

  @Test
  void parkedItemsAreKeptOutOfSightAndComeBack() {
    Page parked = page.apply(bytes("p2|a\n\n"));

    assertThat(parked.html()).isEqualTo("<p title=\"t\">x</p><i>2</i>");
    assertThat(parked.apply(bytes("~2:a.0=9\n*2||a\n\n")).html())
        .isEqualTo("<p title=\"t\">x</p><i>2</i><i>9</i>");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
