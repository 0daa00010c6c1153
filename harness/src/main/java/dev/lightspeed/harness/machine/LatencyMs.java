package dev.lightspeed.harness.machine;

/** Latencies of a scenario's events in virtual milliseconds, nearest rank, rounded up. */
public record LatencyMs(long p50, long p95, long p99, long max) {}
