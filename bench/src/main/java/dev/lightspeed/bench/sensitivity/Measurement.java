package dev.lightspeed.bench.sensitivity;

import java.util.List;

/**
 * All that a run of the benchmark found.
 *
 * @param trials every candidate; of each machine, workload and share equally many
 * @param gateNs the median run of this gate, with the start of its JVM
 * @param jmhNs the median run of JMH, with the start of its fork
 * @param totalNs the whole benchmark
 */
record Measurement(List<Trial> trials, long gateNs, long jmhNs, long totalNs) {}
