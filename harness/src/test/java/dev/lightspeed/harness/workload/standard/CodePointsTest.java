package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.workload.SplitMix64;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class CodePointsTest {

  private static final String SMILE = "\uD83D\uDE00"; // U+1F600
  private static final String FULL_WIDTH_A = "\uFF21";

  @Test
  void putsSupplementaryCharactersBehindAllOthersUnlikeUtf16() {
    assertThat(SMILE.compareTo(FULL_WIDTH_A)).isNegative();
    assertThat(CodePoints.compare(SMILE, FULL_WIDTH_A)).isPositive();
    assertThat(CodePoints.compare(FULL_WIDTH_A, SMILE)).isNegative();
  }

  @Test
  void putsAPrefixFirst() {
    assertThat(CodePoints.compare("", "a")).isNegative();
    assertThat(CodePoints.compare("amber", "ambergris")).isNegative();
    assertThat(CodePoints.compare("amber", "amber")).isZero();
  }

  @Test
  void agreesWithCodePointArraysOnAnyUnits() {
    // Few distinct units, so that long common prefixes and broken pairs are frequent.
    String units = "aZ\u00e9\uD7FF\uD83D\uD83E\uDE00\uDE01\uE000\uFF21";
    SplitMix64 random = new SplitMix64(3);
    for (int i = 0; i < 200_000; i++) {
      String left = text(units, random);
      String right = text(units, random);
      int expected = Arrays.compare(left.codePoints().toArray(), right.codePoints().toArray());
      assertThat(Integer.signum(CodePoints.compare(left, right)))
          .as(
              "%s and %s",
              Arrays.toString(left.toCharArray()), Arrays.toString(right.toCharArray()))
          .isEqualTo(Integer.signum(expected));
    }
  }

  @Test
  void countsCharactersAndNotUnits() {
    assertThat(CodePoints.count("a" + SMILE)).isEqualTo(2);
  }

  private static String text(String units, SplitMix64 random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.below(5); i > 0; i--) {
      text.append(units.charAt(random.below(units.length())));
    }
    return text.toString();
  }
}
