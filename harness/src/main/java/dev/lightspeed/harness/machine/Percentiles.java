package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.machine.LatencyCounts.RankInBin;
import java.util.List;

/**
 * The percentiles of the latencies of a replay. One replay is enough unless a latency is beyond
 * what {@link LatencyCounts} counts exactly: then the same replay is counted again, closer.
 */
final class Percentiles implements LatencySink {

  private final LatencyCounts counts = new LatencyCounts();
  private final long events;
  private List<RankInBin> ranks = List.of();
  private RankCounts closer = new RankCounts(ranks);

  /** The percentiles of so many events. */
  Percentiles(long events) {
    this.events = events;
  }

  @Override
  public void accept(int session, int event, long latencyNs) {
    if (ranks.isEmpty()) {
      counts.accept(session, event, latencyNs);
    } else {
      closer.accept(session, event, latencyNs);
    }
  }

  /** Takes in what a whole replay has told, and says whether the same has to be told again. */
  boolean needsAnother() {
    ranks = ranks.isEmpty() ? List.of(rank(50), rank(95), rank(99)) : closer.locate();
    closer = new RankCounts(ranks);
    return ranks.stream().anyMatch(rank -> rank.widthBits() > 0);
  }

  /** The percentiles, once no replay is needed any more. */
  LatencyMs latency() {
    return new LatencyMs(
        ranks.get(0).lowMs(), ranks.get(1).lowMs(), ranks.get(2).lowMs(), counts.maxMs());
  }

  private RankInBin rank(int percent) {
    return counts.locate(VirtualMachine.nearestRank(percent, events));
  }
}
