package dev.lightspeed.harness.capacity;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.trace.Trace;
import java.util.function.IntFunction;

/**
 * A workload that shares a machine.
 *
 * @param weight its share of the sessions, by the sum of all weights; at least 1
 * @param budget the limits that its own figures have to keep
 * @param traces gives its trace with so many sessions, at least 1
 */
public record Tenant(int weight, Budget budget, IntFunction<Trace> traces) {

  /**
   * @throws IllegalArgumentException if the weight is out of range
   */
  public Tenant {
    if (weight < 1 || weight > Mix.MAX_WEIGHT) {
      throw new IllegalArgumentException(
          "mix: " + budget.workload() + "=" + weight + " is out of range, 1 to " + Mix.MAX_WEIGHT);
    }
  }

  /** The workload's label. */
  public String workload() {
    return budget.workload();
  }
}
