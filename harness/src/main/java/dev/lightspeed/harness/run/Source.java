package dev.lightspeed.harness.run;

import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.meter.Meter;
import java.util.List;

/** Where the counts of a run come from. */
public sealed interface Source {

  /** The version of the meter that counts, or has counted. */
  String meter();

  /**
   * Workloads that are run.
   *
   * @param scenarios which, and how large
   * @param counting how
   */
  record Live(List<Scenario> scenarios, CountingPlan counting) implements Source {

    /** Copies the list. */
    public Live {
      scenarios = List.copyOf(scenarios);
    }

    @Override
    public String meter() {
      return Meter.version();
    }
  }

  /**
   * What was counted before; nothing is run.
   *
   * @param traces the counts
   */
  record Recorded(TraceSet traces) implements Source {

    @Override
    public String meter() {
      return traces.meter();
    }
  }
}
