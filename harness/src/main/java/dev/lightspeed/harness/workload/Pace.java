package dev.lightspeed.harness.workload;

import java.time.Duration;

/**
 * How fast the users of a workload send events.
 *
 * @param mode who decides when the next event is sent
 * @param meanNs mean time between two events of a session in virtual nanoseconds, 1 to 10^15
 */
public record Pace(Mode mode, long meanNs) {

  private static final long MAX_MEAN_NS = 1_000_000_000_000_000L;

  /** Who decides when the next event is sent. */
  public enum Mode {
    /** Each user thinks for an exponential time after the last frame has arrived. */
    THINK,
    /** The server ticks for every session at the same instants, whether or not a frame is late. */
    BROADCAST
  }

  /**
   * @throws IllegalArgumentException if the mean is out of range
   */
  public Pace {
    if (meanNs < 1 || meanNs > MAX_MEAN_NS) {
      throw new IllegalArgumentException(
          "pace.meanNs: " + meanNs + " is out of range, 1 to " + MAX_MEAN_NS);
    }
  }

  /** Users who think for {@code mean} on average. */
  public static Pace thinking(Duration mean) {
    return new Pace(Mode.THINK, nanos(mean));
  }

  /** A server that ticks every {@code interval}. */
  public static Pace broadcast(Duration interval) {
    return new Pace(Mode.BROADCAST, nanos(interval));
  }

  private static long nanos(Duration mean) {
    try {
      return mean.toNanos();
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "pace: " + mean + " is out of range, 1 ns to " + Duration.ofNanos(MAX_MEAN_NS), e);
    }
  }
}
