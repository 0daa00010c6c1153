package dev.lightspeed.harness.capacity;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.BudgetGate;
import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.SharedReplay;
import dev.lightspeed.harness.machine.VirtualMachine;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.trace.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the most sessions that a profile carries within their budgets: doubles them until they do
 * not fit, then halves the gap. Each size is replayed in virtual time, exactly.
 *
 * <p>That assumes that what fits goes on fitting with fewer sessions. It nearly does: more sessions
 * are more load, but they also arrive in another order, so that a percentile may move back by a
 * little. Hence the sizes next to the one found are looked at too. One below that does not fit
 * lowers the result; those above that fit again are told and not counted.
 */
public final class CapacitySearch {

  /** How many sizes on either side of the one found are looked at. */
  private static final int NEIGHBOURS = 8;

  /** The curve has a point for each tenth of the capacity, and some beyond it. */
  private static final int TENTHS = 12;

  private final Profile profile;
  private final String meter;
  private final List<Tenant> tenants;
  private final int max;
  private final SortedMap<Integer, CapacityPoint> points = new TreeMap<>();

  private CapacitySearch(Profile profile, String meter, List<Tenant> tenants, int max) {
    this.profile = profile;
    this.meter = meter;
    this.tenants = tenants;
    this.max = max;
  }

  /**
   * The capacity of {@code profile} for a workload, or for a mix of several.
   *
   * @param meter the version of the meter that has counted the traces
   * @param tenants at least one, each of another workload
   * @param max the most sessions to look for, at least 1
   * @throws IllegalArgumentException if a size is too large to replay
   */
  public static Capacity find(Profile profile, String meter, List<Tenant> tenants, int max) {
    return new CapacitySearch(profile, meter, List.copyOf(tenants), max).find();
  }

  private Capacity find() {
    int found = lowered(most());
    List<Integer> fitAgain = new ArrayList<>();
    int above = 0;
    for (long size = found + 2L; size <= Math.min(max, found + 1L + NEIGHBOURS); size++) {
      above++;
      if (fits((int) size)) {
        fitAgain.add((int) size);
      }
    }
    return new Capacity(
        tenants,
        found,
        found < max ? Optional.of(point(found + 1)) : Optional.empty(),
        Math.min(NEIGHBOURS, Math.max(0, found - 1)),
        above,
        fitAgain,
        curve(found));
  }

  /** A size that fits while one more does not, or 0, or the largest. */
  private int most() {
    int fitting = 0;
    long next = 1;
    while (next <= max && fits((int) next)) {
      fitting = (int) next;
      next *= 2;
    }
    if (next > max && fits(max)) {
      return max;
    }
    int broken = (int) Math.min(next, max);
    while (broken - fitting > 1) {
      int middle = fitting + (broken - fitting) / 2;
      if (fits(middle)) {
        fitting = middle;
      } else {
        broken = middle;
      }
    }
    return fitting;
  }

  /** The size, or a lower one whose lower neighbours all fit. */
  private int lowered(int size) {
    int lowered = size;
    for (int below = size - 1; below >= Math.max(1, lowered - NEIGHBOURS); below--) {
      if (!fits(below)) {
        lowered = below - 1;
      }
    }
    return lowered;
  }

  private List<CapacityPoint> curve(int found) {
    TreeSet<Integer> sizes = new TreeSet<>();
    for (long tenth = 1; tenth <= TENTHS; tenth++) {
      sizes.add((int) Math.min(max, Math.max(1, found * tenth / 10)));
    }
    return sizes.stream().map(this::point).toList();
  }

  private boolean fits(int sessions) {
    return point(sessions).fits();
  }

  private CapacityPoint point(int sessions) {
    CapacityPoint known = points.get(sessions);
    if (known == null) {
      known = replayed(sessions);
      points.put(sessions, known);
    }
    return known;
  }

  private CapacityPoint replayed(int sessions) {
    int[] dealt = Mix.deal(sessions, tenants.stream().mapToInt(Tenant::weight).toArray());
    List<Trace> traces = new ArrayList<>();
    List<Budget> budgets = new ArrayList<>();
    for (int i = 0; i < dealt.length; i++) {
      if (dealt[i] > 0) {
        traces.add(tenants.get(i).traces().apply(dealt[i]));
        budgets.add(tenants.get(i).budget());
      }
    }
    SharedReplay replay = VirtualMachine.replay(traces, profile);
    List<ScenarioReport> scenarios = new ArrayList<>();
    long memory = 0;
    for (int i = 0; i < traces.size(); i++) {
      ScenarioReport scenario = ScenarioReport.of(traces.get(i), profile, replay.each().get(i));
      scenarios.add(scenario);
      memory = saturatedSum(memory, scenario.estimatedTotalMemoryUnits());
    }
    Report report = new Report(profile, scenarios, meter, List.of());
    return new CapacityPoint(
        sessions,
        replay.latency(),
        report,
        BudgetGate.judge(report, budgets),
        new Check(Figure.TOTAL_MEMORY, memory, profile.memoryUnits()));
  }

  private static long saturatedSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
