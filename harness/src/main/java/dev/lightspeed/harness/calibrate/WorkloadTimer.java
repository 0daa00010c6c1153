package dev.lightspeed.harness.calibrate;

import dev.lightspeed.harness.suite.StandardSuite;
import dev.lightspeed.harness.verify.Lifeline;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;

/**
 * Times a standard workload in a JVM of its own, without the meter: what ran before would decide
 * how the JIT compiles what runs now. Prints the nanoseconds of a pass, and whether they are
 * steady.
 */
public final class WorkloadTimer {

  private static final int SESSIONS = 8;

  /** Of each session. */
  private static final int EVENTS = 100;

  private WorkloadTimer() {}

  /**
   * The argument is the workload's label.
   *
   * @throws Exception if the workload fails, which none should
   */
  public static void main(String[] args) throws Exception {
    Lifeline.hold();
    Timing timing = PassTimer.quick().time(pass(args[0]));
    System.out.println(timing.nsPerPass() + " " + timing.steady());
  }

  /** What is counted and timed of the workload {@code label}. */
  static WorkloadPass pass(String label) {
    Workload workload =
        StandardSuite.scenarios().stream()
            .map(Scenario::workload)
            .filter(each -> each.label().equals(label))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no standard workload " + label));
    return new WorkloadPass(workload, SESSIONS, EVENTS);
  }
}
