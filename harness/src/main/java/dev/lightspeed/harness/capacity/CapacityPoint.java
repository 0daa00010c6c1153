package dev.lightspeed.harness.capacity;

import dev.lightspeed.harness.gate.BudgetVerdict;
import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.machine.LatencyMs;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * What a profile gives so many sessions.
 *
 * @param sessions of all workloads together, at least 1
 * @param latency how long the events of all took
 * @param report the figures of each workload that has a session, beside the others
 * @param verdicts what the budget of each says
 * @param memory what all of them keep, of what the profile has
 */
public record CapacityPoint(
    int sessions, LatencyMs latency, Report report, List<BudgetVerdict> verdicts, Check memory) {

  /** A limit that is broken: the workload's, or the machine's for an empty label. */
  public record Broken(String workload, Check check) {

    /** {@code crud_table: p95 latency 143 ms > 142 ms (+0.7 %)}. */
    public String message() {
      return (workload.isEmpty() ? "" : workload + ": ") + check.difference();
    }
  }

  /** Copies the list. */
  public CapacityPoint {
    verdicts = List.copyOf(verdicts);
  }

  /** A figure of the machine, which each of its workloads tells: how busy it is. */
  public long ofMachine(Figure figure) {
    return figure.of(report.scenarios().get(0));
  }

  /** Whether every limit is kept. */
  public boolean fits() {
    return broken().isEmpty();
  }

  /** Every limit that is broken, workload by workload, the memory of the machine last. */
  public List<Broken> broken() {
    List<Broken> broken = new ArrayList<>();
    for (BudgetVerdict verdict : verdicts) {
      for (Check check : verdict.checks()) {
        if (!check.passed()) {
          broken.add(new Broken(verdict.workload(), check));
        }
      }
    }
    if (!memory.passed() && broken.stream().noneMatch(each -> each.check().equals(memory))) {
      broken.add(new Broken("", memory));
    }
    return broken;
  }
}
