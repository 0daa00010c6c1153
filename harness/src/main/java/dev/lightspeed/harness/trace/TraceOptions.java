package dev.lightspeed.harness.trace;

/** Stands in for the tracer's options. */
public record TraceOptions() {

  /** The options of a plain run. */
  public static TraceOptions defaults() {
    return new TraceOptions();
  }
}
