package dev.lightspeed.harness.output;

import static dev.lightspeed.harness.attribution.Attributions.kind;
import static dev.lightspeed.harness.attribution.Attributions.tree;

import dev.lightspeed.harness.PerformanceHarness;
import dev.lightspeed.harness.attribution.RetainedPeak;
import dev.lightspeed.harness.attribution.WorkloadAttribution;
import dev.lightspeed.harness.gate.BaselineGate;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.BudgetGate;
import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.Tolerance;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.EventTypeFigures;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Figure.Direction;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.run.Counted;
import dev.lightspeed.harness.run.HeldBaseline.Held;
import dev.lightspeed.harness.run.Outcome;
import dev.lightspeed.harness.run.ScenarioTimeline;
import dev.lightspeed.harness.run.Ungated;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.harness.workload.Workload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Outcomes of a shop: one that passes, one for each way to fail, and one that nobody gates. */
final class Outcomes {

  static final String BASELINE = "lightspeed.baseline.json";
  static final String ACCEPT = "'lightspeed update', and commit lightspeed.baseline.json";

  private static final Profile PROFILE = new Profile("small", 3_500, 200, 1_000);
  private static final String METER = "portable/2";
  private static final Shop CART = new Shop("cart", List.of("add", "add", "remove", "pay"), 40);
  private static final Shop PROFILE_PAGE = new Shop("profile", List.of("save"), 20);
  private static final Shop SEARCH = new Shop("search", List.of("query", "next", "filter"), 400);

  private Outcomes() {}

  /** Every outcome by the name of its folder among the examples. */
  static Map<String, Outcome> all() {
    Map<String, Outcome> outcomes = new LinkedHashMap<>();
    outcomes.put("passed", passed());
    outcomes.put("over-budget", overBudget());
    outcomes.put("worse", worse());
    outcomes.put("not-comparable", notComparable());
    outcomes.put("not-run", notRun());
    outcomes.put("not-gated", notGated());
    return Collections.unmodifiableMap(outcomes);
  }

  /** Within its budgets; beside the baseline memory is better, and the rest worse and tolerated. */
  static Outcome passed() {
    SortedMap<Figure, Tolerance> tolerances = new TreeMap<>();
    for (Figure figure : Figure.values()) {
      if (figure.direction() != Direction.SIZE) {
        tolerances.put(figure, new Tolerance.Relative(50));
      }
    }
    return outcome(
        set(CART.trace(1, 100), SEARCH.trace(0, 100)),
        List.of(new Budget("cart", 20, 60, 100, 4), new Budget("search", 60, 600, 40, 8)),
        List.of(),
        Optional.of(set(CART.trace(0, 103), SEARCH.trace(0, 100))),
        new Tolerances(tolerances, new TreeMap<>()),
        List.of(attribution("cart"), attribution("search")));
  }

  /** Beyond limits of two budgets. */
  static Outcome overBudget() {
    return outcome(
        set(CART.trace(0, 100), SEARCH.trace(0, 100)),
        List.of(new Budget("cart", 20, 40, 100, 4), new Budget("search", 20, 500, 40, 8)),
        List.of(),
        Optional.empty(),
        Tolerances.none(),
        List.of());
  }

  /** Worse than the baseline. */
  static Outcome worse() {
    return outcome(
        set(CART.trace(9, 100), SEARCH.trace(0, 100)),
        List.of(new Budget("cart", 20, 60, 100, 4)),
        List.of(new Ungated("search", "has no budget")),
        Optional.of(set(CART.trace(0, 100), SEARCH.trace(0, 100))),
        Tolerances.none(),
        List.of());
  }

  /** Beside a baseline of other scenarios, and of classes that are not counted any more. */
  static Outcome notComparable() {
    TraceSet now =
        new TraceSet(
            METER,
            List.of("com.example.shop.Prices: too large to be instrumented"),
            List.of(CART.trace(0, 100), SEARCH.trace(0, 100)));
    TraceSet before =
        new TraceSet(
            METER,
            List.of("com.example.shop.Old: too large to be instrumented"),
            List.of(CART.resized(8).trace(0, 100), PROFILE_PAGE.trace(0, 100)));
    return outcome(now, List.of(), List.of(), Optional.of(before), Tolerances.none(), List.of());
  }

  /** A budget whose scenario was not run, and a scenario that does not fit the memory. */
  static Outcome notRun() {
    return outcome(
        set(CART.trace(0, 40_000)),
        List.of(new Budget("card", 20, 60, 100, 4)),
        List.of(new Ungated("cart", "has no budget")),
        Optional.empty(),
        Tolerances.none(),
        List.of());
  }

  /** Held against nothing. */
  static Outcome notGated() {
    return outcome(
        set(CART.trace(0, 100)),
        List.of(),
        List.of(new Ungated("cart", "ran 12 sessions × 40 events, its budget is for 90 × 40")),
        Optional.empty(),
        Tolerances.none(),
        List.of());
  }

