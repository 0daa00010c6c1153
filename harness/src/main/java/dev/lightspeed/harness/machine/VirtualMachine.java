package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * One CPU and one link, each first come first served, and every session's user, in integer
 * nanoseconds of virtual time. One workload has the machine for itself, or several share it.
 *
 * <p>Events reach the CPU ordered by (time, workload, session). The link serves them in the order
 * in which the CPU has: so neither station needs a queue, only the time at which it will be free.
 * All that is to be ordered are the arrivals to come, one for each session ({@link ArrivalQueue});
 * a broadcast that has the machine for itself orders itself.
 */
public final class VirtualMachine {

  private final Guest[] tenants;
  private final int sessionCount;

  /** One workload: its sessions are numbered from {@code firstSession}. */
  private static final class Guest {
    private final Trace trace;
    private final int firstSession;
    private final boolean broadcasts;
    private final ServiceTimes service;
    private final ThinkTimes thinkTimes;
    private final Percentiles percentiles;

    Guest(Trace trace, Profile profile, int firstSession) {
      this.trace = trace;
      this.firstSession = firstSession;
      broadcasts = trace.pace().mode() == Pace.Mode.BROADCAST;
      service = new ServiceTimes(trace, profile);
      thinkTimes = new ThinkTimes(trace.workload(), trace.pace());
      percentiles = new Percentiles(trace.totalEvents());
    }

    /** When an event arrives if the one before it was served by {@code servedNs}. */
    long arrivalNs(int session, int event, long servedNs) {
      return broadcasts
          ? (event + 1L) * trace.pace().meanNs()
          : servedNs + thinkTimes.beforeEvent(session, event);
    }
  }

  private VirtualMachine(List<Trace> traces, Profile profile) {
    tenants = new Guest[traces.size()];
    int sessions = 0;
    for (int i = 0; i < tenants.length; i++) {
      tenants[i] = new Guest(traces.get(i), profile, sessions);
      sessions = Math.addExact(sessions, traces.get(i).sessionCount());
    }
    sessionCount = sessions;
  }

  /**
   * Replays {@code trace} on {@code profile}.
   *
   * @throws IllegalArgumentException if it could last longer than virtual time can hold, or needs
   *     more heap than this JVM has
   */
  public static Replay replay(Trace trace, Profile profile) {
    return replay(List.of(trace), profile).each().get(0);
  }

  /**
   * Replays {@code traces} at the same time on {@code profile}.
   *
   * @param traces at least one, each of another workload
   * @throws IllegalArgumentException if they could last longer than virtual time can hold, or need
   *     more heap than this JVM has
   */
  public static SharedReplay replay(List<Trace> traces, Profile profile) {
    Trace first = traces.get(0);
    traces.forEach(each -> ReplayLimits.requireHeap(each, Runtime.getRuntime().maxMemory()));
    try {
      VirtualMachine machine = new VirtualMachine(traces, profile);
      machine.requireTime();
      return machine.replay();
    } catch (ArithmeticException e) {
      throw ReplayLimits.tooLong(first, profile, e);
    } catch (OutOfMemoryError e) {
      throw ReplayLimits.tooLarge(first, Runtime.getRuntime().maxMemory(), e);
    }
  }

  /**
   * How a replay of {@code trace} on {@code profile} went over its virtual time. It is replayed
   * once more, which gives the same.
   *
   * @param replay what replaying the two gave
   */
  public static ReplayTimeline timeline(Trace trace, Profile profile, Replay replay) {
    TimelineRecorder recorder = new TimelineRecorder(replay);
    run(trace, profile, recorder);
    return recorder.timeline();
  }

  /** Replays, tells {@code sink} every latency, and returns when the last frame had left. */
  static long run(Trace trace, Profile profile, LatencySink sink) {
    return new VirtualMachine(List.of(trace), profile).run(sink);
  }

  /** The rank, from 1, of the least of {@code count} values that {@code percent} % are up to. */
  static long nearestRank(int percent, long count) {
    return count / 100 * percent + (count % 100 * percent + 99) / 100;
  }

  /** One after the other they take at least as long as together. */
  private void requireTime() {
    long ns = 0;
    for (Guest tenant : tenants) {
      ns = Math.addExact(ns, ReplayLimits.requireTime(tenant.trace, tenant.service));
    }
  }

  private boolean isShared() {
    return tenants.length > 1;
  }

  private SharedReplay replay() {
    long events = 0;
    long cpuBusyNs = 0;
    long linkBusyNs = 0;
    for (Guest tenant : tenants) {
      events += tenant.trace.totalEvents();
      cpuBusyNs += tenant.service.cpuBusyNs();
      linkBusyNs += tenant.service.linkBusyNs();
    }
    Percentiles all = new Percentiles(events);
    long endNs;
    boolean another;
    do {
      endNs = run(all);
      another = all.needsAnother();
      for (Guest tenant : tenants) {
        another |= isShared() && tenant.percentiles.needsAnother();
      }
    } while (another);
    List<Replay> each = new ArrayList<>();
    for (Guest tenant : tenants) {
      Percentiles own = isShared() ? tenant.percentiles : all;
      each.add(new Replay(own.latency(), cpuBusyNs, linkBusyNs, endNs));
    }
    return new SharedReplay(all.latency(), each);
  }

  private long run(LatencySink all) {
    return isShared() || !tenants[0].broadcasts ? queue(all) : broadcast(tenants[0], all);
  }

  private static long broadcast(Guest tenant, LatencySink sink) {
    Trace trace = tenant.trace;
    ServiceTimes service = tenant.service;
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

  private long queue(LatencySink all) {
    ArrivalQueue arrivals = new ArrivalQueue(sessionCount);
    for (Guest tenant : tenants) {
      for (int session = 0; session < tenant.trace.sessionCount(); session++) {
        arrivals.add(tenant.firstSession + session, 0, tenant.arrivalNs(session, 0, 0));
      }
    }
    boolean shared = isShared();
    Guest tenant = tenants[0];
    long cpuFreeNs = 0;
    long linkFreeNs = 0;
    for (int number = arrivals.poll(); number >= 0; number = arrivals.poll()) {
      tenant = shared ? tenant(number) : tenant;
      int session = number - tenant.firstSession;
      long arrivalNs = arrivals.timeNs();
      int event = arrivals.event(number);
      int index = tenant.service.index(session, event);
      long cpuNs = tenant.service.cpuNs(index);
      long linkNs = tenant.service.linkNs(index);
      cpuFreeNs = Math.max(arrivalNs, cpuFreeNs) + cpuNs;
      linkFreeNs = Math.max(cpuFreeNs, linkFreeNs) + linkNs;
      all.accept(number, event, linkFreeNs - arrivalNs);
      all.served(cpuFreeNs, cpuNs, linkFreeNs, linkNs);
      if (shared) {
        tenant.percentiles.accept(session, event, linkFreeNs - arrivalNs);
      }
      int next = event + 1;
      if (next < tenant.trace.eventsPerSession()) {
        arrivals.add(number, next, tenant.arrivalNs(session, next, linkFreeNs));
      }
    }
    return linkFreeNs;
  }

  /** Whose session it is; there are few tenants. */
  private Guest tenant(int number) {
    int last = tenants.length - 1;
    while (tenants[last].firstSession > number) {
      last--;
    }
    return tenants[last];
  }
}
