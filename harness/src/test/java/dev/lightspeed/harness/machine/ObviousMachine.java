package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.SplitMix64;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;

/**
 * The virtual machine once more, slow and obvious: an event list, two stations with real queues,
 * and a list of all latencies. Shares no code with the fast one but the generator.
 */
final class ObviousMachine {

  /** One event on its way. */
  record Job(int session, int event, long arrivalNs) {}

  /** How long one event took. */
  record Served(int session, int event, long latencyNs) {}

  private enum Kind {
    ARRIVAL,
    CPU_DONE,
    LINK_DONE
  }

  private record Happening(long ns, Kind kind, Job job) {}

  private final Trace trace;
  private final Profile profile;
  private final PriorityQueue<Happening> happenings =
      new PriorityQueue<>(
          Comparator.comparingLong(Happening::ns)
              .thenComparing(Happening::kind)
              .thenComparingInt(happening -> happening.job().session())
              .thenComparingInt(happening -> happening.job().event()));
  private final PriorityQueue<Job> cpuQueue =
      new PriorityQueue<>(Comparator.comparingLong(Job::arrivalNs).thenComparingInt(Job::session));
  private final Deque<Job> linkQueue = new ArrayDeque<>();
  private boolean cpuBusy;
  private boolean linkBusy;
  private long endNs;

  /** Every event, in the order in which its frame left. */
  final List<Served> served = new ArrayList<>();

  ObviousMachine(Trace trace, Profile profile) {
    this.trace = trace;
    this.profile = profile;
  }

  Replay replay() {
    List<SplitMix64> paces = new ArrayList<>();
    for (int session = 0; session < trace.sessionCount(); session++) {
      paces.add(SplitMix64.forSession(trace.workload() + "/pace", session));
      if (thinks()) {
        arrive(session, 0, think(paces.get(session)));
      } else {
        for (int event = 0; event < trace.eventsPerSession(); event++) {
          arrive(session, event, (event + 1) * trace.pace().meanNs());
        }
      }
    }
    while (!happenings.isEmpty()) {
      Happening now = happenings.remove();
      happen(now, paces);
      serveLink(now.ns());
      // The CPU chooses last: only then is it known who else arrives at this instant.
      Happening next = happenings.peek();
      if (next == null || next.ns() > now.ns()) {
        serveCpu(now.ns());
      }
    }
    return report();
  }

  private void happen(Happening now, List<SplitMix64> paces) {
    Job job = now.job();
    switch (now.kind()) {
      case ARRIVAL -> cpuQueue.add(job);
      case CPU_DONE -> {
        cpuBusy = false;
        linkQueue.add(job);
      }
      case LINK_DONE -> {
        linkBusy = false;
        endNs = now.ns();
        served.add(new Served(job.session(), job.event(), now.ns() - job.arrivalNs()));
        int next = job.event() + 1;
        if (thinks() && next < trace.eventsPerSession()) {
          arrive(job.session(), next, now.ns() + think(paces.get(job.session())));
        }
      }
    }
  }

  private void serveLink(long ns) {
    if (!linkBusy && !linkQueue.isEmpty()) {
      Job job = linkQueue.remove();
      linkBusy = true;
      happenings.add(new Happening(ns + linkNs(job), Kind.LINK_DONE, job));
    }
  }

  private void serveCpu(long ns) {
    if (!cpuBusy && !cpuQueue.isEmpty()) {
      Job job = cpuQueue.remove();
      cpuBusy = true;
      happenings.add(new Happening(ns + cpuNs(job), Kind.CPU_DONE, job));
    }
  }

  private Replay report() {
    List<Long> sorted = new ArrayList<>();
    served.forEach(event -> sorted.add(event.latencyNs()));
    Collections.sort(sorted);
    BigInteger cpuBusyNs = BigInteger.ZERO;
    BigInteger linkBusyNs = BigInteger.ZERO;
    for (Served event : served) {
      Job job = new Job(event.session(), event.event(), 0);
      cpuBusyNs = cpuBusyNs.add(BigInteger.valueOf(cpuNs(job)));
      linkBusyNs = linkBusyNs.add(BigInteger.valueOf(linkNs(job)));
    }
    return new Replay(
        new LatencyMs(rank(sorted, 50), rank(sorted, 95), rank(sorted, 99), rank(sorted, 100)),
        cpuBusyNs.longValueExact(),
        linkBusyNs.longValueExact(),
        endNs);
  }

  private static long rank(List<Long> sorted, int percent) {
    int rank = 0;
    while ((long) rank * 100 < (long) percent * sorted.size()) {
      rank++;
    }
    long ns = sorted.get(rank - 1);
    return ns / 1_000_000 + (ns % 1_000_000 > 0 ? 1 : 0);
  }

  private boolean thinks() {
    return trace.pace().mode() == Pace.Mode.THINK;
  }

  private void arrive(int session, int event, long ns) {
    happenings.add(new Happening(ns, Kind.ARRIVAL, new Job(session, event, ns)));
  }

  private long think(SplitMix64 random) {
    long k = random.next() >>> 11;
    double x = (2 * k + 1) / 18_014_398_509_481_984.0;
    return (long) Math.floor(-trace.pace().meanNs() * StrictMath.log(x));
  }

  private long cpuNs(Job job) {
    return serviceNs(costs(job).cpuUnits(job.event()), profile.cpuUnits());
  }

  private long linkNs(Job job) {
    return serviceNs(costs(job).payloadBytes(job.event()), profile.ioUnits());
  }

  private SessionTrace costs(Job job) {
    return trace.sessions().get(job.session() % 1024);
  }

  private static long serviceNs(long units, long unitsPerMs) {
    BigInteger perMs = BigInteger.valueOf(unitsPerMs);
    return BigInteger.valueOf(units)
        .multiply(BigInteger.valueOf(1_000_000))
        .add(perMs)
        .subtract(BigInteger.ONE)
        .divide(perMs)
        .longValueExact();
  }
}
