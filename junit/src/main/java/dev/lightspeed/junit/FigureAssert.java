package dev.lightspeed.junit;

import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.report.Figure;
import java.util.List;
import java.util.OptionalLong;

/**
 * Assertions on one figure of a workload, in the figure's unit. Each gives the workload back, so
 * that the next figure can follow.
 */
public final class FigureAssert {

  private final WorkloadAssert workload;
  private final Figure figure;
  private final OptionalLong value;
  private final Failing failing;

  /**
   * @param value what it is; empty if it was told already that the workload is not there
   */
  FigureAssert(WorkloadAssert workload, Figure figure, OptionalLong value, Failing failing) {
    this.workload = workload;
    this.figure = figure;
    this.value = value;
    this.failing = failing;
  }

  /**
   * The figure is {@code limit} or less.
   *
   * @param limit at least 0
   */
  public WorkloadAssert isAtMost(long limit) {
    return isBetween(0, limit);
  }

  /**
   * The figure is {@code limit} or more.
   *
   * @param limit at least 0
   */
  public WorkloadAssert isAtLeast(long limit) {
    return isBetween(limit, Long.MAX_VALUE);
  }

  /**
   * The figure is {@code expected}.
   *
   * @param expected at least 0
   */
  public WorkloadAssert isEqualTo(long expected) {
    return isBetween(expected, expected);
  }

  /**
   * The figure is one of these, both ends included.
   *
   * @param least at least 0
   * @param most at least {@code least}
   * @throws IllegalArgumentException if no value is between the two
   */
  public WorkloadAssert isBetween(long least, long most) {
    requireRange(least, most);
    value.ifPresent(is -> failing.unlessEmpty(() -> verdict(is, least, most)));
    return workload;
  }

  private List<String> verdict(long is, long least, long most) {
    if (is >= least && is <= most) {
      return List.of();
    }
    Check check = new Check(figure, is, is < least ? least : most);
    return List.of(workload.label() + ": " + check.difference());
  }

  private void requireRange(long least, long most) {
    if (least < 0 || most < 0) {
      throw new IllegalArgumentException(
          figure.key() + ": " + Math.min(least, most) + " is out of range, at least 0");
    }
    if (most < least) {
      throw new IllegalArgumentException(
          figure.key() + ": there is nothing between " + least + " and " + most);
    }
  }
}
