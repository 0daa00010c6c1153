package dev.lightspeed.cli;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacitySearch;
import dev.lightspeed.harness.capacity.Tenant;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.text.Numbers;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lightspeed capacity}. */
@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    optionListHeading = "%nOptions:%n",
    sortOptions = false,
    description = {
      "Find the most sessions that the profile carries within their budgets, and what gives way"
          + " with one more.",
      "",
      "Each workload of the suite has the machine for itself, unless --mix lets several share it."
          + " Workloads are run for at most 1,024 sessions; every number of sessions is then"
          + " replayed in virtual time."
          + " What fits is assumed to fit with fewer sessions too, and eight sizes on either side"
          + " of the result are looked at to see whether that holds."
    })
final class CapacityCommand implements Callable<Integer> {

  private static final int MOST = 1_000_000;

  private final Output output;

  @Mixin private final Selection selection = new Selection();

  @Option(
      names = "--mix",
      paramLabel = "LABEL=N,...",
      converter = MixOption.Converter.class,
      description =
          "Workloads of the suite that share the machine, with their shares of the sessions."
              + " Shorter ones go on for as long as the longest.")
  private @Nullable MixOption mix;

  @Option(
      names = "--max",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Look for at most N sessions. Default: 1000000.")
  private int max = MOST;

  @Option(
      names = "--at-least",
      paramLabel = "N",
      converter = CountConverter.Count.class,
      description = "Exit with 1 if fewer than N sessions fit. Default: 1.")
  private int atLeast = 1;

  @Option(
      names = "--out",
      paramLabel = "[FORMAT=]FILE",
      converter = CapacityFormat.Converter.class,
      description =
          "Write the result to FILE, too, - for standard output instead of the table; may be"
              + " repeated. Formats: json (the default), csv.")
  private List<CapacityFormat.Target> destinations = new ArrayList<>();

  @Mixin private final TracingOptions tracing = new TracingOptions();

  private final Set<String> uncounted = new TreeSet<>();

  CapacityCommand(Output output) {
    this.output = output;
  }

  @Override
  public Integer call() {
    Destination.requireWritable(destinations);
    selection.requireNoSessions("--sessions: the number of sessions is what is looked for");
    if (atLeast > max) {
      throw new InputException(
          "--at-least: " + atLeast + " cannot be found with at most " + max + ": raise --max");
    }
    Selection.OpenSuite suite = selection.open(output.environment());
    tracing.configureMeter(suite.meter(), false);
    Plan plan = suite.plan();
    List<List<Tenant>> groups = mix == null ? alone(plan) : List.of(mixed(plan, mix));
    List<Capacity> found = new ArrayList<>();
    for (List<Tenant> tenants : groups) {
      found.add(search(plan, tenants));
    }
    output.warnOfUncounted(List.copyOf(uncounted));
    tell(plan, found);
    List<Capacity> tooSmall = found.stream().filter(each -> each.sessions() < atLeast).toList();
    tooSmall.forEach(each -> output.message("FAIL  " + CapacityTable.shortfall(each, atLeast)));
    return (tooSmall.isEmpty() ? ExitCode.PASSED : ExitCode.GATE_FAILED).code();
  }

  /** Each workload with the machine for itself. */
  private List<List<Tenant>> alone(Plan plan) {
    List<List<Tenant>> groups = new ArrayList<>();
    for (Scenario scenario : plan.scenarios()) {
      groups.add(List.of(tenant(plan, scenario, 1)));
    }
    return groups;
  }

  /** All on one machine, each for as long as the longest is there. */
  private List<Tenant> mixed(Plan plan, MixOption shares) {
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    plan.scenarios().forEach(each -> scenarios.put(each.workload().label(), each));
    shares.requireKnown(scenarios.keySet());
    scenarios.keySet().retainAll(shares.weights().keySet());
    long longestNs =
        scenarios.values().stream().mapToLong(CapacityCommand::lengthNs).max().orElse(0);
    List<Tenant> tenants = new ArrayList<>();
    shares
        .weights()
        .forEach(
            (label, weight) -> {
              Scenario scenario = scenarios.get(label);
              if (scenario != null) {
                tenants.add(tenant(plan, lasting(scenario, longestNs), weight));
              }
            });
    return tenants;
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

  private Tenant tenant(Plan plan, Scenario scenario, int weight) {
    GrowingTrace trace = new GrowingTrace(scenario, this::trace);
    return new Tenant(weight, budget(plan, scenario.workload().label()), trace::withSessions);
  }

  private Trace trace(Scenario scenario) {
    TraceSet counted = tracing.trace(selection, List.of(scenario), output);
    uncounted.addAll(counted.uncounted());
    return counted.traces().get(0);
  }

  private static Budget budget(Plan plan, String label) {
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

  private Capacity search(Plan plan, List<Tenant> tenants) {
    try {
      return CapacitySearch.find(plan.profile(), Meter.version(), tenants, max);
    } catch (IllegalArgumentException e) {
      // What the virtual machine refuses is too large or too slow: the user's choice.
      throw new InputException(e.getMessage() + ", or lower --max", e);
    }
  }

  private void tell(Plan plan, List<Capacity> found) {
    boolean printed =
        Destination.write(
            destinations, format -> format.write(plan.profile(), Meter.version(), found), output);
    if (!printed) {
      output.text(CapacityTable.render(plan.profile(), Meter.version(), found));
    }
  }
}
