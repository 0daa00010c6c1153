package dev.lightspeed.harness.trace;

import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMissingException;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The traces of a suite, and what counted them.
 *
 * @param meter the version of the meter, such as {@code portable/2} or {@code full/2@17.0.15}:
 *     counts of two versions are not to be compared
 * @param uncounted whose work is missing from the counts: classes that could not be instrumented,
 *     and methods that handed work to other threads, each with the reason; sorted, each once
 * @param traces in the order of the suite, at least one, each of another workload
 */
public record TraceSet(String meter, List<String> uncounted, List<Trace> traces) {

  private static final Pattern METER =
      Pattern.compile("[a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,63})?");

  /**
   * @throws IllegalArgumentException if the meter is malformed, a class is out of order, there is
   *     no trace, or a workload is there twice
   */
  public TraceSet {
    requireMeter(meter);
    uncounted = requireUncounted(uncounted);
    traces = List.copyOf(traces);
    Scenario.requireDistinct("traces", traces.stream().map(Trace::workload).toList());
  }

  /**
   * What the meter of this JVM has counted just now.
   *
   * @throws MeterMissingException if the meter is not running in this JVM
   */
  public static TraceSet counted(List<Trace> traces) {
    Meter meter = Meter.require();
    TreeSet<String> uncounted = new TreeSet<>(meter.uninstrumented());
    uncounted.addAll(meter.handedOff());
    return new TraceSet(Meter.version(), List.copyOf(uncounted), traces);
  }

  /**
   * Returns the version of a meter as it is.
   *
   * @throws IllegalArgumentException if it is malformed
   */
  public static String requireMeter(String meter) {
    if (!METER.matcher(meter).matches()) {
      throw new IllegalArgumentException("meter: '" + meter + "' does not match " + METER);
    }
    return meter;
  }

  /**
   * A copy of a list of classes that could not be instrumented.
   *
   * @throws IllegalArgumentException if one is empty, or they are not sorted, or one is there twice
   */
  public static List<String> requireUncounted(List<String> uncounted) {
    List<String> copy = List.copyOf(uncounted);
    if (!List.copyOf(new TreeSet<>(copy)).equals(copy) || copy.contains("")) {
      throw new IllegalArgumentException(
          "uncounted: " + copy + " is not a sorted list of classes, each once");
    }
    return copy;
  }
}
