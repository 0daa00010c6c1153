package dev.lightspeed.bench.sensitivity;

/**
 * One candidate, judged once by each gate.
 *
 * @param machine what else the machine did
 * @param workload the workload's label
 * @param permille thousandths of work that were injected; 0 for none
 * @param baselineUnits CPU units of the stored baseline
 * @param candidateUnits CPU units of the candidate
 * @param baseline the time of the baseline
 * @param candidate the time of the candidate
 */
record Trial(
    Machine machine,
    String workload,
    int permille,
    long baselineUnits,
    long candidateUnits,
    JmhScore baseline,
    JmhScore candidate) {

  /** By how much the candidate is slower by the clock; 0.05 for 5 %. */
  double slowdown() {
    return candidate.slowerThan(baseline);
  }

  /** Whether the candidate's mean time is more than {@code percent} beyond the baseline's. */
  boolean slowerBy(int percent) {
    return 100 * candidate.meanNs() > (100 + percent) * baseline.meanNs();
  }
}
