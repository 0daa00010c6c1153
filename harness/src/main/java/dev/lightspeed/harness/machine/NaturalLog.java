package dev.lightspeed.harness.machine;

/**
 * {@link StrictMath#log}, bit for bit, for arguments from 2^-54 to 1: a port of the published
 * fdlibm algorithm (Sun Microsystems, {@code e_log.c}) in plain double arithmetic, which is strict
 * since Java 17. Exists because {@code StrictMath.log} is a native call there, one for every
 * replayed event.
 *
 * <p>Where k is 0, the original leaves its terms out; here they are zeros that change no bit, which
 * spares a branch that nobody can predict.
 *
 * <p>x = 2^k × (1 + f) with sqrt(2)/2 &lt; 1 + f &lt; sqrt(2), so log x = k × ln 2 + log(1 + f);
 * and with s = f / (2 + f), log(1 + f) = log(1 + s) - log(1 - s) is a short odd polynomial in s.
 * The order of every operation is part of the result.
 */
final class NaturalLog {

  private static final double LN2_HIGH = 0x1.62e42feep-1;
  private static final double LN2_LOW = 0x1.a39ef35793c76p-33;
  private static final double C1 = 0x1.5555555555593p-1;
  private static final double C2 = 0x1.999999997fa04p-2;
  private static final double C3 = 0x1.2492494229359p-2;
  private static final double C4 = 0x1.c71c51d8e78afp-3;
  private static final double C5 = 0x1.7466496cb03dep-3;
  private static final double C6 = 0x1.39a09d078c69fp-3;
  private static final double C7 = 0x1.2f112df3e5244p-3;

  private NaturalLog() {}

  /** The natural logarithm of {@code x}, a normal positive number. */
  static double of(double x) {
    long bits = Double.doubleToRawLongBits(x);
    int high = (int) (bits >>> 32);
    int mantissaHigh = high & 0xFFFFF;
    // 1 in bit 20 where the mantissa is above sqrt(2): those are halved, and k is one more.
    int above = (mantissaHigh + 0x95F64) & 0x100000;
    int k = (high >> 20) - 1023 + (above >> 20);
    double m =
        Double.longBitsToDouble(
            ((long) (mantissaHigh | (above ^ 0x3FF00000)) << 32) | (bits & 0xFFFFFFFFL));
    double f = m - 1.0;
    if ((0xFFFFF & (2 + mantissaHigh)) < 3) {
      return nearOne(f, k);
    }
    double s = f / (2.0 + f);
    double z = s * s;
    double w = z * z;
    double even = w * (C2 + w * (C4 + w * C6));
    double odd = z * (C1 + w * (C3 + w * (C5 + w * C7)));
    double r = odd + even;
    // In the middle of the range, f - f²/2 is split off to keep the last bit.
    if (((mantissaHigh - 0x6147A) | (0x6B851 - mantissaHigh)) > 0) {
      double half = 0.5 * f * f;
      return k * LN2_HIGH - ((half - (s * (half + r) + k * LN2_LOW)) - f);
    }
    return k * LN2_HIGH - ((s * (f - r) - k * LN2_LOW) - f);
  }

  /** The same where |f| &lt; 2^-20: two terms of the series are enough. */
  private static double nearOne(double f, int k) {
    if (f == 0) {
      return k == 0 ? 0 : k * LN2_HIGH + k * LN2_LOW;
    }
    double r = f * f * (0.5 - 0.3333333333333333 * f);
    return k == 0 ? f - r : k * LN2_HIGH - ((r - k * LN2_LOW) - f);
  }
}
