package dev.lightspeed.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.fixture.Nameless;
import dev.lightspeed.harness.fixture.Sleepy;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.gate.Tolerances;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ReportJson;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.suite.Suite;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceSet;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import dev.lightspeed.meter.Meter;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("jdk")
class PerformanceHarnessTest {

  private static final Profile PROFILE = new Profile("test", 1000, 10, 1_048_576);
  private static final List<Scenario> SLEEPY = List.of(new Scenario(new Sleepy(), 3, 4));

  @Test
  void runsAUsersOwnWorkloadToAReport() {
    ScenarioReport report = PerformanceHarness.runSuiteWith(PROFILE, SLEEPY).scenarios().get(0);

    assertThat(report.workload()).isEqualTo("sleepy");
    assertThat(report.totalEvents()).isEqualTo(12);
    assertThat(report.totalPayloadBytes()).isEqualTo(120);
    assertThat(report.avgPayloadBytes()).isEqualTo(10);
    assertThat(report.totalPatchOps()).isEqualTo(12);
  }

  @Test
  void gatesASuiteFromWorkloadToVerdict() {
    Budget kept = new Budget("sleepy", 1_000_000, 10, 0, 1_000_000);
    Budget broken = new Budget("sleepy", 1_000_000, 8, 0, 1_000_000);

    assertThat(PerformanceHarness.gate(new Suite(PROFILE, SLEEPY, List.of(kept))))
        .extracting(BudgetResult::passed)
        .containsExactly(true);
    assertThat(PerformanceHarness.gate(new Suite(PROFILE, SLEEPY, List.of(broken))))
        .containsExactly(new BudgetResult("sleepy", false, "avg payload 10 B > 8 B (+25.0 %)"));
  }

  @Test
  void aReportIsHeldAgainstAnEarlierOne() {
    Report report = PerformanceHarness.runSuiteWith(PROFILE, SLEEPY);

    assertThat(report.meter()).isEqualTo(Meter.version());
    assertThat(PerformanceHarness.compareWithBaseline(report, report, Tolerances.none()).isSame())
        .isTrue();
  }

  @Test
  void aReportOfTracesIsThatOfTheRunThatTookThem() {
    Cost cost = new Cost(500, 10, 1, 640, 1024);
    SessionTrace session = SessionTrace.of(cost, List.of(cost, cost));
    Trace trace =
        new Trace(
            "mine", Pace.thinking(Duration.ofSeconds(1)), 5, 2, Collections.nCopies(5, session));

    Report report =
        PerformanceHarness.report(
            PROFILE, new TraceSet("portable/2", List.of("A: why"), List.of(trace)));

    assertThat(report.profile()).isEqualTo(PROFILE);
    assertThat(report.scenarios().get(0).throughputEventsPerSecond()).isEqualTo(1000);
    assertThat(report.meter()).isEqualTo("portable/2");
    assertThat(report.uncounted()).containsExactly("A: why");
    assertThat(ReportJson.parse("r.json", ReportJson.write(report))).isEqualTo(report);
  }

  @Test
  void refusesASuiteBeforeItRuns() {
    Scenario scenario = new Scenario(new Sleepy(), 1, 1);

    assertThatThrownBy(() -> PerformanceHarness.runSuiteWith(PROFILE, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scenarios: none, expected at least one");
    assertThatThrownBy(() -> PerformanceHarness.runSuiteWith(PROFILE, List.of(scenario, scenario)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("scenarios: the workload 'sleepy' is there twice, expected once");
  }

  @Test
  void theDefaultsFitEachOther() {
    assertThat(PerformanceHarness.defaultSuite())
        .extracting(Scenario::workload)
        .containsExactly(StandardWorkload.values());
    assertThat(PerformanceHarness.defaultBudget())
        .extracting(Budget::workload)
        .containsExactly("counter", "crud_table", "stream_heavy_list", "form_heavy_flow");
    assertThat(PerformanceHarness.pinnedProfile().name()).isEqualTo("pinned");
  }

  @Test
  void aLabelIsRefusedUnlessFilesCanCarryIt() {
    assertThat(PerformanceHarness.workloadLabel(StandardWorkload.CRUD_TABLE))
        .isEqualTo("crud_table");
    assertThatThrownBy(() -> PerformanceHarness.workloadLabel(new Nameless()))
        .hasMessage("workload: the label 'Not A Label' does not match [a-z][a-z0-9_]{0,63}");
  }

  @Test
  void theSignatureIsOneLine() {
    assertThat(PerformanceHarness.reportSignature(Reports.REPORT))
        .matches("lightspeed/1 sha256:[0-9a-f]{64}");
  }
}
