package dev.lightspeed.harness.machine;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Counts latencies in bins of equal, round width, and busy time in slots of equal length. */
final class TimelineRecorder implements LatencySink {

  private static final int MAX_BINS = 60;
  private static final int SLOTS = 120;

  private final long binMs;
  private final long[] counts;
  private final long slotNs;
  private final long endNs;
  private final long[] cpuNs;
  private final long[] linkNs;

  /** A recorder for one more replay of what gave {@code replay}. */
  TimelineRecorder(Replay replay) {
    long maxMs = replay.latency().max();
    binMs = roundWidth(maxMs);
    counts = new long[bin(maxMs) + 1];
    endNs = replay.endNs();
    slotNs = Math.max(1, ceilDiv(endNs, SLOTS));
    int slots = (int) Math.max(1, ceilDiv(endNs, slotNs));
    cpuNs = new long[slots];
    linkNs = new long[slots];
  }

  @Override
  public void accept(int session, int event, long latencyNs) {
    counts[bin(LatencyCounts.wholeMs(latencyNs))]++;
  }

  @Override
  public void served(long cpuEndNs, long cpuBusyNs, long linkEndNs, long linkBusyNs) {
    add(cpuNs, cpuEndNs - cpuBusyNs, cpuEndNs);
    add(linkNs, linkEndNs - linkBusyNs, linkEndNs);
  }

  ReplayTimeline timeline() {
    List<Long> bins = Arrays.stream(counts).boxed().toList();
    return new ReplayTimeline(new LatencyHistogram(binMs, bins), busy(cpuNs), busy(linkNs));
  }

  private void add(long[] slots, long fromNs, long toNs) {
    long from = fromNs;
    while (from < toNs) {
      long busy = Math.min(toNs - from, slotNs - from % slotNs);
      slots[(int) (from / slotNs)] += busy;
      from += busy;
    }
  }

  private BusyTimeline busy(long[] slots) {
    List<Integer> permille = new ArrayList<>();
    for (int slot = 0; slot < slots.length; slot++) {
      long length = Math.max(1, Math.min(slotNs, endNs - slot * slotNs));
      permille.add(permille(slots[slot], length));
    }
    return new BusyTimeline(slotNs, permille);
  }

  private static int permille(long part, long whole) {
    BigInteger[] parts =
        BigInteger.valueOf(part)
            .multiply(BigInteger.valueOf(1000))
            .divideAndRemainder(BigInteger.valueOf(whole));
    return parts[0].intValueExact() + parts[1].signum();
  }

  private int bin(long ms) {
    return ms == 0 ? 0 : (int) ((ms - 1) / binMs);
  }

  /** 1, 2 or 5 times a power of ten, the least that needs no more than {@link #MAX_BINS}. */
  private static long roundWidth(long maxMs) {
    for (long power = 1; ; power *= 10) {
      for (int factor : new int[] {1, 2, 5}) {
        if (ceilDiv(maxMs, power * factor) <= MAX_BINS) {
          return power * factor;
        }
      }
    }
  }

  private static long ceilDiv(long dividend, long divisor) {
    return dividend / divisor + (dividend % divisor == 0 ? 0 : 1);
  }
}
