package dev.lightspeed.harness.run;

import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.workload.Scenario;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a run is asked for, checked before anything runs.
 *
 * @param suiteFile where the suite comes from; the standard suite has no file
 * @param suite what could be run, and what is tolerated
 * @param profile the virtual machine
 * @param source what is run, or was
 * @param budgets what the report is held against
 * @param notAsked labels of the suite that are left out because the user asked for others
 * @param timelines whether to look at how each scenario went, for charts
 * @param baseline what else the report is held against, if there is one
 */
public record Plan(
    Optional<Path> suiteFile,
    Suite suite,
    Profile profile,
    Source source,
    AppliedBudgets budgets,
    Set<String> notAsked,
    boolean timelines,
    Optional<HeldBaseline> baseline) {

  /** Copies and sorts the labels. */
  public Plan {
    notAsked = Collections.unmodifiableSet(new TreeSet<>(notAsked));
  }

  /** All of a suite, held against its budgets. */
  public static Plan of(Suite suite, CountingPlan counting) {
    return new Plan(
        Optional.empty(),
        suite,
        suite.profile(),
        new Source.Live(suite.scenarios(), counting),
        AppliedBudgets.of(suite, suite.scenarios().stream().map(Size::of).toList()),
        new TreeSet<>(),
        false,
        Optional.empty());
  }

  /** The same plan, which also looks at how each scenario went. */
  public Plan withTimelines() {
    return new Plan(suiteFile, suite, profile, source, budgets, notAsked, true, baseline);
  }

  /**
   * The same plan, whose report is also held against a baseline.
   *
   * @param name what it is called, such as its file
   * @param held what is in it
   * @param accept how to accept another report
   * @throws dev.lightspeed.harness.file.InputException if the two could not be compared
   */
  public Plan against(String name, Baseline held, String accept) {
    requireComparable(name, held);
    return new Plan(
        suiteFile,
        suite,
        profile,
        source,
        budgets,
        notAsked,
        timelines,
        Optional.of(new HeldBaseline(name, held, accept)));
  }

  /** What is run; nothing if counts are replayed. */
  public List<Scenario> scenarios() {
    return source instanceof Source.Live live ? live.scenarios() : List.of();
  }

  /** Refuses a baseline that the report could not be compared with. */
  void requireComparable(String name, Baseline other) {
    BaselineGate.requireComparable(name, other.report(), source.meter(), profile);
  }
}
