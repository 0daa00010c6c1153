package dev.lightspeed.meter.hazard;

import java.util.List;

/**
 * Something that makes counts differ from run to run.
 *
 * @param cause what it is, such as {@code draws random numbers}: a verb, for a method
 * @param signs how it is recognised in a class file, in words
 * @param remedy what to do instead
 * @param withinJvm whether it shows within one JVM; if not, then between two only
 */
public record Hazard(String cause, List<String> signs, String remedy, boolean withinJvm) {

  /** Copies the signs. */
  public Hazard {
    signs = List.copyOf(signs);
  }

  /**
   * A hazard that was recognised.
   *
   * @param hazard which
   * @param frame the method that has it, {@code com.example.Cart.add(Ljava/lang/Object;)Z}
   * @param sign by what, such as {@code Math.random}
   */
  public record Found(Hazard hazard, String frame, String sign) {}
}
