package dev.lightspeed.harness.report;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import java.math.BigInteger;

/**
 * What all sessions of a trace cost together, exactly. A distinct session counts as often as it
 * occurs. Mounts are not events and are summed apart; only their memory counts with the rest.
 */
final class Totals {

  private final ExactSum cpuUnits = new ExactSum();
  private final ExactSum payloadBytes = new ExactSum();
  private final ExactSum patchOps = new ExactSum();
  private final ExactSum allocatedBytes = new ExactSum();
  private final ExactSum memoryUnits = new ExactSum();
  private final ExactSum mountCpuUnits = new ExactSum();
  private final ExactSum mountPayloadBytes = new ExactSum();
  private final ExactSum mountAllocatedBytes = new ExactSum();
  private long maxCpuUnits;
  private long maxPayloadBytes;
  private long peakMemoryUnits;

  private Totals() {}

  /** The totals of {@code trace}. */
  static Totals of(Trace trace) {
    Totals totals = new Totals();
    for (int i = 0; i < trace.sessions().size(); i++) {
      SessionTrace session = trace.sessions().get(i);
      int times = trace.multiplicity(i);
      totals.addMemory(session, times);
      totals.addMount(session, times);
      totals.addEvents(session, times);
    }
    return totals;
  }

  private void addMemory(SessionTrace session, int times) {
    long units = ScenarioReport.memoryUnits(session.peakRetainedBytes());
    peakMemoryUnits = Math.max(peakMemoryUnits, units);
    memoryUnits.add(BigInteger.valueOf(units), times);
  }

  private void addMount(SessionTrace session, int times) {
    mountCpuUnits.add(BigInteger.valueOf(session.mount().cpuUnits()), times);
    mountPayloadBytes.add(BigInteger.valueOf(session.mount().payloadBytes()), times);
    mountAllocatedBytes.add(BigInteger.valueOf(session.mount().allocatedBytes()), times);
  }

  private void addEvents(SessionTrace session, int times) {
    ExactSum cpu = new ExactSum();
    ExactSum allocated = new ExactSum();
    // 2^31 events of 2^31 fit a long; CPU units and allocated bytes need not.
    long payload = 0;
    long ops = 0;
    for (int event = 0; event < session.eventCount(); event++) {
      cpu.add(session.cpuUnits(event));
      maxCpuUnits = Math.max(maxCpuUnits, session.cpuUnits(event));
      payload += session.payloadBytes(event);
      maxPayloadBytes = Math.max(maxPayloadBytes, session.payloadBytes(event));
      ops += session.patchOps(event);
      allocated.add(session.allocatedBytes(event));
    }
    cpuUnits.add(cpu.value(), times);
    payloadBytes.add(BigInteger.valueOf(payload), times);
    patchOps.add(BigInteger.valueOf(ops), times);
    allocatedBytes.add(allocated.value(), times);
  }

  BigInteger cpuUnits() {
    return cpuUnits.value();
  }

  BigInteger payloadBytes() {
    return payloadBytes.value();
  }

  BigInteger patchOps() {
    return patchOps.value();
  }

  BigInteger allocatedBytes() {
    return allocatedBytes.value();
  }

  BigInteger memoryUnits() {
    return memoryUnits.value();
  }

  BigInteger mountCpuUnits() {
    return mountCpuUnits.value();
  }

  BigInteger mountPayloadBytes() {
    return mountPayloadBytes.value();
  }

  BigInteger mountAllocatedBytes() {
    return mountAllocatedBytes.value();
  }

  /** The most of one event. */
  long maxCpuUnits() {
    return maxCpuUnits;
  }

  /** The longest frame of an event. */
  long maxPayloadBytes() {
    return maxPayloadBytes;
  }

  /** The most of one session. */
  long peakMemoryUnits() {
    return peakMemoryUnits;
  }

  /** A sum of non-negative numbers that cannot overflow, and rarely needs more than a long. */
  private static final class ExactSum {

    private BigInteger carried = BigInteger.ZERO;
    private long rest;

    void add(long value) {
      if (value > Long.MAX_VALUE - rest) {
        carried = value();
        rest = 0;
      }
      rest += value;
    }

    void add(BigInteger value, int times) {
      carried = carried.add(value.multiply(BigInteger.valueOf(times)));
    }

    BigInteger value() {
      return carried.add(BigInteger.valueOf(rest));
    }
  }
}
