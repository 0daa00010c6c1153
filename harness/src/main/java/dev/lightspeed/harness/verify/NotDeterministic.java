package dev.lightspeed.harness.verify;

import dev.lightspeed.harness.trace.Divergence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The same work was counted twice and gave two counts. */
public final class NotDeterministic extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private static final String OTHER_ORDER =
      "(with the sessions in another order and on another number of threads)";
  private static final String OTHER_JVM =
      "(with other identity hash codes, compiler, collector, processors, locale, zone and charset)";

  private final String step;
  private final Optional<String> event;
  private final List<String> lines;

  /**
   * @param divergence the first step and counter that differ
   * @param event the name of the step's event; a mount has none
   * @param withinJvm whether both were counted in this JVM
   * @param culprit where it comes from, a line a string
   */
  NotDeterministic(
      Divergence divergence, Optional<String> event, boolean withinJvm, List<String> culprit) {
    this.step = divergence.step();
    this.event = event;
    List<String> all = new ArrayList<>();
    all.add(
        divergence.counter()
            + " "
            + divergence.first()
            + " in one run, "
            + divergence.second()
            + (withinJvm ? " in the other" : " in another JVM"));
    all.add(withinJvm ? OTHER_ORDER : OTHER_JVM);
    all.addAll(culprit);
    this.lines = List.copyOf(all);
  }

  /** Where the first difference is: the workload, the session and the step. */
  public String step() {
    return step;
  }

  /** The name of the event that differs; empty for a mount. */
  public Optional<String> event() {
    return event;
  }

  /** What differs, in which circumstances, where it comes from, and why it usually does. */
  public List<String> lines() {
    return lines;
  }

  @Override
  public String getMessage() {
    return "not deterministic: "
        + step
        + event.map(name -> " (" + name + ")").orElse("")
        + ": "
        + String.join("; ", lines);
  }
}
