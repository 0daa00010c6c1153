package dev.lightspeed.harness.capacity;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How many sessions a profile carries.
 *
 * @param tenants the workloads
 * @param sessions the most that fit, with all below them that were looked at; 0 if not even one
 *     does
 * @param beyond one session more, which does not fit; empty if as many as were looked for do
 * @param checkedBelow how many sizes right below were looked at, all of which fit
 * @param checkedAbove how many sizes right above {@code beyond} were looked at
 * @param fitAgain those among them that fit, by chance of who arrives when; ascending
 * @param curve points from few sessions to beyond what fits, ascending
 */
public record Capacity(
    List<Tenant> tenants,
    int sessions,
    Optional<CapacityPoint> beyond,
    int checkedBelow,
    int checkedAbove,
    List<Integer> fitAgain,
    List<CapacityPoint> curve) {

  /** Copies the lists. */
  public Capacity {
    tenants = List.copyOf(tenants);
    fitAgain = List.copyOf(fitAgain);
    curve = List.copyOf(curve);
  }

  /**
   * The workload's label, or {@code crud_table=1, counter=3}.
   *
   * @param separator between several
   */
  public String name(String separator) {
    return tenants.size() == 1
        ? tenants.get(0).workload()
        : tenants.stream()
            .map(tenant -> tenant.workload() + "=" + tenant.weight())
            .collect(Collectors.joining(separator));
  }
}
