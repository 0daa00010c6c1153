package dev.lightspeed.harness.capacity;

import static java.util.Objects.requireNonNull;

import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.file.NearestWord;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.run.Counted;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.Plan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Runs the workloads of a plan for as many sessions as are needed, and finds how many its profile
 * carries.
 */
public final class CapacityRun {

  private final Plan plan;
  private final CountingPlan counting;
  private final int most;
  private final RunListener listener;
  private final Set<String> uncounted = new TreeSet<>();

  /**
   * @param plan with the scenarios, their budgets and the profile
   * @param counting how scenarios are counted
   * @param most the most sessions to look for, at least 1
   * @param listener is told of progress
   */
  public CapacityRun(Plan plan, CountingPlan counting, int most, RunListener listener) {
    this.plan = plan;
    this.counting = counting;
    this.most = most;
    this.listener = listener;
  }

  /**
   * Each workload with the machine for itself.
   *
   * @throws InputException if one has no budget, or cannot be replayed
   */
  public List<Capacity> alone() {
    List<Tenant> tenants = plan.scenarios().stream().map(scenario -> tenant(scenario, 1)).toList();
    List<Capacity> found = new ArrayList<>();
    tenants.forEach(tenant -> found.add(search(List.of(tenant))));
    return found;
  }

  /**
   * Workloads that share the machine, each for as long as the longest is there.
   *
   * @param shares of the sessions, by label
   * @throws InputException if one is unknown, has no budget, or cannot be replayed
   */
  public Capacity mixed(Map<String, Integer> shares) {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    plan.scenarios().forEach(each -> scenarios.put(each.workload().label(), each));
    requireKnown(shares.keySet(), scenarios.keySet());
    Map<Scenario, Integer> weights = new LinkedHashMap<>();
    shares.forEach((label, weight) -> weights.put(requireNonNull(scenarios.get(label)), weight));
    long longestNs = weights.keySet().stream().mapToLong(CapacityRun::lengthNs).max().orElse(0);
    List<Tenant> tenants = new ArrayList<>();
    weights.forEach(
        (scenario, weight) -> tenants.add(tenant(lasting(scenario, longestNs), weight)));
    return search(tenants);
  }

  /** Whose work is missing from the counts, each with the reason. */
  public List<String> uncounted() {
    return List.copyOf(uncounted);
  }

  private static void requireKnown(Set<String> asked, Set<String> labels) {
    for (String label : asked) {
      if (!labels.contains(label)) {
        throw new InputException(
            "--mix: unknown workload '"
                + label
                + "'"
                + NearestWord.question(label, labels)
                + " in the suite: "
                + String.join(", ", labels));
      }
    }
  }

  private static long lengthNs(Scenario scenario) {
    long meanNs = scenario.workload().pace().meanNs();
    if (meanNs > Long.MAX_VALUE / scenario.eventsPerSession()) {
      throw new InputException(
          "--mix: a session of "
              + scenario.workload().label()
              + " lasts for more than 292 years: give it fewer events");
    }
    return meanNs * scenario.eventsPerSession();
  }

  private static Scenario lasting(Scenario scenario, long ns) {
    long meanNs = scenario.workload().pace().meanNs();
    long events = (ns - 1) / meanNs + 1;
    if (events > Integer.MAX_VALUE) {
      throw new InputException(
          "--mix: "
              + scenario.workload().label()
              + " would need "
              + Numbers.grouped(events)
              + " events per session to last as long as the longest: give that one fewer events");
    }
    return new Scenario(scenario.workload(), scenario.sessionCount(), (int) events);
  }

  private Tenant tenant(Scenario scenario, int weight) {
    GrowingTrace trace = new GrowingTrace(scenario, this::trace);
    return new Tenant(weight, budget(scenario.workload().label()), trace::withSessions);
  }

  private Trace trace(Scenario scenario) {
    Counted counted = counting.count(List.of(scenario), listener);
    uncounted.addAll(counted.traces().uncounted());
    return counted.traces().traces().get(0);
  }

  private Budget budget(String label) {
    return plan.suite().budgets().stream()
        .filter(budget -> budget.workload().equals(label))
        .findFirst()
        .orElseThrow(
            () ->
                new InputException(
                    label
                        + ": has no budget, so that nothing says what is too much: give it one in"
                        + " the suite file, or choose others with --workload"));
  }

  private Capacity search(List<Tenant> tenants) {
    Profile profile = plan.profile();
    try {
      return CapacitySearch.find(profile, Meter.version(), tenants, most);
    } catch (IllegalArgumentException e) {
      // What the virtual machine refuses is too large or too slow: the user's choice.
      throw new InputException(e.getMessage() + ", or lower --max", e);
    }
  }
}
