package dev.lightspeed.harness.machine;

import java.util.List;

/**
 * How many events took how long.
 *
 * @param binMs the width of a bin in virtual milliseconds, at least 1
 * @param counts events a bin: bin {@code i} holds those that took more than {@code i} × {@code
 *     binMs} and at most {@code (i + 1)} × {@code binMs}, the first one also those that took no
 *     time; at least one bin, and the last is not empty
 */
public record LatencyHistogram(long binMs, List<Long> counts) {

  /**
   * @throws IllegalArgumentException if the width or a count is out of range, or the last bin is
   *     empty
   */
  public LatencyHistogram {
    counts = List.copyOf(counts);
    if (binMs < 1 || counts.isEmpty() || counts.stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException(
          "histogram: " + binMs + " ms, " + counts + " is out of range");
    }
    if (counts.get(counts.size() - 1) == 0) {
      throw new IllegalArgumentException("histogram: its last bin is empty");
    }
  }

  /** All events. */
  public long events() {
    return counts.stream().mapToLong(Long::longValue).sum();
  }
}
