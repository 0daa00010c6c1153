package dev.lightspeed.harness.report;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import java.math.BigInteger;

/**
 * What all sessions of a trace cost together, exactly. A distinct session counts as often as it
 * occurs; the mount's payload, operations and CPU are not events and do not count, its memory does.
 */
record Totals(
    BigInteger cpuUnits,
    BigInteger payloadBytes,
    BigInteger patchOps,
    BigInteger memoryUnits,
    long peakMemoryUnits) {

  static Totals of(Trace trace) {
    BigInteger cpuUnits = BigInteger.ZERO;
    BigInteger payloadBytes = BigInteger.ZERO;
    BigInteger patchOps = BigInteger.ZERO;
    BigInteger memoryUnits = BigInteger.ZERO;
    long peak = 0;
    for (int i = 0; i < trace.sessions().size(); i++) {
      SessionTrace session = trace.sessions().get(i);
      BigInteger times = BigInteger.valueOf(trace.multiplicity(i));
      long units = ScenarioReport.memoryUnits(session.peakRetainedBytes());
      peak = Math.max(peak, units);
      memoryUnits = memoryUnits.add(times.multiply(BigInteger.valueOf(units)));
      Sum cpu = new Sum();
      // 2^31 events of 2^31 fit a long; CPU units need not.
      long payload = 0;
      long ops = 0;
      for (int event = 0; event < session.eventCount(); event++) {
        cpu.add(session.cpuUnits(event));
        payload += session.payloadBytes(event);
        ops += session.patchOps(event);
      }
      cpuUnits = cpuUnits.add(times.multiply(cpu.value()));
      payloadBytes = payloadBytes.add(times.multiply(BigInteger.valueOf(payload)));
      patchOps = patchOps.add(times.multiply(BigInteger.valueOf(ops)));
    }
    return new Totals(cpuUnits, payloadBytes, patchOps, memoryUnits, peak);
  }

  /** A sum of non-negative longs that cannot overflow, and rarely needs more than a long. */
  private static final class Sum {

    private BigInteger carried = BigInteger.ZERO;
    private long rest;

    void add(long value) {
      if (value > Long.MAX_VALUE - rest) {
        carried = value();
        rest = 0;
      }
      rest += value;
    }

    BigInteger value() {
      return carried.add(BigInteger.valueOf(rest));
    }
  }
}
