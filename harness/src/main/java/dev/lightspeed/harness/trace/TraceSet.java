package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.workload.Scenario;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The traces of a suite, and what counted them.
 *
 * @param meter the version of the meter, such as {@code portable/1}: counts of two versions are not
 *     to be compared
 * @param traces in the order of the suite, at least one, each of another workload
 */
public record TraceSet(String meter, List<Trace> traces) {

  private static final Pattern METER = Pattern.compile("[a-z][a-z0-9_-]{0,62}/[0-9]{1,9}");

  /**
   * @throws IllegalArgumentException if the meter is malformed, there is no trace, or a workload is
   *     there twice
   */
  public TraceSet {
    if (!METER.matcher(meter).matches()) {
      throw new IllegalArgumentException("meter: '" + meter + "' does not match " + METER);
    }
    traces = List.copyOf(traces);
    Scenario.requireDistinct("traces", traces.stream().map(Trace::workload).toList());
  }
}
