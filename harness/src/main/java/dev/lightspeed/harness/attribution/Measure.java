package dev.lightspeed.harness.attribution;

import dev.lightspeed.meter.CallTree;

/** What a call path has of its own. */
public enum Measure {
  /** CPU units. */
  CPU_UNITS("CPU units"),
  /** Bytes allocated, in the pinned layout. */
  ALLOCATED_BYTES("allocated bytes");

  private final String words;

  Measure(String words) {
    this.words = words;
  }

  /** What is measured, in words. */
  public String words() {
    return words;
  }

  /** What the last method of a path has of its own. */
  long of(CallTree node) {
    return switch (this) {
      case CPU_UNITS -> node.units();
      case ALLOCATED_BYTES -> node.allocatedBytes();
    };
  }
}
