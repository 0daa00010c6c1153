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
    return new Profile(PINNED, 1000, 1000, 1_048_576);
  }

  /** The four standard workloads, at sizes that load the pinned profile but do not flood it. */
  public static List<Scenario> scenarios() {
    return List.of(
        new Scenario(StandardWorkload.COUNTER, 200, 100),
        new Scenario(StandardWorkload.CRUD_TABLE, 50, 100),
        new Scenario(StandardWorkload.STREAM_HEAVY_LIST, 20, 100),
        new Scenario(StandardWorkload.FORM_HEAVY_FLOW, 50, 100));
  }

  /** Payload and memory at parity with Phoenix LiveView on the same workloads. */
  public static List<Budget> budgets() {
    return List.of(
        new Budget(StandardWorkload.COUNTER, 250, 103, 1, 6),
        new Budget(StandardWorkload.CRUD_TABLE, 250, 411, 1, 54),
        new Budget(StandardWorkload.STREAM_HEAVY_LIST, 250, 668, 1, 14),
        new Budget(StandardWorkload.FORM_HEAVY_FLOW, 250, 261, 1, 22));
  }

  /** All of it. */
  public static Suite suite() {
    return new Suite(profile(), scenarios(), budgets());
  }
}