  /** What names and texts that mean harm would give, wherever somebody else has a word. */
  static Outcome hostile(String text) {
    TraceSet counted = new TraceSet(METER, List.of(text), List.of(CART.trace(0, 100)));
    Report report = PerformanceHarness.report(PROFILE, counted);
    Report baseline = PerformanceHarness.report(PROFILE, set(CART.trace(5, 100)));
    Shop shop = new Shop("cart", List.of(text, "add"), 40);
    WorkloadAttribution attribution =
        new WorkloadAttribution(
            "cart",
            1,
            1,
            List.of(
                kind(
                    text,
                    2,
                    tree(text, 1, 0, tree("com.example." + text + ".run(L" + text + ";)V", 5, 0)))),
            new RetainedPeak(0, 0, text, List.of()));
    return new Outcome(
        Counted.before(counted),
        report,
        BudgetGate.judge(report, List.of(new Budget("cart", 1, 1, 1, 1))),
        List.of(new Ungated("cart", text)),
        Optional.of(
            new Held(
                BaselineGate.compare(text, report, baseline, Tolerances.none()), text, List.of())),
        List.of(
            ScenarioTimeline.of(
                counted.traces().get(0),
                PROFILE,
                EventTypeFigures.of(counted.traces().get(0), shop),
                Optional.of(attribution))));
  }

  private static Outcome outcome(
      TraceSet counted,
      List<Budget> budgets,
      List<Ungated> ungated,
      Optional<TraceSet> before,
      Tolerances tolerances,
      List<WorkloadAttribution> attributions) {
    Report report = PerformanceHarness.report(PROFILE, counted);
    NavigableMap<String, List<EventTypeFigures>> kinds = kinds(counted);
    Optional<Comparison> comparison =
        before.map(
            traces -> {
              Report old = PerformanceHarness.report(PROFILE, traces);
              Baseline baseline = new Baseline(old, kinds(traces), "Java 17");
              return BaselineGate.compare(BASELINE, report, kinds, baseline, tolerances);
            });
    List<ScenarioTimeline> timelines = new ArrayList<>();
    for (Trace trace : counted.traces()) {
      Optional<WorkloadAttribution> attribution =
          attributions.stream().filter(each -> each.workload().equals(trace.workload())).findAny();
      timelines.add(
          ScenarioTimeline.of(
              trace, PROFILE, kinds.getOrDefault(trace.workload(), List.of()), attribution));
    }
    return new Outcome(
        Counted.before(counted),
        report,
        BudgetGate.judge(report, budgets),
        ungated,
        comparison.map(each -> new Held(each, ACCEPT, List.of())),
        timelines);
  }

  private static NavigableMap<String, List<EventTypeFigures>> kinds(TraceSet counted) {
    NavigableMap<String, List<EventTypeFigures>> kinds = new TreeMap<>();
    for (Trace trace : counted.traces()) {
      Shop shop =
          Stream.of(CART, SEARCH, PROFILE_PAGE)
              .filter(each -> each.label().equals(trace.workload()))
              .findFirst()
              .orElseThrow();
      kinds.put(trace.workload(), EventTypeFigures.of(trace, shop));
    }
    return kinds;
  }

  private static TraceSet set(Trace... traces) {
    return new TraceSet(METER, List.of(), List.of(traces));
  }

  private static WorkloadAttribution attribution(String label) {
    String page = "com.example.shop.Page.";
    return new WorkloadAttribution(
        label,
        1,
        3,
        List.of(
            kind("(mount)", 1, tree("(mount)", 0, 0, tree(page + "render()V", 900, 400))),
            kind(
                "add",
                2,
                tree(
                    "add",
                    0,
                    0,
                    tree(
                        page + "handle(Ljava/lang/String;)V",
                        300,
                        64,
                        tree("com.example.shop.Cart.total()J", 1_700, 0),
                        tree("java.util.ArrayList.sort(Ljava/util/Comparator;)V", 600, 80)))),
            kind(
                "pay",
                1,
                tree(
                    "pay",
                    0,
                    0,
                    tree(
                        page + "handle(Ljava/lang/String;)V",
                        200,
                        32,
                        tree("com.example.shop.Cart.total()J", 800, 0))))),
        new RetainedPeak(0, 3, "pay", List.of()));
  }

  /** A part of the shop: made-up costs that are the same every time. */
  private record Shop(String label, List<String> kinds, int scale, int sessions)
      implements Workload {

    private static final int EVENTS = 40;

    Shop(String label, List<String> kinds, int scale) {
      this(label, kinds, scale, 12);
    }

    Shop resized(int count) {
      return new Shop(label, kinds, scale, count);
    }

    /**
     * Counted, as it were.
     *
     * @param extra what each event sends, executes and allocates more than usual
     * @param bytesKept what an event adds to its session
     */
    Trace trace(int extra, int bytesKept) {
      List<SessionTrace> traces = new ArrayList<>();
      for (int session = 0; session < sessions; session++) {
        SplitMix64 random = SplitMix64.forSession(label, session);
        List<Cost> costs = new ArrayList<>();
        for (int event = 0; event < EVENTS; event++) {
          int size = scale + random.below(scale) / (event % kinds.size() + 1);
          costs.add(
              new Cost(
                  90L * size + 100L * extra,
                  size + extra,
                  1 + size / 100,
                  8L * size + extra,
                  500 + (long) bytesKept * Math.min(event, 25)));
        }
        traces.add(SessionTrace.of(new Cost(9_000, 20 * scale, 1, 8_000, 400), costs));
      }
      return new Trace(label, pace(), sessions, EVENTS, traces);
    }

    @Override
    public Pace pace() {
      return Pace.thinking(Duration.ofMillis(250));
    }

    @Override
    public Iterator<Event> script(int sessionIndex) {
      return Stream.iterate(0, i -> i + 1)
          .map(i -> Event.of(kinds.get(i % kinds.size())))
          .iterator();
    }

    @Override
    public Session open(int sessionIndex) {
      throw new AssertionError("nothing is run");
    }
  }
}
