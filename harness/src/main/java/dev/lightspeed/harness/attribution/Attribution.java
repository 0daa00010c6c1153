package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.workload.Scenario;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the work of workloads went.
 *
 * @param meter what counted, such as {@code portable/2} or {@code full/2@17.0.15}: counts of two
 *     meters are not to be compared
 * @param workloads in the order of the suite, at least one, each label once
 */
public record Attribution(String meter, List<WorkloadAttribution> workloads) {

  private static final Pattern METER =
      Pattern.compile("[a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,64})?");

  /**
   * @throws IllegalArgumentException if the meter is malformed, there is no workload, or one is
   *     there twice
   */
  public Attribution {
    if (!METER.matcher(meter).matches()) {
      throw new IllegalArgumentException("meter: '" + meter + "' does not match " + METER);
    }
    workloads = List.copyOf(workloads);
    Scenario.requireDistinct(
        "workloads", workloads.stream().map(WorkloadAttribution::workload).toList());
  }

  /** The workload of that label, if it is there. */
  public Optional<WorkloadAttribution> find(String workload) {
    return workloads.stream().filter(each -> each.workload().equals(workload)).findFirst();
  }
}
