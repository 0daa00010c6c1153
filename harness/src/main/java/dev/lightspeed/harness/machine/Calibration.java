package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.file.Node;
import dev.lightspeed.harness.text.Range;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a profile was made to resemble a real machine, and how well units predict its CPU time.
 *
 * @param meter what counted, such as {@code portable/2}: other weights make other units
 * @param jdk the release of the JDK that was timed
 * @param workloads how many workloads were counted and timed, at least 1
 * @param unitsPerMsLeast the fewest units that one of them executes in a millisecond
 * @param unitsPerMsMedian what the one in the middle does, the lower of two; what the profile has
 *     for {@code cpuUnits}
 * @param unitsPerMsMost the most
 * @param errorPercent by how much the prediction by {@code unitsPerMsMedian} was wrong at most, in
 *     percent of the measured time
 */
public record Calibration(
    String meter,
    String jdk,
    int workloads,
    long unitsPerMsLeast,
    long unitsPerMsMedian,
    long unitsPerMsMost,
    long errorPercent) {

  /**
   * @throws IllegalArgumentException if a component is out of range, or rates are out of order
   */
  public Calibration {
    requirePrintable("meter", meter);
    requirePrintable("jdk", jdk);
    Range.requireAtLeast("calibration.workloads", workloads, 1);
    Range.requireAtLeast("calibration.unitsPerMsLeast", unitsPerMsLeast, 1);
    Range.requireAtLeast("calibration.unitsPerMsMedian", unitsPerMsMedian, unitsPerMsLeast);
    Range.requireAtLeast("calibration.unitsPerMsMost", unitsPerMsMost, unitsPerMsMedian);
    Range.requireAtLeast("calibration.errorPercent", errorPercent, 0);
  }

  /** The calibration inside a profile file. */
  static Calibration of(Node node) {
    node.keys(
        "errorPercent",
        "jdk",
        "meter",
        "unitsPerMsLeast",
        "unitsPerMsMedian",
        "unitsPerMsMost",
        "workloads");
    return node.make(
        () ->
            new Calibration(
                node.get("meter").text(),
                node.get("jdk").text(),
                node.get("workloads").count(1, Integer.MAX_VALUE),
                node.get("unitsPerMsLeast").integer(1, Long.MAX_VALUE),
                node.get("unitsPerMsMedian").integer(1, Long.MAX_VALUE),
                node.get("unitsPerMsMost").integer(1, Long.MAX_VALUE),
                node.get("errorPercent").integer(0, Long.MAX_VALUE)));
  }

  /** The calibration as a JSON value inside a profile file. */
  SortedMap<String, Object> tree() {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("errorPercent", errorPercent);
    tree.put("jdk", jdk);
    tree.put("meter", meter);
    tree.put("unitsPerMsLeast", unitsPerMsLeast);
    tree.put("unitsPerMsMedian", unitsPerMsMedian);
    tree.put("unitsPerMsMost", unitsPerMsMost);
    tree.put("workloads", workloads);
    return tree;
  }

  private static void requirePrintable(String component, String text) {
    if (text.isEmpty() || text.length() > 64 || !text.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException(
          "calibration."
              + component
              + ": '"
              + text
              + "' is not 1 to 64 printable ASCII characters");
    }
  }
}
