package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.machine.LatencyCounts.RankInBin;
import java.util.ArrayList;
import java.util.List;

/** A closer look, in a replay of its own, at the ranges in which some ranks are known to lie. */
final class RankCounts implements LatencySink {

  private static final int BIN_BITS = 16;

  private final List<RankInBin> ranks;
  private final long[][] counts;

  /** Counts in 65,536 parts of the range of each rank. */
  RankCounts(List<RankInBin> ranks) {
    this.ranks = ranks;
    this.counts = new long[ranks.size()][1 << BIN_BITS];
  }

  @Override
  public void accept(int session, int event, long latencyNs) {
    long ms = LatencyCounts.wholeMs(latencyNs);
    for (int i = 0; i < counts.length; i++) {
      RankInBin rank = ranks.get(i);
      long distance = ms - rank.lowMs();
      if (distance >= 0 && distance >>> rank.widthBits() == 0) {
        counts[i][(int) (distance >>> partBits(rank))]++;
      }
    }
  }

  /** The same ranks in ranges a 65,536th as wide, or exact. */
  List<RankInBin> locate() {
    List<RankInBin> located = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      RankInBin rank = ranks.get(i);
      long left = rank.rank();
      int part = 0;
      while (left > counts[i][part]) {
        left -= counts[i][part];
        part++;
      }
      long lowMs = rank.lowMs() + ((long) part << partBits(rank));
      located.add(new RankInBin(lowMs, partBits(rank), left));
    }
    return located;
  }

  private static int partBits(RankInBin rank) {
    return Math.max(0, rank.widthBits() - BIN_BITS);
  }
}
