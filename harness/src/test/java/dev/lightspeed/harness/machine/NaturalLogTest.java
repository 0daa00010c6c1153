package dev.lightspeed.harness.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class NaturalLogTest {

  @Test
  void equalsStrictMathOnTenMillionThinkTimes() {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 10_000_000; i++) {
      assertEqualAt(((random.nextLong() >>> 11) * 2 + 1) * 0x1p-54);
    }
  }

  @Test
  void equalsStrictMathAtEveryScaleAndAroundEveryEdgeOfTheAlgorithm() {
    SplittableRandom random = new SplittableRandom(2);
    for (int exponent = -54; exponent <= -1; exponent++) {
      double scale = Math.scalb(1.0, exponent);
      // powers of two, the square root of two, and the range that keeps its last bit apart
      for (int high :
          new int[] {0, 1, 2, 3, 0x6147A, 0x6A09B, 0x6A09C, 0x6B851, 0xFFFFE, 0xFFFFF}) {
        for (int near = -3; near <= 3; near++) {
          double mantissa = Double.longBitsToDouble((0x3FF00000L + high) << 32);
          double x = scale * mantissa;
          for (int step = 0; step < 3; step++) {
            x = near < 0 ? Math.nextDown(x) : Math.nextUp(x);
          }
          assertEqualAt(x);
          assertEqualAt(x + near * Math.ulp(x));
          assertEqualAt(scale * mantissa);
        }
      }
      for (int i = 0; i < 1_000; i++) {
        assertEqualAt(scale * (1 + random.nextDouble()));
      }
    }
  }

  @Test
  void equalsStrictMathAtTheEndsOfTheDraws() {
    long last = (1L << 53) - 1;
    for (long i = 0; i < 1_000; i++) {
      assertEqualAt((2 * i + 1) * 0x1p-54);
      assertEqualAt((2 * (last - i) + 1) * 0x1p-54);
    }
    assertThat((2 * last + 1) * 0x1p-54).isEqualTo(1.0);
    assertThat(NaturalLog.of(1.0)).isEqualTo(0.0);
  }

  private static void assertEqualAt(double x) {
    if (Double.doubleToRawLongBits(NaturalLog.of(x))
        != Double.doubleToRawLongBits(StrictMath.log(x))) {
      assertThat(NaturalLog.of(x))
          .as("log(%s)", Double.toHexString(x))
          .isEqualTo(StrictMath.log(x));
    }
  }
}
