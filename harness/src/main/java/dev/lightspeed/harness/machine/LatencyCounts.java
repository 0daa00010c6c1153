package dev.lightspeed.harness.machine;

import java.util.Arrays;

/**
 * Counts latencies by whole milliseconds, rounded up, which keeps their order: the n-th smallest
 * count is that of the n-th smallest latency. A bin a millisecond below 1,048.576 s, which is
 * exact; above, 4,096 bins an octave, whose ranks {@link RankCounts} then finds. Its size grows
 * with the longest latency, not with the number of events.
 */
final class LatencyCounts implements LatencySink {

  /** Bytes of heap, at most: while it grows, the bins that it had are there, too. */
  static final long BYTES = Long.BYTES * (long) (Bins.COUNT + Bins.EXACT);

  private static final long NS_PER_MS = 1_000_000;
  private static final int FEW_BINS = 1 << 12;

  /** Which latencies share a count. */
  private static final class Bins {
    private static final int EXACT_BITS = 20;
    private static final int OCTAVE_BITS = 12;
    private static final int EXACT = 1 << EXACT_BITS;
    // 2^63 ns are below 2^44 ms
    private static final int COUNT = EXACT + ((44 - EXACT_BITS) << OCTAVE_BITS);

    private Bins() {}

    static int of(long ms) {
      if (ms < EXACT) {
        return (int) ms;
      }
      int octave = Long.SIZE - 1 - Long.numberOfLeadingZeros(ms);
      int within = (int) (ms >>> (octave - OCTAVE_BITS)) & ((1 << OCTAVE_BITS) - 1);
      return EXACT + ((octave - EXACT_BITS) << OCTAVE_BITS) + within;
    }

    static RankInBin rank(int bin, long rank) {
      if (bin < EXACT) {
        return new RankInBin(bin, 0, rank);
      }
      int octave = ((bin - EXACT) >>> OCTAVE_BITS) + EXACT_BITS;
      long within = (bin - EXACT) & ((1L << OCTAVE_BITS) - 1);
      int widthBits = octave - OCTAVE_BITS;
      return new RankInBin(((1L << OCTAVE_BITS) | within) << widthBits, widthBits, rank);
    }
  }

  /** Of the bins up to the highest that has any, and some more. */
  private long[] counts = new long[FEW_BINS];

  private long maxNs;

  @Override
  public void accept(int session, int event, long latencyNs) {
    int bin = Bins.of(wholeMs(latencyNs));
    if (bin >= counts.length) {
      counts = Arrays.copyOf(counts, Math.min(Bins.COUNT, Integer.highestOneBit(bin) << 1));
    }
    counts[bin]++;
    maxNs = Math.max(maxNs, latencyNs);
  }

  /** Nanoseconds in milliseconds, rounded up; at most 2^63 - 10^6 ns. */
  static long wholeMs(long ns) {
    return (ns + (NS_PER_MS - 1)) / NS_PER_MS;
  }

  /** The longest latency. */
  long maxMs() {
    return wholeMs(maxNs);
  }

  /** Where the latency is that has {@code rank}, from 1, among those counted. */
  RankInBin locate(long rank) {
    long left = rank;
    int bin = 0;
    while (left > counts[bin]) {
      left -= counts[bin];
      bin++;
    }
    return Bins.rank(bin, left);
  }

  /**
   * A latency that is known to be in a range.
   *
   * @param lowMs the least that it can be
   * @param widthBits it is below {@code lowMs + 2^widthBits}, so that 0 is exact
   * @param rank its rank, from 1, among the latencies in the range
   */
  record RankInBin(long lowMs, int widthBits, long rank) {}
}
