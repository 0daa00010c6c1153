package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.StepWatch;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.WorkloadFailure;
import dev.lightspeed.meter.CallRecord;
import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.MeterMissingException;
import dev.lightspeed.meter.RetainedSize;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Attributes what a workload does while it is traced. Each thread records for itself; what they
 * have is added up in the end, so that neither their number nor the order of the sessions shows.
 */
public final class AttributionRecorder {

  private final List<ThreadRecord> threads = Collections.synchronizedList(new ArrayList<>());

  private AttributionRecorder() {}

  /**
   * A trace, and where its work went.
   *
   * @param trace the same as without attribution
   * @param attribution where it went
   */
  public record Attributed(Trace trace, WorkloadAttribution attribution) {}

  /**
   * Traces {@code scenario} and attributes it. The meter has to be attributing.
   *
   * @throws MeterMissingException if the meter is not running in this JVM
   * @throws WorkloadFailure if the workload cannot be measured
   * @throws IllegalStateException if the call paths of a event type do not add up to what it cost
   */
  public static Attributed trace(Scenario scenario, TraceOptions options) {
    AttributionRecorder recorder = new AttributionRecorder();
    Trace trace = Tracer.trace(scenario, options, recorder::newThread);
    return new Attributed(trace, recorder.attribution(trace));
  }

  private StepWatch newThread() {
    ThreadRecord thread = new ThreadRecord();
    threads.add(thread);
    return thread;
  }

  private WorkloadAttribution attribution(Trace trace) {
    Map<String, TypeSum> sums = new TreeMap<>();
    Peak peak = null;
    for (ThreadRecord thread : threads) {
      thread.eventTypes.forEach(
          (eventType, record) ->
              sums.merge(eventType, record.sum(eventType), (one, other) -> one.plus(other)));
      peak = thread.peak != null && thread.peak.isAbove(peak) ? thread.peak : peak;
    }
    if (peak == null) {
      throw new IllegalStateException(trace.workload() + ": no step was seen");
    }
    List<EventType> eventTypes = new ArrayList<>();
    sums.forEach((eventType, sum) -> eventTypes.add(sum.eventType(trace.workload(), eventType)));
    return new WorkloadAttribution(
        trace.workload(),
        trace.sessions().size(),
        trace.eventsPerSession(),
        eventTypes,
        peak.retained());
  }

  /** What the steps of one event type cost together, and their call paths. */
  record TypeSum(
      long count,
      long cpuUnits,
      long allocatedBytes,
      long payloadBytes,
      long patchOps,
      CallTree tree) {

    TypeSum plus(TypeSum other) {
      return new TypeSum(
          count + other.count,
          cpuUnits + other.cpuUnits,
          allocatedBytes + other.allocatedBytes,
          payloadBytes + other.payloadBytes,
          patchOps + other.patchOps,
          tree.plus(other.tree));
    }

    /**
     * The event type of this name.
     *
     * @throws IllegalStateException if the call paths do not add up to what was counted
     */
    EventType eventType(String workload, String name) {
      String place = workload + ": the call paths of '" + name + "' add up to ";
      requireSum(place, "CPU units", PathWalk.units(tree), cpuUnits);
      requireSum(place, "allocated bytes", PathWalk.allocatedBytes(tree), allocatedBytes);
      return new EventType(name, count, cpuUnits, allocatedBytes, payloadBytes, patchOps, tree);
    }

    private static void requireSum(String place, String what, long inTree, long counted) {
      if (inTree != counted) {
        throw new IllegalStateException(place + inTree + " " + what + ", counted were " + counted);
      }
    }
  }

  /** Where a session was largest, as far as a thread has seen. */
  private record Peak(long bytes, RetainedPeak retained) {

    boolean isAbove(@Nullable Peak other) {
      return other == null || isAbove(bytes, retained.session(), other);
    }

    static boolean isAbove(long bytes, int session, Peak other) {
      return bytes > other.bytes || (bytes == other.bytes && session < other.retained().session());
    }
  }

  /** What one thread has seen. */
  private static final class ThreadRecord implements StepWatch {

    private final Map<String, TypeRecord> eventTypes = new TreeMap<>();
    private final RetainedSize retainedSize = new RetainedSize();
    private @Nullable Peak peak;

    @Override
    public CallRecord recordOf(String eventType) {
      return record(eventType).calls;
    }

    @Override
    public void taken(WatchedStep step) {
      record(step.eventType()).add(step.cost());
      long bytes = step.cost().retainedBytes();
      if (peak == null || Peak.isAbove(bytes, step.session(), peak)) {
        peak =
            new Peak(
                bytes,
                new RetainedPeak(
                    step.session(),
                    step.event(),
                    wellFormed(step.eventType()),
                    retainedSize.byType(step.retained(), step.twin())));
      }
    }

    private TypeRecord record(String eventType) {
      return eventTypes.computeIfAbsent(wellFormed(eventType), TypeRecord::new);
    }
  }

  /** What one thread has seen of one event type. */
  private static final class TypeRecord {

    private final CallRecord calls;
    private long count;
    private long cpuUnits;
    private long allocatedBytes;
    private long payloadBytes;
    private long patchOps;

    TypeRecord(String eventType) {
      calls = new CallRecord(eventType);
    }

    void add(Cost cost) {
      count++;
      cpuUnits += cost.cpuUnits();
      allocatedBytes += cost.allocatedBytes();
      payloadBytes += cost.payloadBytes();
      patchOps += cost.patchOps();
    }

    TypeSum sum(String eventType) {
      CallTree tree = calls.tree();
      if (!tree.frame().equals(eventType)) {
        throw new IllegalStateException("record of '" + tree.frame() + "' for '" + eventType + "'");
      }
      return new TypeSum(count, cpuUnits, allocatedBytes, payloadBytes, patchOps, tree);
    }
  }

  /** The name with U+FFFD for half a character, of which no file can hold more. */
  static String wellFormed(String name) {
    StringBuilder text = new StringBuilder(name.length());
    name.codePoints()
        .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xFFFD : c)
        .forEach(text::appendCodePoint);
    return text.toString();
  }
}
