package dev.lightspeed.harness.run;

import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.Report;
import java.util.List;

/**
 * The baseline that a report is held against.
 *
 * @param name what it is called, such as its file
 * @param baseline what is in it
 * @param accept how to accept another report, such as {@code 'lightspeed update', and commit
 *     lightspeed.baseline.json}
 */
public record HeldBaseline(String name, Baseline baseline, String accept) {

  /**
   * A report beside it.
   *
   * @param comparison figure by figure
   * @param accept how to accept the report
   * @param remarks what else may explain a difference, a line a string
   */
  public record Held(Comparison comparison, String accept, List<String> remarks) {

    /** Copies the list. */
    public Held {
      remarks = List.copyOf(remarks);
    }
  }

  /** Puts {@code report} beside it, without what {@code plan} leaves out on purpose. */
  Held hold(Plan plan, Counted counted, Report report) {
    Comparison comparison =
        BaselineGate.compare(
                name, report, counted.eventTypes(), baseline, plan.suite().tolerances())
            .without(plan.notAsked());
    return new Held(comparison, accept, baseline.remark(name).stream().toList());
  }
}
