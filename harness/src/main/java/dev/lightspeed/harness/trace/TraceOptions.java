package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.text.Range;
import java.util.function.LongConsumer;

/**
 * How to trace. Nothing here changes a figure, except that a limit may refuse to give one.
 *
 * @param threads sessions that run at the same time, at least 1
 * @param reversed whether the last session goes first
 * @param unitLimitPerStep CPU units after which a mount or an event counts as one that never
 *     returns, 1 to 10^15
 * @param onEventsTraced is told how many events were finished just now; called from several threads
 */
public record TraceOptions(
    int threads, boolean reversed, long unitLimitPerStep, LongConsumer onEventsTraced) {

  /** A runaway is noticed after about a second. */
  public static final long DEFAULT_UNIT_LIMIT = 1_000_000_000;

  private static final long MAX_UNIT_LIMIT = 1_000_000_000_000_000L;

  /**
   * @throws IllegalArgumentException if a component is out of range
   */
  public TraceOptions {
    Range.requireAtLeast("threads", threads, 1);
    Range.require("unitLimitPerStep", unitLimitPerStep, 1, MAX_UNIT_LIMIT);
  }

  /** A thread for each processor, sessions in order, the default limit, nobody told. */
  public static TraceOptions defaults() {
    return new TraceOptions(
        Runtime.getRuntime().availableProcessors(), false, DEFAULT_UNIT_LIMIT, events -> {});
  }
}
