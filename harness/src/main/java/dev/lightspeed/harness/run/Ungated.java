package dev.lightspeed.harness.run;

/**
 * A scenario that no budget was applied to.
 *
 * @param workload the workload's label
 * @param reason why, such as {@code has no budget}
 */
public record Ungated(String workload, String reason) {

  /** {@code checkout has no budget}. */
  public String inWords() {
    return workload + " " + reason;
  }
}
