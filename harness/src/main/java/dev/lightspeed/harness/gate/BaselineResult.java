package dev.lightspeed.harness.gate;

import dev.lightspeed.harness.report.Figure;

/** One difference between a report and its baseline. */
public sealed interface BaselineResult {

  /** Whether it is fine: a figure that is better, or worse within its tolerance. */
  boolean passed();

  /** The difference in one line, such as {@code crud_table: avg payload 412 B > 380 B (+8.4 %)}. */
  String message();

  /**
   * A figure that changed in a scenario that both reports have.
   *
   * @param workload the workload's label
   * @param figure which figure
   * @param baseline its value in the baseline
   * @param observed its value in the report, another one
   * @param limit the last value that is tolerated
   */
  record FigureChange(String workload, Figure figure, long baseline, long observed, long limit)
      implements BaselineResult {

    /** Whether the figure is better than in the baseline, and not only tolerated. */
    public boolean isBetter() {
      return !figure.sense().isWorse(observed, baseline);
    }

    @Override
    public boolean passed() {
      return new Check(figure, observed, limit).passed();
    }

    @Override
    public String message() {
      String difference = new Check(figure, observed, baseline).difference();
      return workload
          + ": "
          + difference
          + (limit == baseline ? "" : ", " + new Check(figure, observed, limit).allowed());
    }
  }

  /**
   * A scenario that cannot be compared: always a failure, because a gate does not pass on nothing.
   *
   * @param workload the workload's label
   * @param change what has become of the scenario
   * @param message the difference in one line, which begins with the label
   */
  record ScenarioChange(String workload, Change change, String message) implements BaselineResult {

    /** What may become of a scenario. */
    public enum Change {
      /** It is in the report alone. */
      ADDED,
      /** It is in the baseline alone. */
      REMOVED,
      /** It has another number of sessions or events, which changes every figure. */
      RESIZED
    }

    @Override
    public boolean passed() {
      return false;
    }
  }

  /**
   * A class whose work is missing from the figures of one report only. If it is missing from the
   * new one, the figures may look better than they are, which is a failure.
   *
   * @param uncounted the class, and why it could not be counted
   * @param now whether it is the report that lacks it, and not the baseline
   */
  record CoverageChange(String uncounted, boolean now) implements BaselineResult {

    @Override
    public boolean passed() {
      return !now;
    }

    @Override
    public String message() {
      return now
          ? "not counted any more: " + uncounted
          : "counted now, not in the baseline: " + uncounted;
    }
  }
}
