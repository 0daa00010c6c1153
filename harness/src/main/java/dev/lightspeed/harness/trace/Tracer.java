package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMissingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs a scenario's workload for real and counts what it does: every distinct session once, on as
 * many threads as wanted. Sessions do not know of each other, so neither their order nor the number
 * of threads changes the trace.
 */
public final class Tracer {

  /** Below every session: nothing is left to do. */
  private static final int ALL_STOPPED = -1;

  /** How long nobody looks whether a worker gets on. */
  private static final long LOOK_MS = 250;

  private static final long MS_PER_SECOND = 1_000;

  private final Scenario scenario;
  private final TraceOptions options;
  private final Meter meter;
  private final @Nullable Supplier<StepWatch> stepWatches;
  private final int sessions;

  private final AtomicInteger taken = new AtomicInteger();

  /** The lowest session that failed: those above it are not needed any more. */
  private final AtomicInteger lowestFailed = new AtomicInteger(Integer.MAX_VALUE);

  /** By session; each is written by one thread, and read after that has ended. */
  private final @Nullable SessionTrace[] traces;

  private final @Nullable Throwable[] failures;

  private Tracer(
      Scenario scenario,
      TraceOptions options,
      Meter meter,
      @Nullable Supplier<StepWatch> stepWatches) {
    this.scenario = scenario;
    this.options = options;
    this.meter = meter;
    this.stepWatches = stepWatches;
    this.sessions = scenario.distinctSessions();
    this.traces = new SessionTrace[sessions];
    this.failures = new Throwable[sessions];
  }

  /**
   * The trace of {@code scenario}.
   *
   * @throws MeterMissingException if the meter is not running in this JVM
   * @throws WorkloadFailure if the workload cannot be measured, with the lowest session that failed
   * @throws CancellationException if this thread is interrupted, which it then still is
   */
  public static Trace trace(Scenario scenario, TraceOptions options) {
    return new Tracer(scenario, options, Meter.require(), null).trace();
  }

  /**
   * The same trace, with somebody looking on. The meter has to be attributing.
   *
   * @param stepWatches gives each thread a watch of its own; called by these threads
   * @throws MeterMissingException if the meter is not running in this JVM
   * @throws WorkloadFailure if the workload cannot be measured, with the lowest session that failed
   * @throws CancellationException if this thread is interrupted, which it then still is
   */
  public static Trace trace(
      Scenario scenario, TraceOptions options, Supplier<StepWatch> stepWatches) {
    return new Tracer(scenario, options, Meter.require(), stepWatches).trace();
  }

  private Trace trace() {
    Pace pace = pace();
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < Math.min(options.threads(), sessions); i++) {
      int index = i;
      workers.add(new Worker(meter, () -> work(workers.get(index)), "tracer-" + i));
    }
    workers.forEach(worker -> worker.thread().start());
    join(workers);
    rethrowLowestFailure();
    return new Trace(
        scenario.workload().label(),
        pace,
        scenario.sessionCount(),
        scenario.eventsPerSession(),
        Arrays.stream(traces).map(Objects::requireNonNull).toList());
  }

  /** Asked for first: nothing should run for a trace that cannot be made. */
  private Pace pace() {
    String place = scenario.workload().label() + ": pace()";
    Pace pace;
    try {
      pace = scenario.workload().pace();
    } catch (RuntimeException | LinkageError e) {
      throw new WorkloadFailure(place + " threw " + e, e);
    }
    return requirePace(place, pace);
  }

  private static Pace requirePace(String place, @Nullable Pace pace) {
    if (pace == null) {
      throw new WorkloadFailure(place + " returned null");
    }
    return pace;
  }

  /**
   * Traces sessions until none is left. After a failure, those below it go on, because one of them
   * may fail too: so the same failure is reported whatever the order and the number of threads.
   */
  private void work(Worker worker) {
    SessionTracer tracer =
        new SessionTracer(
            scenario.workload(),
            scenario.eventsPerSession(),
            options,
            meter,
            stepWatches == null ? null : stepWatches.get());
    worker.uses(tracer);
    for (int next = taken.getAndIncrement(); next < sessions; next = taken.getAndIncrement()) {
      int session = options.reversed() ? sessions - 1 - next : next;
      try {
        traces[session] = tracer.trace(session, () -> session > lowestFailed.get()).orElse(null);
      } catch (Throwable e) { // rethrown by the thread that waits
        failures[session] = e;
        lowestFailed.accumulateAndGet(session, Math::min);
      }
    }
  }

  private void join(List<Worker> workers) {
    boolean interrupted = false;
    for (Worker worker : workers) {
      while (worker.thread().isAlive()) {
        try {
          worker.thread().join(LOOK_MS);
          requireNoneStalls(workers);
        } catch (InterruptedException e) {
          interrupted = true;
          lowestFailed.set(ALL_STOPPED);
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
      throw new CancellationException(
          scenario.workload().label() + ": tracing was interrupted before its end");
    }
  }

  /**
   * Looks at all workers, some time after the last look.
   *
   * @throws WorkloadFailure if one hangs; the others come to an end
   */
  private void requireNoneStalls(List<Worker> workers) {
    for (Worker worker : workers) {
      if (worker.idle() * LOOK_MS > options.stallSeconds() * MS_PER_SECOND) {
        lowestFailed.set(ALL_STOPPED);
        throw worker.stalled(options.stallSeconds());
      }
    }
  }

  private void rethrowLowestFailure() {
    for (Throwable failure : failures) {
      if (failure instanceof RuntimeException exception) {
        throw exception;
      }
      if (failure instanceof Error error) {
        throw error;
      }
    }
  }
}
