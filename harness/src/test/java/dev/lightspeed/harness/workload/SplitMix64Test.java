package dev.lightspeed.harness.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitMix64Test {

  @Test
  void givesThePublishedNumbersOfSeed1234567() {
    SplitMix64 random = new SplitMix64(1234567);

    assertThat(new String[] {draw(random), draw(random), draw(random), draw(random), draw(random)})
        .containsExactly(
            "6457827717110365317",
            "3203168211198807973",
            "9817491932198370423",
            "4593380528125082431",
            "16408922859458223821");
  }

  @Test
  void givesThePublishedNumbersOfSeed0() {
    SplitMix64 random = new SplitMix64(0);

    assertThat(random.next()).isEqualTo(0xE220A8397B1DCDAFL);
    assertThat(random.next()).isEqualTo(0x6E789E6AA1B965F4L);
    assertThat(random.next()).isEqualTo(0x06C45D188009454FL);
  }

  @ParameterizedTest
  @CsvSource({
    "'', cbf29ce484222325",
    "a, af63dc4c8601ec8c",
    "foobar, 85944171f73967e8",
  })
  void hashesLabelsAsTheFnvTestSuiteDoes(String text, String hash) {
    assertThat(SplitMix64.fnv1a64(text)).isEqualTo(Long.parseUnsignedLong(hash, 16));
  }

  @Test
  void hashesTheUtf8BytesOfALabelUnsigned() {
    // FNV-1a over C3 A9 by its definition, in integers that cannot overflow.
    BigInteger hash = new BigInteger("cbf29ce484222325", 16);
    for (int octet : new int[] {0xC3, 0xA9}) {
      hash =
          hash.xor(BigInteger.valueOf(octet))
              .multiply(BigInteger.valueOf(0x100000001B3L))
              .mod(BigInteger.ONE.shiftLeft(64));
    }

    assertThat(SplitMix64.fnv1a64("\u00e9")).isEqualTo(hash.longValue());
  }

  @Test
  void drawsBelowABoundByUnsignedRemainder() {
    for (int n : new int[] {1, 2, 7, 64, 100, 90_000, Integer.MAX_VALUE}) {
      SplitMix64 bits = new SplitMix64(42);
      SplitMix64 bounded = new SplitMix64(42);
      for (int i = 0; i < 1_000; i++) {
        BigInteger expected = new BigInteger(draw(bits)).mod(BigInteger.valueOf(n));
        assertThat(bounded.below(n)).isEqualTo(expected.intValueExact());
      }
    }
  }

  @Test
  void startsASessionFromItsLabelAndIndex() {
    long state = SplitMix64.mix(SplitMix64.fnv1a64("counter") + 7);

    assertThat(SplitMix64.forSession("counter", 7).next()).isEqualTo(new SplitMix64(state).next());
    assertThat(SplitMix64.forSession("counter", 7).next())
        .isNotEqualTo(SplitMix64.forSession("counter", 8).next())
        .isNotEqualTo(SplitMix64.forSession("crud_table", 7).next());
  }

  @Test
  void refusesABoundOrAnIndexOutOfRange() {
    assertThatThrownBy(() -> new SplitMix64(0).below(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("n: 0 is out of range, at least 1");
    assertThatThrownBy(() -> SplitMix64.forSession("counter", -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("index: -1 is out of range, at least 0");
  }

  private static String draw(SplitMix64 random) {
    return Long.toUnsignedString(random.next());
  }
}
