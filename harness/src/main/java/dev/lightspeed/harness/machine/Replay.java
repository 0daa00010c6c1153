package dev.lightspeed.harness.machine;

/** What a replay showed. */
public record Replay(LatencyMs latency, long cpuBusyNs, long linkBusyNs, long endNs) {}
