package dev.lightspeed.harness.machine;

import dev.lightspeed.harness.file.Node;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a profile was made to resemble a real machine, and how well units predict its CPU time.
 *
 * <p>Rank correlations are Spearman's, between the units and the CPU time of programs, in
 * ten-thousandths.
 *
 * @param meter what counted, such as {@code portable/1}: other weights make other units
 * @param jdk the release of the JDK that was timed
 * @param programs how many programs were counted and timed, at least 2
 * @param rankTenThousandths over all programs, -10,000 to 10,000
 * @param rankFittedTenThousandths over those that the weights were fitted on
 * @param rankHeldOutTenThousandths over those that they were not
 * @param unitsPerMsP10 nine of ten programs execute more units than this in a millisecond
 * @param unitsPerMsP50 half of them do; what the profile has for {@code cpuUnits}
 * @param unitsPerMsP90 one of ten does
 * @param errorPercentP50 for half of the programs the prediction by {@code unitsPerMsP50} was wrong
 *     by at most this, in percent of the measured time
 * @param errorPercentP90 the same for nine of ten
 */
public record Calibration(
    String meter,
    String jdk,
    int programs,
    int rankTenThousandths,
    int rankFittedTenThousandths,
    int rankHeldOutTenThousandths,
    long unitsPerMsP10,
    long unitsPerMsP50,
    long unitsPerMsP90,
    long errorPercentP50,
    long errorPercentP90) {

  private static final int ONE = 10_000;

  /**
   * @throws IllegalArgumentException if a component is out of range, or percentiles are out of
   *     order
   */
  public Calibration {
    requirePrintable("meter", meter);
    requirePrintable("jdk", jdk);
    requireRange("programs", programs, 2, Integer.MAX_VALUE);
    requireRange("rankTenThousandths", rankTenThousandths, -ONE, ONE);
    requireRange("rankFittedTenThousandths", rankFittedTenThousandths, -ONE, ONE);
    requireRange("rankHeldOutTenThousandths", rankHeldOutTenThousandths, -ONE, ONE);
    requireRange("unitsPerMsP10", unitsPerMsP10, 1, Long.MAX_VALUE);
    requireRange("unitsPerMsP50", unitsPerMsP50, unitsPerMsP10, Long.MAX_VALUE);
    requireRange("unitsPerMsP90", unitsPerMsP90, unitsPerMsP50, Long.MAX_VALUE);
    requireRange("errorPercentP50", errorPercentP50, 0, Long.MAX_VALUE);
    requireRange("errorPercentP90", errorPercentP90, errorPercentP50, Long.MAX_VALUE);
  }

  /** The calibration inside a profile file. */
  static Calibration of(Node node) {
    node.keys(
        "errorPercentP50",
        "errorPercentP90",
        "jdk",
        "meter",
        "programs",
        "rankFittedTenThousandths",
        "rankHeldOutTenThousandths",
        "rankTenThousandths",
        "unitsPerMsP10",
        "unitsPerMsP50",
        "unitsPerMsP90");
    return node.make(
        () ->
            new Calibration(
                node.get("meter").text(),
                node.get("jdk").text(),
                node.get("programs").count(2, Integer.MAX_VALUE),
                node.get("rankTenThousandths").count(-ONE, ONE),
                node.get("rankFittedTenThousandths").count(-ONE, ONE),
                node.get("rankHeldOutTenThousandths").count(-ONE, ONE),
                node.get("unitsPerMsP10").integer(1, Long.MAX_VALUE),
                node.get("unitsPerMsP50").integer(1, Long.MAX_VALUE),
                node.get("unitsPerMsP90").integer(1, Long.MAX_VALUE),
                node.get("errorPercentP50").integer(0, Long.MAX_VALUE),
                node.get("errorPercentP90").integer(0, Long.MAX_VALUE)));
  }

  /** The calibration as a JSON value inside a profile file. */
  SortedMap<String, Object> tree() {
    SortedMap<String, Object> tree = new TreeMap<>();
    tree.put("errorPercentP50", errorPercentP50);
    tree.put("errorPercentP90", errorPercentP90);
    tree.put("jdk", jdk);
    tree.put("meter", meter);
    tree.put("programs", programs);
    tree.put("rankFittedTenThousandths", rankFittedTenThousandths);
    tree.put("rankHeldOutTenThousandths", rankHeldOutTenThousandths);
    tree.put("rankTenThousandths", rankTenThousandths);
    tree.put("unitsPerMsP10", unitsPerMsP10);
    tree.put("unitsPerMsP50", unitsPerMsP50);
    tree.put("unitsPerMsP90", unitsPerMsP90);
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

  private static void requireRange(String component, long value, long min, long max) {
    if (value < min || value > max) {
      throw new IllegalArgumentException(
          "calibration."
              + component
              + ": "
              + value
              + " is out of range, "
              + (max == Long.MAX_VALUE ? "at least " + min : min + " to " + max));
    }
  }
}
