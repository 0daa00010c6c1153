package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import org.jspecify.annotations.Nullable;

/**
 * What the virtual machine refuses before it starts, because it would overflow or run out of heap.
 */
final class ReplayLimits {

  private static final long MIB = 1 << 20;

  /** CPU units, payload bytes, patch operations, allocated and retained bytes of one event. */
  private static final long TRACE_BYTES_PER_EVENT = 3 * Long.BYTES + 2 * Integer.BYTES;

  private ReplayLimits() {}

  /**
   * Refuses a trace whose replay needs more heap than there is.
   *
   * @param maxHeapBytes all that the JVM may use
   * @throws IllegalArgumentException if it does
   */
  static void requireHeap(Trace trace, long maxHeapBytes) {
    long distinctEvents = (long) trace.sessions().size() * trace.eventsPerSession();
    if (distinctEvents > ServiceTimes.MAX_EVENTS) {
      throw new IllegalArgumentException(
          size(trace)
              + ": events of distinct sessions: "
              + distinctEvents
              + " is out of range, at most "
              + ServiceTimes.MAX_EVENTS);
    }
    if (queues(trace) && trace.sessionCount() > ArrivalQueue.MAX_SESSIONS) {
      throw new IllegalArgumentException(
          size(trace)
              + ": sessions that think: "
              + trace.sessionCount()
              + " is out of range, at most "
              + ArrivalQueue.MAX_SESSIONS);
    }
    if (neededBytes(trace) > maxHeapBytes) {
      throw tooLarge(trace, maxHeapBytes, null);
    }
  }

  /**
   * Refuses a trace that could last longer than virtual time can hold. The end is no later than all
   * service times after one another, and the longest thinking of one session (or the last tick)
   * while nobody is served.
   *
   * @return how long it could last, in nanoseconds
   * @throws ArithmeticException if it could
   */
  static long requireTime(Trace trace, ServiceTimes service) {
    Pace pace = trace.pace();
    long stepNs = queues(trace) ? new ThinkTimes(trace.workload(), pace).maxNs() : pace.meanNs();
    long idleNs = Math.multiplyExact(stepNs, trace.eventsPerSession());
    long busyNs = Math.addExact(service.cpuBusyNs(), service.linkBusyNs());
    // room to round up to a whole millisecond
    return Math.addExact(Math.addExact(idleNs, busyNs), 1_000_000);
  }

  /** The refusal of a replay that is too long for virtual time. */
  static IllegalArgumentException tooLong(Trace trace, Profile profile, Throwable cause) {
    return new IllegalArgumentException(
        size(trace)
            + ": on profile '"
            + profile.name()
            + "' the replay could last longer than 2^63 virtual ns (292 years): replay fewer"
            + " events, a faster pace or a faster profile",
        cause);
  }

  /** The refusal of a replay that is too large for the heap. */
  static IllegalArgumentException tooLarge(
      Trace trace, long maxHeapBytes, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        size(trace)
            + ": the replay needs "
            + mib(neededBytes(trace))
            + " MiB of heap, the JVM has "
            + maxHeapBytes / MIB
            + " MiB: give it more with -Xmx, or replay fewer sessions or events",
        cause);
  }

  /** Bytes of heap for a replay and its trace, at most. */
  static long neededBytes(Trace trace) {
    long events = (long) trace.sessions().size() * trace.eventsPerSession();
    long bytes = LatencyCounts.BYTES + events * TRACE_BYTES_PER_EVENT + ServiceTimes.bytes(trace);
    return queues(trace)
        ? bytes + ArrivalQueue.BYTES_PER_SESSION * (long) trace.sessionCount()
        : bytes;
  }

  private static boolean queues(Trace trace) {
    return trace.pace().mode() == Pace.Mode.THINK;
  }

  private static String size(Trace trace) {
    return trace.workload()
        + ": "
        + trace.sessionCount()
        + " sessions x "
        + trace.eventsPerSession()
        + " events";
  }

  private static long mib(long bytes) {
    return (bytes + MIB - 1) / MIB;
  }
}
