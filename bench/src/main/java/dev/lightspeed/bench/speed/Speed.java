package dev.lightspeed.bench.speed;

import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Events per second of one thread of this JVM. The only class of the command with a clock: nothing
 * that it measures reaches a report.
 *
 * <p>A speed is that of the fastest of many short measurements: whatever else a machine does makes
 * some of them slower, and none faster.
 */
final class Speed {

  private static final int SESSIONS = 16;
  private static final int EVENTS = 200;
  private static final long MEASUREMENT_NS = Duration.ofMillis(50).toNanos();

  /** It ends when none of so many measurements was faster by 1 %; the JIT may take its time. */
  private static final int STEADY_MEASUREMENTS = 50;

  private static final int MAX_MEASUREMENTS = 200;

  private Speed() {}

  /** One pass over some events; returns how many. */
  private interface SpeedPass {
    long run();
  }

  /**
   * Event → state → rendering → diff → frame, with scripts made beforehand; counted if the meter
   * runs in this JVM.
   */
  static double eventsPerSecond(Workload workload) throws InterruptedException {
    Event[][] scripts = new Event[SESSIONS][EVENTS];
    for (int session = 0; session < SESSIONS; session++) {
      Iterator<Event> script = workload.script(session);
      Arrays.setAll(scripts[session], event -> script.next());
    }
    double[] result = new double[1];
    Runnable task = () -> result[0] = fastest(() -> pass(workload, scripts));
    Thread thread =
        Meter.isActive() ? Meter.require().newThread(task, "bench") : new Thread(task, "bench");
    thread.start();
    thread.join();
    return result[0];
  }

  /**
   * All of counting on one thread: scripts, rehearsal, counting, and sizing after every event.
   *
   * @param attributing whether work is also attributed to call paths
   */
  static double tracedEventsPerSecond(Workload workload, MeterMode mode, boolean attributing) {
    Scenario scenario = new Scenario(workload, SESSIONS, EVENTS);
    TraceOptions oneThread =
        new TraceOptions(1, false, TraceOptions.DEFAULT_UNIT_LIMIT, events -> {});
    CountingPlan plan = new CountingPlan(mode, attributing, oneThread, Optional.empty());
    return fastest(
        () -> {
          plan.count(List.of(scenario), RunListener.NONE);
          return scenario.totalEvents();
        });
  }

  private static long pass(Workload workload, Event[][] scripts) {
    long bytes = 0;
    for (int session = 0; session < SESSIONS; session++) {
      Session opened = workload.open(session);
      bytes += opened.mount().payloadBytes();
      for (Event event : scripts[session]) {
        bytes += opened.handle(event).payloadBytes();
      }
    }
    if (bytes == 0) {
      throw new IllegalStateException(workload.label() + " sent nothing");
    }
    return (long) SESSIONS * EVENTS;
  }

  private static double fastest(SpeedPass pass) {
    double fastest = 0;
    int steady = 0;
    for (int i = 0; i < MAX_MEASUREMENTS && steady < STEADY_MEASUREMENTS; i++) {
      double speed = measure(pass);
      steady = speed > 1.01 * fastest ? 0 : steady + 1;
      fastest = Math.max(fastest, speed);
    }
    return fastest;
  }

  private static double measure(SpeedPass pass) {
    long events = 0;
    long start = System.nanoTime();
    long elapsed;
    do {
      events += pass.run();
      elapsed = System.nanoTime() - start;
    } while (elapsed < MEASUREMENT_NS);
    return events * 1e9 / elapsed;
  }
}
