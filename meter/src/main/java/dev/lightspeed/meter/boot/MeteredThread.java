package dev.lightspeed.meter.boot;

import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * A thread whose executed CPU units are counted, and the call that instrumented code makes to count
 * them. The counter runs down from what was granted, so that counting and checking the limit are
 * one subtraction and one comparison.
 *
 * <p>Public for instrumented code; everything else goes through {@code dev.lightspeed.meter.Meter}.
 */
public final class MeteredThread extends Thread {

  /** Nothing is executed for so long: 9.2 × 10^18 units. */
  private static final long UNLIMITED = Long.MAX_VALUE;

  /** Classes that could not be instrumented, each with its reason. Kept here, one per JVM. */
  private static final Set<String> UNINSTRUMENTED = new ConcurrentSkipListSet<>();

  private static volatile boolean counting;

  private long granted = UNLIMITED;
  private long remaining = UNLIMITED;
  private long limit = UNLIMITED;

  /** A thread that will run {@code task}. */
  public MeteredThread(Runnable task, String name) {
    super(task, name);
  }

  /** Counts {@code units}, at least 0, if the current thread is a metering one. */
  public static void add(int units) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.take(units);
    }
  }

  /**
   * Counts {@code units}, at least 0, without a look at the limit: for methods that cannot run away
   * by themselves, since they neither loop nor call.
   */
  public static void addUnchecked(int units) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.remaining -= units;
    }
  }

  // Two short methods rather than one: each stays below the size that every JIT inlines.
  private void take(int units) {
    if ((remaining -= units) < 0) {
      throw new UnitLimitExceeded(limit);
    }
  }

  /** Where the counter of the current thread stands, for {@link #restore}. */
  public static long mark() {
    return Thread.currentThread() instanceof MeteredThread thread ? thread.remaining : 0;
  }

  /** Forgets what was counted since {@code mark}. */
  public static void restore(long mark) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.remaining = mark;
    }
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

  /** Whether classes are being instrumented in this JVM. */
  public static boolean isCounting() {
    return counting;
  }

  /** Says that classes are being instrumented from now on. */
  public static void startCounting() {
    counting = true;
  }

  /** Classes that could not be instrumented, each with its reason, sorted; live. */
  public static Set<String> uninstrumented() {
    return UNINSTRUMENTED;
  }
}
