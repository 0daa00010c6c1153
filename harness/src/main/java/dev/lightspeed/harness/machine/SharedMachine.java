package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.util.ArrayList;
import java.util.List;

/**
 * The {@link VirtualMachine} with several workloads on it: the same CPU and the same link serve the
 * sessions of all. Ties go by the order of the traces, then by session.
 */
public final class SharedMachine {

  private final List<Tenant> tenants = new ArrayList<>();
  private final int sessionCount;

  /** One workload: its sessions are numbered from {@code firstSession}. */
  private static final class Tenant {
    private final Trace trace;
    private final int firstSession;
    private final ServiceTimes service;
    private final ThinkTimes thinkTimes;
    private final Percentiles percentiles;

    Tenant(Trace trace, Profile profile, int firstSession) {
      this.trace = trace;
      this.firstSession = firstSession;
      service = new ServiceTimes(trace, profile);
      thinkTimes = new ThinkTimes(trace.workload(), trace.pace());
      percentiles = new Percentiles(trace.totalEvents());
    }

    /** When an event arrives if the one before it was served by {@code servedNs}. */
    long arrivalNs(int session, int event, long servedNs) {
      return trace.pace().mode() == Pace.Mode.BROADCAST
          ? (event + 1L) * trace.pace().meanNs()
          : servedNs + thinkTimes.beforeEvent(session, event);
    }
  }

  private SharedMachine(List<Trace> traces, Profile profile) {
    int sessions = 0;
    for (Trace trace : traces) {
      ReplayLimits.requireHeap(trace, Runtime.getRuntime().maxMemory());
      tenants.add(new Tenant(trace, profile, sessions));
      sessions = Math.addExact(sessions, trace.sessionCount());
    }
    sessionCount = sessions;
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
    if (traces.size() == 1) {
      Replay replay = VirtualMachine.replay(first, profile);
      return new SharedReplay(replay.latency(), List.of(replay));
    }
    try {
      SharedMachine machine = new SharedMachine(traces, profile);
      machine.requireTime();
      return machine.replay();
    } catch (ArithmeticException e) {
      throw ReplayLimits.tooLong(first, profile, e);
    } catch (OutOfMemoryError e) {
      throw ReplayLimits.tooLarge(first, Runtime.getRuntime().maxMemory(), e);
    }
  }

  /** One after the other they take at least as long as together. */
  private void requireTime() {
    long ns = 0;
    for (Tenant tenant : tenants) {
      ns = Math.addExact(ns, ReplayLimits.requireTime(tenant.trace, tenant.service));
    }
  }

  private SharedReplay replay() {
    long events = 0;
    long cpuBusyNs = 0;
    long linkBusyNs = 0;
    for (Tenant tenant : tenants) {
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
      for (Tenant tenant : tenants) {
        another |= tenant.percentiles.needsAnother();
      }
    } while (another);
    List<Replay> each = new ArrayList<>();
    for (Tenant tenant : tenants) {
      each.add(new Replay(tenant.percentiles.latency(), cpuBusyNs, linkBusyNs, endNs));
    }
    return new SharedReplay(all.latency(), each);
  }

  private long run(LatencySink all) {
    ArrivalQueue arrivals = new ArrivalQueue(sessionCount);
    for (Tenant tenant : tenants) {
      for (int session = 0; session < tenant.trace.sessionCount(); session++) {
        arrivals.add(tenant.firstSession + session, 0, tenant.arrivalNs(session, 0, 0));
      }
    }
    long cpuFreeNs = 0;
    long linkFreeNs = 0;
    for (int number = arrivals.poll(); number >= 0; number = arrivals.poll()) {
      Tenant tenant = tenant(number);
      int session = number - tenant.firstSession;
      long arrivalNs = arrivals.timeNs();
      int event = arrivals.event(number);
      int index = tenant.service.index(session, event);
      cpuFreeNs = Math.max(arrivalNs, cpuFreeNs) + tenant.service.cpuNs(index);
      linkFreeNs = Math.max(cpuFreeNs, linkFreeNs) + tenant.service.linkNs(index);
      tenant.percentiles.accept(session, event, linkFreeNs - arrivalNs);
      all.accept(number, event, linkFreeNs - arrivalNs);
      int next = event + 1;
      if (next < tenant.trace.eventsPerSession()) {
        arrivals.add(number, next, tenant.arrivalNs(session, next, linkFreeNs));
      }
    }
    return linkFreeNs;
  }

  /** Whose session it is; there are few tenants. */
  private Tenant tenant(int number) {
    int last = tenants.size() - 1;
    while (tenants.get(last).firstSession > number) {
      last--;
    }
    return tenants.get(last);
  }
}
