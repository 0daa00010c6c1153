package dev.lightspeed.harness.suite;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.util.List;

/**
 * What runs if nobody says otherwise: the standard workloads on the pinned profile, within the
 * default budget. The one place for these numbers.
 */
public final class StandardSuite {

  /** The name by which a suite file asks for the pinned profile. */
  static final String PINNED = "pinned";

  private StandardSuite() {}

  /**
   * The pinned profile: a magnifying glass, so much slower than a real core that whole milliseconds
   * resolve microseconds of real work.
   */
  public static Profile profile() {
    return new Profile(PINNED, 6_000, 200, 1_048_576);
  }

  /**
   * The four standard workloads, at sizes that load the pinned profile's CPU to between 50 and 75
   * %, for so long that a change of 1 % moves a p95 latency by a few percent and not by chance. The
   * broadcast loads it to 14 %: all of its sessions arrive at one instant, so that the 95th of a
   * hundred waits for 95 % of the load times the interval, and more load would be more than 250 ms.
   */
  public static List<Scenario> scenarios() {
    return List.of(
        new Scenario(StandardWorkload.COUNTER, 680, 120),
        new Scenario(StandardWorkload.CRUD_TABLE, 90, 150),
        new Scenario(StandardWorkload.STREAM_HEAVY_LIST, 20, 100),
        new Scenario(StandardWorkload.FORM_HEAVY_FLOW, 56, 200));
  }

  /**
   * Payload and memory at parity with Phoenix LiveView on the same workloads (mean whole frame;
   * largest session after a full collection; both rounded down), latency and throughput 10 % beyond
   * the first figures.
   */
  public static List<Budget> budgets() {
    return List.of(
        new Budget(StandardWorkload.COUNTER, 6, 103, 928, 5),
        new Budget(StandardWorkload.CRUD_TABLE, 150, 411, 54, 53),
        new Budget(StandardWorkload.STREAM_HEAVY_LIST, 154, 668, 133, 13),
        new Budget(StandardWorkload.FORM_HEAVY_FLOW, 19, 261, 201, 21));
  }

  /** All of it. */
  public static Suite suite() {
    return new Suite(profile(), scenarios(), budgets());
  }
}
