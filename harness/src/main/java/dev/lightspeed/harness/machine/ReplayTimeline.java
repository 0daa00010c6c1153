package dev.lightspeed.harness.machine;

/**
 * How a replay went, in enough detail to draw it; the figures of a report sum it up.
 *
 * @param latency how many events took how long
 * @param cpu how busy the CPU was over virtual time
 * @param link how busy the link was, in the same slots
 */
public record ReplayTimeline(LatencyHistogram latency, BusyTimeline cpu, BusyTimeline link) {}
