package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;

/**
 * One CPU and one link, each first come first served, and every session's user, in integer
 * nanoseconds of virtual time.
 *
 * <p>Events reach the CPU ordered by (time, session). The link serves them in the order in which
 * the CPU has: so neither station needs a queue, only the time at which it will be free. All that
 * is to be ordered are the arrivals to come, one for each session ({@link ArrivalQueue}); a
 * broadcast orders itself.
 */
public final class VirtualMachine {

  private final Trace trace;
  private final ServiceTimes service;

  private VirtualMachine(Trace trace, ServiceTimes service) {
    this.trace = trace;
    this.service = service;
  }

  /**
   * Replays {@code trace} on {@code profile}.
   *
   * @throws IllegalArgumentException if it could last longer than virtual time can hold, or needs
   *     more heap than this JVM has
   */
  public static Replay replay(Trace trace, Profile profile) {
    ReplayLimits.requireHeap(trace, Runtime.getRuntime().maxMemory());
    try {
      ServiceTimes service = new ServiceTimes(trace, profile);
      long unused = ReplayLimits.requireTime(trace, service);
      return new VirtualMachine(trace, service).replay();
    } catch (ArithmeticException e) {
      throw ReplayLimits.tooLong(trace, profile, e);
    } catch (OutOfMemoryError e) {
      throw ReplayLimits.tooLarge(trace, Runtime.getRuntime().maxMemory(), e);
    }
  }

  /**
   * How a replay of {@code trace} on {@code profile} went over its virtual time. It is replayed
   * once more, which gives the same.
   *
   * @param replay what replaying the two gave
   */
  public static ReplayCourse course(Trace trace, Profile profile, Replay replay) {
    CourseRecorder recorder = new CourseRecorder(replay);
    run(trace, profile, recorder);
    return recorder.course();
  }

  private Replay replay() {
    Percentiles percentiles = new Percentiles(trace.totalEvents());
    long endNs;
    do {
      endNs = run(percentiles);
    } while (percentiles.needsAnother());
    return new Replay(percentiles.latency(), service.cpuBusyNs(), service.linkBusyNs(), endNs);
  }

  /** The rank, from 1, of the least of {@code count} values that {@code percent} % are up to. */
  static long nearestRank(int percent, long count) {
    return count / 100 * percent + (count % 100 * percent + 99) / 100;
  }

  /** Replays, tells {@code sink} every latency, and returns when the last frame had left. */
  static long run(Trace trace, Profile profile, LatencySink sink) {
    return new VirtualMachine(trace, new ServiceTimes(trace, profile)).run(sink);
  }

  private long run(LatencySink sink) {
    return trace.pace().mode() == Pace.Mode.BROADCAST ? broadcast(sink) : think(sink);
  }

  private long broadcast(LatencySink sink) {
    long intervalNs = trace.pace().meanNs();
    long tickNs = 0;
    long cpuFreeNs = 0;
    long linkFreeNs = 0;
    for (int event = 0; event < trace.eventsPerSession(); event++) {
      tickNs += intervalNs;
      for (int session = 0; session < trace.sessionCount(); session++) {
        int index = service.index(session, event);
        long cpuNs = service.cpuNs(index);
        long linkNs = service.linkNs(index);
        cpuFreeNs = Math.max(tickNs, cpuFreeNs) + cpuNs;
        linkFreeNs = Math.max(cpuFreeNs, linkFreeNs) + linkNs;
        sink.accept(session, event, linkFreeNs - tickNs);
        sink.served(cpuFreeNs, cpuNs, linkFreeNs, linkNs);
      }
    }
    return linkFreeNs;
  }

  private long think(LatencySink sink) {
    ThinkTimes thinkTimes = new ThinkTimes(trace.workload(), trace.pace());
    ArrivalQueue arrivals = new ArrivalQueue(trace.sessionCount());
    for (int session = 0; session < trace.sessionCount(); session++) {
      arrivals.add(session, 0, thinkTimes.beforeEvent(session, 0));
    }
    int eventsPerSession = trace.eventsPerSession();
    long cpuFreeNs = 0;
    long linkFreeNs = 0;
    for (int session = arrivals.poll(); session >= 0; session = arrivals.poll()) {
      long arrivalNs = arrivals.timeNs();
      int event = arrivals.event(session);
      int index = service.index(session, event);
      long cpuNs = service.cpuNs(index);
      long linkNs = service.linkNs(index);
      cpuFreeNs = Math.max(arrivalNs, cpuFreeNs) + cpuNs;
      linkFreeNs = Math.max(cpuFreeNs, linkFreeNs) + linkNs;
      sink.accept(session, event, linkFreeNs - arrivalNs);
      sink.served(cpuFreeNs, cpuNs, linkFreeNs, linkNs);
      int next = event + 1;
      if (next < eventsPerSession) {
        arrivals.add(session, next, linkFreeNs + thinkTimes.beforeEvent(session, next));
      }
    }
    return linkFreeNs;
  }
}
