package dev.lightspeed.meter.boot;

import org.jspecify.annotations.Nullable;

/**
 * A thread whose work is counted, and its counters. The counter of units runs down from what was
 * granted, so that counting and checking the limit are one subtraction and one comparison.
 *
 * <p>Public for {@link Counting}, which lives in another package; everything else goes through
 * {@code dev.lightspeed.meter.Meter}.
 */
public final class MeteredThread extends Thread {

  /** Nothing is executed for so long: 9.2 × 10^18 units. */
  private static final long UNLIMITED = Long.MAX_VALUE;

  /** CPU units that may still be executed; negative once the limit is broken. */
  public long remaining = UNLIMITED;

  /** Bytes allocated so far. */
  public long allocated;

  /** Where in the call tree this thread is; null while its work is attributed to nothing. */
  public @Nullable CallNode node;

  /** Whether it is finding out the size of a class: in full mode that makes objects itself. */
  boolean isLearning;

  private long granted = UNLIMITED;
  private long limit = UNLIMITED;

  /** A thread that will run {@code task}. */
  public MeteredThread(Runnable task, String name) {
    super(task, name);
  }

  /** What says that the limit is broken. */
  public UnitLimitExceeded exceeded() {
    return new UnitLimitExceeded(limit);
  }

  /** CPU units counted so far. To be called by this thread itself. */
  public long units() {
    return granted - remaining;
  }

  /**
   * Allows {@code units} more, at least 0. To be called by this thread itself. What is granted in
   * all may wrap around; its distance from what remains, which is all that is asked for, does not.
   */
  public void limit(long units) {
    granted = units() + units;
    remaining = units;
    limit = units;
  }

  /** Lifts the limit. To be called by this thread itself. */
  public void clearLimit() {
    long units = units();
    granted = UNLIMITED;
    remaining = UNLIMITED - units;
    limit = UNLIMITED;
  }
}
