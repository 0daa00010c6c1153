package dev.lightspeed.harness.workload;

import java.nio.charset.StandardCharsets;

/**
 * The generator of everything that is drawn: small, and the same numbers in every language.
 *
 * <p>SplitMix64 of Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (OOPSLA
 * 2014). Seeds come from labels by 64-bit FNV-1a, so that workloads do not share numbers.
 */
public final class SplitMix64 {

  /** What every draw adds to the state: so the state after any number of draws is known. */
  public static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private static final long FNV_OFFSET_BASIS = 0xCBF29CE484222325L;
  private static final long FNV_PRIME = 0x100000001B3L;

  private long state;

  /** A generator that starts from {@code state}, any 64 bits. */
  public SplitMix64(long state) {
    this.state = state;
  }

  /**
   * The generator of one session.
   *
   * @param label what the numbers are for, such as a workload's label
   * @param index the session, from 0
   * @throws IllegalArgumentException if the index is negative
   */
  public static SplitMix64 forSession(String label, int index) {
    if (index < 0) {
      throw new IllegalArgumentException("index: " + index + " is out of range, at least 0");
    }
    return new SplitMix64(mix(fnv1a64(label) + index));
  }

  /** 64-bit FNV-1a of the text's UTF-8 bytes. */
  public static long fnv1a64(String text) {
    long hash = FNV_OFFSET_BASIS;
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      hash = (hash ^ (b & 0xFF)) * FNV_PRIME;
    }
    return hash;
  }

  /** SplitMix64's finisher: a bijection of 64 bits that spreads every bit over all of them. */
  public static long mix(long z) {
    long x = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return x ^ (x >>> 31);
  }

  /** The next 64 bits. */
  public long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  /**
   * The next number from 0 to {@code n} - 1: {@code next()} modulo {@code n}, unsigned.
   *
   * @throws IllegalArgumentException if {@code n} is below 1
   */
  public int below(int n) {
    if (n < 1) {
      throw new IllegalArgumentException("n: " + n + " is out of range, at least 1");
    }
    return (int) Long.remainderUnsigned(next(), n);
  }
}
