package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.CallRecord;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.RetainedSize;
import dev.lightspeed.meter.UnsizedObjectException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs one session after another on a metering thread and counts what each step costs.
 *
 * <p>Two copies of a session take every step together, the rehearsal first. It does what happens
 * once in a JVM or a cache (classes are initialised, call sites linked, tables filled), so that the
 * metered copy, whose units are counted, does only what every such event costs. And what both
 * copies reach is shared by all sessions, so it is not charged to this one.
 */
final class SessionTracer {

  private static final int EVENTS_PER_REPORT = 64;

  private final Workload workload;
  private final int eventsPerSession;
  private final long unitLimit;
  private final LongConsumer onEventsTraced;
  private final Meter meter;
  private final @Nullable StepWatch stepWatch;
  private final RetainedSize retainedSize = new RetainedSize();

  /** What the workload was called for last, and how often it was: for who watches this thread. */
  private volatile String lastPlace = "";

  private final AtomicInteger calls = new AtomicInteger();

  /** CPU units of the last call that was watched. */
  private long lastUnits;

  /** Bytes that the last call that was watched has allocated. */
  private long lastAllocatedBytes;

  /**
   * A tracer for the current thread, which is a metering one.
   *
   * @param stepWatch looks on and takes up the call paths, or null: then nothing is recorded
   */
  SessionTracer(
      Workload workload,
      int eventsPerSession,
      TraceOptions options,
      Meter meter,
      @Nullable StepWatch stepWatch) {
    this.workload = workload;
    this.eventsPerSession = eventsPerSession;
    this.unitLimit = options.unitLimitPerStep();
    this.onEventsTraced = options.onEventsTraced();
    this.meter = meter;
    this.stepWatch = stepWatch;
  }

  /**
   * Traces session {@code index}; empty if {@code stopped} before its end.
   *
   * @throws WorkloadFailure if the session cannot be measured
   */
  Optional<SessionTrace> trace(int index, BooleanSupplier stopped) {
    String session = workload.label() + ": session " + index;
    Iterator<Event> script = prepare(session + ", script", () -> workload.script(index));
    Session rehearsal = prepare(session + ", open", () -> workload.open(index));
    Session metered = prepare(session + ", open", () -> workload.open(index));
    SessionTrace.Builder trace =
        new SessionTrace.Builder(
            step(
                new Moment(session + ", mount", StepWatch.MOUNT, index, 0),
                rehearsal,
                metered,
                rehearsal::mount,
                metered::mount),
            eventsPerSession);
    int reported = 0;
    for (int number = 1; number <= eventsPerSession; number++) {
      if (stopped.getAsBoolean()) {
        return Optional.empty();
      }
      Event event = next(session, script, number);
      // Made here, because making them must not be counted.
      Event one = event.asReceived();
      Event other = event.asReceived();
      trace.add(
          step(
              new Moment(
                  session + ", event " + number + " (" + event.name() + ")",
                  event.name(),
                  index,
                  number),
              rehearsal,
              metered,
              () -> rehearsal.handle(one),
              () -> metered.handle(other)));
      if (number - reported == EVENTS_PER_REPORT || number == eventsPerSession) {
        onEventsTraced.accept(number - reported);
        reported = number;
      }
    }
    return Optional.of(trace.build());
  }

  /** What the workload was called for last. */
  String lastPlace() {
    return lastPlace;
  }

  /** How often the workload was called. */
  int calls() {
    return calls.get();
  }

  /** Which step of which session, and how errors name it. */
  private record Moment(String place, String eventType, int session, int event) {}

  private Cost step(
      Moment moment,
      Session rehearsal,
      Session metered,
      Supplier<@Nullable Frame> rehearse,
      Supplier<@Nullable Frame> perform) {
    String place = moment.place();
    // First-use work comes on top and differs from run to run: it must not decide on the limit.
    frame(place, watch(place, 2 * unitLimit, rehearse));
    CallRecord record = stepWatch == null ? null : stepWatch.recordOf(moment.eventType());
    Frame frame = frame(place, watch(place, unitLimit, record, perform));
    long cpuUnits = lastUnits;
    long allocatedBytes = lastAllocatedBytes;
    Object twin = retained(place, rehearsal);
    Object root = retained(place, metered);
    Cost cost =
        new Cost(
            cpuUnits,
            frame.payloadBytes(),
            frame.patchOps(),
            allocatedBytes,
            retainedBytes(place, root, twin));
    if (stepWatch != null) {
      stepWatch.taken(
          new StepWatch.WatchedStep(
              moment.eventType(), moment.session(), moment.event(), cost, root, twin));
    }
    return cost;
  }

  private static Frame frame(String place, @Nullable Frame frame) {
    if (frame == null) {
      throw new WorkloadFailure(place + " returned null, a frame is needed");
    }
    return frame;
  }

  private Object retained(String place, Session session) {
    Object root = watch(place + ": retained()", 2 * unitLimit, session::retained);
    if (root == null) {
      throw new WorkloadFailure(
          place + ": retained() returned null, the session's state is needed");
    }
    return root;
  }

  private long retainedBytes(String place, Object root, Object twin) {
    try {
      return retainedSize.of(root, twin);
    } catch (UnsizedObjectException e) {
      throw new WorkloadFailure(place + ": " + e.getMessage(), e);
    }
  }

  private Event next(String session, Iterator<Event> script, int number) {
    String place = session + ", event " + number + ": the script";
    boolean hasNext = prepare(place, script::hasNext);
    if (!hasNext) {
      throw new WorkloadFailure(
          session
              + ": the script ended after "
              + (number - 1)
              + " events, "
              + eventsPerSession
              + " are needed");
    }
    return prepare(place, script::next);
  }

  /** What a workload gives before it is measured, never null. */
  private <T> T prepare(String place, Supplier<@Nullable T> call) {
    T result = watch(place, 2 * unitLimit, call);
    if (result == null) {
      throw new WorkloadFailure(place + " returned null");
    }
    return result;
  }

  private <T> @Nullable T watch(String place, long limit, Supplier<@Nullable T> call) {
    return watch(place, limit, null, call);
  }

  /**
   * Calls the workload, counts, and names the place where it fails. Whether it ran too long is read
   * from the count alone: a workload may catch or wrap the error that stops it.
   *
   * @param record what the work is recorded to, or null
   */
  private <T> @Nullable T watch(
      String place, long limit, @Nullable CallRecord record, Supplier<@Nullable T> call) {
    lastPlace = place;
    calls.incrementAndGet();
    long before = meter.units();
    long allocatedBefore = meter.allocatedBytes();
    meter.limit(limit);
    T result = null;
    Throwable thrown = null;
    try {
      recordTo(record);
      result = call.get();
    } catch (Throwable e) {
      thrown = e;
    } finally {
      recordTo(null);
      lastUnits = meter.units() - before;
      lastAllocatedBytes = meter.allocatedBytes() - allocatedBefore;
      meter.clearLimit();
    }
    if (lastUnits > limit) {
      throw new WorkloadFailure(
          place
              + " ran past the limit of "
              + unitLimit
              + " CPU units: it may never return; raise the limit with --unit-limit",
          thrown);
    }
    if (thrown != null) {
      throw new WorkloadFailure(place + " threw " + thrown, thrown);
    }
    return result;
  }

  /** A meter is only told where somebody wants to know: else it may not attribute at all. */
  private void recordTo(@Nullable CallRecord record) {
    if (stepWatch != null) {
      meter.record(record);
    }
  }
}
