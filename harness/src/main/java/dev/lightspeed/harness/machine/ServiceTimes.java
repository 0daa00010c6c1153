package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;
import java.math.BigInteger;

/**
 * How long a profile's CPU and link serve every event of a trace, in nanoseconds, divided once and
 * read often. Lies by event, then session, because sessions are at about the same event at the same
 * time. The two times of an event share a {@code long} where all of them fit into 32 bits, which is
 * up to 4.29 virtual seconds.
 */
final class ServiceTimes {

  /** The most events of distinct sessions, so that all their times fit into one array. */
  static final int MAX_EVENTS = 1 << 29;

  private static final BigInteger NS_PER_MS = BigInteger.valueOf(1_000_000);
  private static final long MAX_NARROW_NS = 0xFFFF_FFFFL;

  private final int distinctSessions;
  private final boolean narrow;
  private final long[] times;
  private long cpuBusyNs;
  private long linkBusyNs;

  /**
   * The service times of {@code trace} on {@code profile}.
   *
   * @throws ArithmeticException if they add up to more than virtual time can hold
   */
  ServiceTimes(Trace trace, Profile profile) {
    distinctSessions = trace.sessions().size();
    narrow = isNarrow(trace, profile);
    times = new long[distinctSessions * trace.eventsPerSession() * (narrow ? 1 : 2)];
    for (int session = 0; session < distinctSessions; session++) {
      divide(trace, profile, session);
    }
  }

  /** Bytes of heap that the times of {@code trace} need at most. */
  static long bytes(Trace trace) {
    return 2L * Long.BYTES * trace.sessions().size() * trace.eventsPerSession();
  }

  /** Where the times of an event are; both arguments count from 0. */
  int index(int session, int event) {
    return event * distinctSessions + (session & (Scenario.DISTINCT_SESSIONS - 1));
  }

  /** How long the CPU serves the event at {@code index}. */
  long cpuNs(int index) {
    return narrow ? times[index] >>> 32 : times[2 * index];
  }

  /** How long the link serves the event at {@code index}. */
  long linkNs(int index) {
    return narrow ? times[index] & MAX_NARROW_NS : times[2 * index + 1];
  }

  /** How long the CPU serves all events of all sessions. */
  long cpuBusyNs() {
    return cpuBusyNs;
  }

  /** How long the link serves all events of all sessions. */
  long linkBusyNs() {
    return linkBusyNs;
  }

  private void divide(Trace trace, Profile profile, int session) {
    SessionTrace costs = trace.sessions().get(session);
    long cpuSumNs = 0;
    long linkSumNs = 0;
    for (int event = 0; event < trace.eventsPerSession(); event++) {
      long cpuNs = serviceNs(costs.cpuUnits(event), profile.cpuUnits());
      long linkNs = serviceNs(costs.payloadBytes(event), profile.ioUnits());
      cpuSumNs = Math.addExact(cpuSumNs, cpuNs);
      linkSumNs = Math.addExact(linkSumNs, linkNs);
      int index = index(session, event);
      if (narrow) {
        times[index] = (cpuNs << 32) | linkNs;
      } else {
        times[2 * index] = cpuNs;
        times[2 * index + 1] = linkNs;
      }
    }
    int copies = trace.multiplicity(session);
    cpuBusyNs = Math.addExact(cpuBusyNs, Math.multiplyExact(cpuSumNs, copies));
    linkBusyNs = Math.addExact(linkBusyNs, Math.multiplyExact(linkSumNs, copies));
  }

  private static boolean isNarrow(Trace trace, Profile profile) {
    long cpuUnits = 0;
    long payloadBytes = 0;
    for (SessionTrace session : trace.sessions()) {
      for (int event = 0; event < trace.eventsPerSession(); event++) {
        cpuUnits = Math.max(cpuUnits, session.cpuUnits(event));
        payloadBytes = Math.max(payloadBytes, session.payloadBytes(event));
      }
    }
    return serviceNs(cpuUnits, profile.cpuUnits()) <= MAX_NARROW_NS
        && serviceNs(payloadBytes, profile.ioUnits()) <= MAX_NARROW_NS;
  }

  /**
   * How long a station that does {@code unitsPerMs} serves {@code units}, rounded up.
   *
   * @throws ArithmeticException if that is 2^63 ns or more
   */
  static long serviceNs(long units, long unitsPerMs) {
    if (units <= Long.MAX_VALUE / 1_000_000) {
      long work = units * 1_000_000;
      return work / unitsPerMs + (work % unitsPerMs == 0 ? 0 : 1);
    }
    BigInteger[] quotient =
        BigInteger.valueOf(units)
            .multiply(NS_PER_MS)
            .divideAndRemainder(BigInteger.valueOf(unitsPerMs));
    return quotient[0].add(BigInteger.valueOf(quotient[1].signum())).longValueExact();
  }
}
