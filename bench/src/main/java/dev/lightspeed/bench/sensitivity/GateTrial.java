package dev.lightspeed.bench.sensitivity;

import dev.lightspeed.harness.run.Counted;
import dev.lightspeed.harness.run.CountingPlan;
import dev.lightspeed.harness.run.RunListener;
import dev.lightspeed.harness.verify.Lifeline;
import dev.lightspeed.harness.workload.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** One run of this gate in a JVM of its own: counts a scenario and prints its CPU units. */
public final class GateTrial {

  private GateTrial() {}

  /**
   * The arguments are a workload's label, thousandths of extra work, and a file of costs. Where
   * there is no such file, the scenario is run without extra work, and what it costs recorded.
   */
  public static void main(String[] args) throws IOException {
    Lifeline.hold();
    Scenario scenario = Scenarios.of(args[0]);
    int permille = Integer.parseInt(args[1]);
    Path file = Path.of(args[2]);
    Costs counted =
        Files.exists(file)
            ? count(scenario, ExtraWork.of(Costs.read(file), permille))
            : record(scenario, file);
    System.out.println(counted.total());
  }

  private static Costs record(Scenario scenario, Path file) throws IOException {
    ExtraWork none = ExtraWork.none(scenario.distinctSessions(), scenario.eventsPerSession());
    Costs costs = count(scenario, none);
    costs.write(file);
    return costs;
  }

  private static Costs count(Scenario scenario, ExtraWork extra) {
    Counted counted =
        CountingPlan.usual().count(List.of(Scenarios.heavier(scenario, extra)), RunListener.NONE);
    return Costs.of(Burn.unitsPerTurn(), counted.traces().traces().get(0));
  }
}
