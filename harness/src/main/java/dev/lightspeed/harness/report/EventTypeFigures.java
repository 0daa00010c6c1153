package dev.lightspeed.harness.report;

import dev.lightspeed.harness.text.Range;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Workload;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What all events of one event type, those that share a name, cost together.
 *
 * @param eventType the events' name
 * @param events how many there were in all sessions, at least 1
 * @param payloadBytes bytes of their frames, at least 0
 * @param maxPayloadBytes length of the longest of those frames, at least 0
 * @param patchOps their patch operations, at least 0
 * @param cpuUnits what they executed, at least 0
 * @param allocatedBytes what they allocated, at least 0
 */
public record EventTypeFigures(
    String eventType,
    long events,
    long payloadBytes,
    long maxPayloadBytes,
    long patchOps,
    long cpuUnits,
    long allocatedBytes) {

  /**
   * @throws IllegalArgumentException if a number is out of range, or the longest frame is longer
   *     than all
   */
  public EventTypeFigures {
    Range.requireAtLeast("events", events, 1);
    Range.requireAtLeast("payloadBytes", payloadBytes, 0);
    Range.require("maxPayloadBytes", maxPayloadBytes, 0, payloadBytes);
    Range.requireAtLeast("patchOps", patchOps, 0);
    Range.requireAtLeast("cpuUnits", cpuUnits, 0);
    Range.requireAtLeast("allocatedBytes", allocatedBytes, 0);
  }

  /**
   * The event types of {@code trace}, by name. A trace does not hold them: they are read from the
   * script of its workload, which is the same every time.
   *
   * @param workload the one that was traced
   * @throws ArithmeticException if a sum is beyond 2^63 - 1
   */
  public static List<EventTypeFigures> of(Trace trace, Workload workload) {
    Map<String, EventTypeSum> sums = new TreeMap<>();
    for (int i = 0; i < trace.sessions().size(); i++) {
      SessionTrace session = trace.sessions().get(i);
      Iterator<Event> script = workload.script(i);
      for (int event = 0; event < session.eventCount(); event++) {
        sums.computeIfAbsent(script.next().name(), name -> new EventTypeSum())
            .add(session, event, trace.multiplicity(i));
      }
    }
    return sums.entrySet().stream().map(sum -> sum.getValue().figures(sum.getKey())).toList();
  }

  /**
   * The event types of each of {@code traces} by its workload's label, as far as the workload is
   * among {@code workloads}.
   *
   * @throws ArithmeticException if a sum is beyond 2^63 - 1
   */
  public static Map<String, List<EventTypeFigures>> of(TraceSet traces, List<Workload> workloads) {
    Map<String, List<EventTypeFigures>> eventTypes = new TreeMap<>();
    for (Trace trace : traces.traces()) {
      workloads.stream()
          .filter(workload -> workload.label().equals(trace.workload()))
          .forEach(workload -> eventTypes.put(workload.label(), of(trace, workload)));
    }
    return eventTypes;
  }

  /** Payload bytes an event, rounded up. */
  public long avgPayloadBytes() {
    return Range.ceilDiv(payloadBytes, events);
  }

  /**
   * That figure of a scenario, of these events alone; empty for one that event types have no part
   * in.
   */
  public OptionalLong of(Figure figure) {
    return switch (figure) {
      case TOTAL_PAYLOAD -> OptionalLong.of(payloadBytes);
      case AVG_PAYLOAD -> OptionalLong.of(avgPayloadBytes());
      case MAX_PAYLOAD -> OptionalLong.of(maxPayloadBytes);
      case TOTAL_PATCH_OPS -> OptionalLong.of(patchOps);
      case AVG_PATCH_OPS -> OptionalLong.of(Range.ceilDiv(patchOps, events));
      case TOTAL_CPU -> OptionalLong.of(cpuUnits);
      case AVG_CPU -> OptionalLong.of(Range.ceilDiv(cpuUnits, events));
      case TOTAL_ALLOCATED -> OptionalLong.of(allocatedBytes);
      case AVG_ALLOCATED -> OptionalLong.of(Range.ceilDiv(allocatedBytes, events));
      default -> OptionalLong.empty();
    };
  }

  private static final class EventTypeSum {

    private long events;
    private long payloadBytes;
    private long maxPayloadBytes;
    private long patchOps;
    private long cpuUnits;
    private long allocatedBytes;

    void add(SessionTrace session, int event, int times) {
      events += times;
      payloadBytes = plus(payloadBytes, session.payloadBytes(event), times);
      maxPayloadBytes = Math.max(maxPayloadBytes, session.payloadBytes(event));
      patchOps = plus(patchOps, session.patchOps(event), times);
      cpuUnits = plus(cpuUnits, session.cpuUnits(event), times);
      allocatedBytes = plus(allocatedBytes, session.allocatedBytes(event), times);
    }

    EventTypeFigures figures(String eventType) {
      return new EventTypeFigures(
          eventType, events, payloadBytes, maxPayloadBytes, patchOps, cpuUnits, allocatedBytes);
    }

    private static long plus(long sum, long value, int times) {
      return Math.addExact(sum, Math.multiplyExact(value, (long) times));
    }
  }
}
