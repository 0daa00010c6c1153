package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.trace.Trace;

/** Stands in for the virtual machine: one event after the other, without a queue. */
public final class VirtualMachine {

  private VirtualMachine() {}

  /** Replays {@code trace} on {@code profile}. */
  public static Replay replay(Trace trace, Profile profile) {
    long cpuMs = 1 + trace.sessions().get(0).cpuUnits(0) / profile.cpuUnits();
    return new Replay(new LatencyMs(cpuMs, cpuMs, cpuMs, cpuMs), 1, 1, 1);
  }
}
