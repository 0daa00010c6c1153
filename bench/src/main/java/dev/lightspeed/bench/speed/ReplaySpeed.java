package dev.lightspeed.bench.speed;

import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.VirtualMachine;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.SplitMix64;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;

/** How fast the virtual machine is on this machine. */
final class ReplaySpeed {

  private static final int RUNS = 5;
  private static final Duration THINK_TIME = Duration.ofSeconds(1);
  private static final long MEAN_CPU_UNITS = 5_000;
  private static final int MEAN_PAYLOAD_BYTES = 300;

  private ReplaySpeed() {}

  /**
   * Events replayed per second of one core, by the CPU time of this thread and the fastest of five
   * runs, so that what else the machine does matters less. The trace has costs between nearly none
   * and twice their mean, and loads the CPU of its profile to 60 %.
   */
  static double eventsPerSecond(int sessions, int eventsPerSession) {
    Trace trace = trace(sessions, eventsPerSession);
    Profile profile = profile(sessions);
    ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    double fastest = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = clock.getCurrentThreadCpuTime();
      VirtualMachine.replay(trace, profile);
      long elapsed = clock.getCurrentThreadCpuTime() - start;
      fastest = Math.max(fastest, trace.totalEvents() * 1e9 / elapsed);
    }
    return fastest;
  }

  /** A synthetic trace of users who think for a second. */
  private static Trace trace(int sessions, int eventsPerSession) {
    SessionTrace[] traces = new SessionTrace[Math.min(sessions, Scenario.DISTINCT_SESSIONS)];
    for (int i = 0; i < traces.length; i++) {
      SplitMix64 random = SplitMix64.forSession("speed", i);
      SessionTrace.Builder builder = new SessionTrace.Builder(cost(random), eventsPerSession);
      for (int event = 0; event < eventsPerSession; event++) {
        builder.add(cost(random));
      }
      traces[i] = builder.build();
    }
    return new Trace(
        "speed", Pace.thinking(THINK_TIME), sessions, eventsPerSession, Arrays.asList(traces));
  }

  /**
   * A profile whose CPU {@code sessions} of that trace load to 60 %, and the link to half of that.
   */
  private static Profile profile(int sessions) {
    long eventsPerMs = Math.max(1, sessions / THINK_TIME.toMillis());
    return new Profile(
        "speed",
        eventsPerMs * MEAN_CPU_UNITS * 10 / 6,
        eventsPerMs * MEAN_PAYLOAD_BYTES * 10 / 3,
        Long.MAX_VALUE);
  }

  private static Cost cost(SplitMix64 random) {
    return new Cost(
        random.below((int) (2 * MEAN_CPU_UNITS)),
        random.below(2 * MEAN_PAYLOAD_BYTES),
        1,
        1_000,
        1_000);
  }
}
