package dev.lightspeed.harness.trace;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one session cost: its mount, and each of its events. Immutable. Stored as a column a
 * counter, because a scenario may hold a thousand sessions of a million events.
 */
public final class SessionTrace {

  private final Cost mount;
  private final long[] cpuUnits;
  private final int[] payloadBytes;
  private final int[] patchOps;
  private final long[] allocatedBytes;
  private final long[] retainedBytes;

  private SessionTrace(Cost mount, int events) {
    this.mount = mount;
    this.cpuUnits = new long[events];
    this.payloadBytes = new int[events];
    this.patchOps = new int[events];
    this.allocatedBytes = new long[events];
    this.retainedBytes = new long[events];
  }

  /** A trace of the given costs. */
  public static SessionTrace of(Cost mount, List<Cost> events) {
    Builder builder = new Builder(mount, events.size());
    events.forEach(builder::add);
    return builder.build();
  }

  /** What the mount cost. */
  public Cost mount() {
    return mount;
  }

  /** The number of events. */
  public int eventCount() {
    return cpuUnits.length;
  }

  /** All counters of one event, from 0. */
  public Cost event(int index) {
    return new Cost(
        cpuUnits[index],
        payloadBytes[index],
        patchOps[index],
        allocatedBytes[index],
        retainedBytes[index]);
  }

  /** CPU units of one event, from 0. */
  public long cpuUnits(int index) {
    return cpuUnits[index];
  }

  /** Payload bytes of one event, from 0. */
  public int payloadBytes(int index) {
    return payloadBytes[index];
  }

  /** Patch operations of one event, from 0. */
  public int patchOps(int index) {
    return patchOps[index];
  }

  /** Bytes that one event, from 0, allocated. */
  public long allocatedBytes(int index) {
    return allocatedBytes[index];
  }

  /** Bytes that the server keeps after one event, from 0. */
  public long retainedBytes(int index) {
    return retainedBytes[index];
  }

  /** The largest that the session held after its mount or any event, in bytes. */
  public long peakRetainedBytes() {
    long peak = mount.retainedBytes();
    for (long bytes : retainedBytes) {
      peak = Math.max(peak, bytes);
    }
    return peak;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SessionTrace trace
        && mount.equals(trace.mount)
        && Arrays.equals(cpuUnits, trace.cpuUnits)
        && Arrays.equals(payloadBytes, trace.payloadBytes)
        && Arrays.equals(patchOps, trace.patchOps)
        && Arrays.equals(allocatedBytes, trace.allocatedBytes)
        && Arrays.equals(retainedBytes, trace.retainedBytes);
  }

  @Override
  public int hashCode() {
    return 31 * mount.hashCode() + Arrays.hashCode(cpuUnits);
  }

  /** Collects the costs of a session in the order in which they arose. */
  public static final class Builder {

    private final SessionTrace trace;
    private int size;

    /** A trace of {@code eventCount} events to come. */
    public Builder(Cost mount, int eventCount) {
      trace = new SessionTrace(mount, eventCount);
    }

    /** Adds the next event's cost. */
    public void add(Cost cost) {
      trace.allocatedBytes[size] = cost.allocatedBytes();
      trace.cpuUnits[size] = cost.cpuUnits();
      trace.payloadBytes[size] = cost.payloadBytes();
      trace.patchOps[size] = cost.patchOps();
      trace.retainedBytes[size] = cost.retainedBytes();
      size++;
    }

    /**
     * The finished trace; the builder is not to be used again.
     *
     * @throws IllegalStateException if events are missing
     */
    public SessionTrace build() {
      if (size != trace.eventCount()) {
        throw new IllegalStateException(
            "trace: " + size + " of " + trace.eventCount() + " events were added");
      }
      return trace;
    }
  }
}
