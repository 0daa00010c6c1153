package dev.lightspeed.harness.attribution;

/** What two runs can differ in. */
public enum Quantity {
  /** CPU units of all steps, mounts included. */
  CPU("cpu", "CPU units"),
  /** Bytes that all steps allocated. */
  ALLOCATION("allocation", "allocated bytes"),
  /** Bytes that all steps sent. */
  PAYLOAD("payload", "payload bytes"),
  /** Patch operations of all steps. */
  PATCH_OPS("patch-ops", "patch operations"),
  /** What the largest session kept, in bytes. */
  MEMORY("memory", "retained bytes");

  private final String word;
  private final String unit;

  Quantity(String word, String unit) {
    this.word = word;
    this.unit = unit;
  }

  /** The figure as options spell it. */
  public String word() {
    return word;
  }

  /** What it counts, in the plural. */
  public String unit() {
    return unit;
  }

  /** The figure of a whole workload. */
  public long of(WorkloadAttribution workload) {
    return this == MEMORY
        ? workload.peak().bytes()
        : workload.eventTypes().stream().mapToLong(this::of).sum();
  }

  /** The figure of one event type of step; 0 for memory, which is a session's. */
  long of(EventType eventType) {
    return switch (this) {
      case CPU -> eventType.cpuUnits();
      case ALLOCATION -> eventType.allocatedBytes();
      case PAYLOAD -> eventType.payloadBytes();
      case PATCH_OPS -> eventType.patchOps();
      case MEMORY -> 0;
    };
  }
}
