package dev.lightspeed.bench.speed;

/**
 * One figure of the project, as measured and as wished.
 *
 * @param name what was measured
 * @param measured the figure, with at most one decimal
 * @param unit its unit
 * @param target what it should be; 0 for no target
 * @param atMost whether the target is an upper bound, else it is a lower one
 */
public record SpeedFigure(
    String name, double measured, String unit, double target, boolean atMost) {

  static SpeedFigure atMost(String name, double measured, String unit, double target) {
    return new SpeedFigure(name, measured, unit, target, true);
  }

  static SpeedFigure atLeast(String name, double measured, String unit, double target) {
    return new SpeedFigure(name, measured, unit, target, false);
  }

  /** A figure without a target. */
  static SpeedFigure known(String name, double measured, String unit) {
    return new SpeedFigure(name, measured, unit, 0, false);
  }

  /** Whether there is a target. */
  public boolean hasTarget() {
    return target > 0;
  }

  /** Whether the target is reached. */
  public boolean reached() {
    return atMost ? measured <= target : measured >= target;
  }
}
