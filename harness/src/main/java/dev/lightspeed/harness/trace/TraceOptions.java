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
 * @param stallSeconds seconds after which a step that executes nothing counts as one that hangs, 1
 *     to 86,400
 * @param onEventsTraced is told how many events were finished just now; called from several threads
 */
public record TraceOptions(
    int threads,
    boolean reversed,
    long unitLimitPerStep,
    int stallSeconds,
    LongConsumer onEventsTraced) {

  /** A runaway is noticed after about a second. */
  public static final long DEFAULT_UNIT_LIMIT = 1_000_000_000;

  /** A minute. */
  public static final int DEFAULT_STALL_SECONDS = 60;

  private static final int MAX_STALL_SECONDS = 86_400;

  private static final long MAX_UNIT_LIMIT = 1_000_000_000_000_000L;

  /**
   * @throws IllegalArgumentException if a component is out of range
   */
  public TraceOptions {
    Range.requireAtLeast("threads", threads, 1);
    Range.require("unitLimitPerStep", unitLimitPerStep, 1, MAX_UNIT_LIMIT);
    Range.require("stallSeconds", stallSeconds, 1, MAX_STALL_SECONDS);
  }

  /** Options with the default for a step that hangs. */
  public TraceOptions(
      int threads, boolean reversed, long unitLimitPerStep, LongConsumer onEventsTraced) {
    this(threads, reversed, unitLimitPerStep, DEFAULT_STALL_SECONDS, onEventsTraced);
  }

  /** A thread for each processor, sessions in order, the default limit, nobody told. */
  public static TraceOptions defaults() {
    return new TraceOptions(
        Runtime.getRuntime().availableProcessors(), false, DEFAULT_UNIT_LIMIT, events -> {});
  }

  /** The same options, telling {@code listener} how many events were finished. */
  public TraceOptions telling(LongConsumer listener) {
    return new TraceOptions(threads, reversed, unitLimitPerStep, stallSeconds, listener);
  }

  /** The same options, with the last session first and on another number of threads. */
  public TraceOptions again() {
    return new TraceOptions(
        threads == 1 ? 2 : 1, !reversed, unitLimitPerStep, stallSeconds, onEventsTraced);
  }
}
