package dev.lightspeed.harness.gate;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the budget of one workload says of its scenario, limit by limit.
 *
 * @param workload the workload's label
 * @param checks every limit, in the order of the figures, the profile's memory last; empty if the
 *     scenario was not run
 * @param missing why there is nothing to check; empty if there is
 */
public record BudgetVerdict(String workload, List<Check> checks, String missing) {

  /**
   * @throws IllegalArgumentException unless there is either something to check or a reason why not
   */
  public BudgetVerdict {
    checks = List.copyOf(checks);
    if (checks.isEmpty() == missing.isEmpty()) {
      throw new IllegalArgumentException(
          "verdict on " + workload + ": checks or missing, not both");
    }
  }

  /** Whether the scenario was run and every limit is kept. */
  public boolean passed() {
    return missing.isEmpty() && checks.stream().allMatch(Check::passed);
  }

  /** The verdict in words. */
  public BudgetResult result() {
    return new BudgetResult(workload, passed(), reason());
  }

  private String reason() {
    if (!missing.isEmpty()) {
      return missing;
    }
    if (!passed()) {
      return checks.stream()
          .filter(check -> !check.passed())
          .map(Check::difference)
          .collect(Collectors.joining("; "));
    }
    Check tightest = checks.get(0);
    for (Check check : checks) {
      tightest = check.isTighterThan(tightest) ? check : tightest;
    }
    return "tightest: " + tightest.room();
  }
}
