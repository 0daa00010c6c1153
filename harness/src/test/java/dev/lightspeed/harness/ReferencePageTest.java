package dev.lightspeed.harness;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.BudgetResult;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.harness.report.ScenarioReport;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.Workload;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Everything that the reference page, {@code lightspeed/ops/performance_harness}, has: this class
 * does not compile without it, and docs/ARCHITECTURE.md maps all of it.
 */
class ReferencePageTest {

  /** Types and constants, then components and functions, by their names on the page. */
  private static final List<String> PAGE =
      List.of(
          ("Workload Counter CrudTable StreamHeavyList FormHeavyFlow Profile Scenario ScenarioReport"
                  + " Report Budget BudgetResult"
                  + " name cpu_units io_units memory_units"
                  + " workload session_count events_per_session"
                  + " total_events p50_latency_ms p95_latency_ms total_payload_bytes"
                  + " avg_payload_bytes total_patch_ops avg_patch_ops"
                  + " peak_memory_units_per_session estimated_total_memory_units"
                  + " throughput_events_per_second"
                  + " profile scenarios"
                  + " max_p95_latency_ms max_avg_payload_bytes min_throughput_events_per_second"
                  + " max_memory_units_per_session"
                  + " passed reason"
                  + " pinned_profile default_suite default_budget run_suite run_suite_with"
                  + " evaluate_budget budget_failures budget_label workload_label"
                  + " report_signature")
              .split(" ", -1));

  @Test
  void theTypesHaveThePagesComponents() {
    List<Workload> workloads =
        List.of(
            StandardWorkload.COUNTER,
            StandardWorkload.CRUD_TABLE,
            StandardWorkload.STREAM_HEAVY_LIST,
            StandardWorkload.FORM_HEAVY_FLOW);
    Profile profile = new Profile("p", 1, 2, 3);
    Scenario scenario = new Scenario(workloads.get(0), 4, 5);
    ScenarioReport figures = Reports.COUNTER;
    Report report = Reports.REPORT;
    Budget budget = new Budget(scenario.workload(), 6, 7, 8, 9);
    BudgetResult result = new BudgetResult("counter", true, "why");

    assertThat(workloads)
        .extracting(PerformanceHarness::workloadLabel)
        .containsExactly("counter", "crud_table", "stream_heavy_list", "form_heavy_flow");
    assertThat(
            List.of(profile.name(), profile.cpuUnits(), profile.ioUnits(), profile.memoryUnits()))
        .hasToString("[p, 1, 2, 3]");
    assertThat(List.of(scenario.sessionCount(), scenario.eventsPerSession())).hasToString("[4, 5]");
    assertThat(
            List.of(
                figures.workload(),
                figures.sessionCount(),
                figures.eventsPerSession(),
                figures.totalEvents(),
                figures.p50LatencyMs(),
                figures.p95LatencyMs(),
                figures.totalPayloadBytes(),
                figures.avgPayloadBytes(),
                figures.totalPatchOps(),
                figures.avgPatchOps(),
                figures.peakMemoryUnitsPerSession(),
                figures.estimatedTotalMemoryUnits(),
                figures.throughputEventsPerSecond()))
        .hasToString("[counter, 200, 100, 20000, 7, 19, 380000, 19, 38000, 2, 3, 580, 4321]");
    assertThat(report.profile()).isEqualTo(Reports.PROFILE);
    assertThat(report.scenarios()).contains(figures);
    assertThat(
            List.of(
                budget.workload(),
                budget.maxP95LatencyMs(),
                budget.maxAvgPayloadBytes(),
                budget.minThroughputEventsPerSecond(),
                budget.maxMemoryUnitsPerSession()))
        .hasToString("[counter, 6, 7, 8, 9]");
    assertThat(List.of(result.workload(), result.passed(), result.reason()))
        .hasToString("[counter, true, why]");
  }

  @Test
  void theFunctionsAreThePages() {
    List<Scenario> small =
        PerformanceHarness.defaultSuite().stream()
            .map(scenario -> new Scenario(scenario.workload(), 2, 3))
            .toList();
    Report report = PerformanceHarness.runSuiteWith(PerformanceHarness.pinnedProfile(), small);
    List<BudgetResult> results =
        PerformanceHarness.evaluateBudget(report, PerformanceHarness.defaultBudget());

    assertThat(results).hasSize(4);
    assertThat(PerformanceHarness.budgetFailures(results))
        .isEqualTo((int) results.stream().filter(result -> !result.passed()).count());
    assertThat(PerformanceHarness.reportSignature(report)).startsWith("lightspeed/1 sha256:");
    assertThat(Stream.of(PerformanceHarness.class.getMethods()).map(method -> method.getName()))
        .contains("runSuite");
  }

  /** Equal for every failing result of a workload, whatever broke. */
  @Test
  void aLabelIsStableAndFailuresAreANumber() {
    BudgetResult slow = new BudgetResult("crud_table", false, "p95 latency 143 ms > 142 ms");
    BudgetResult large = new BudgetResult("crud_table", false, "avg payload 412 B > 380 B");
    BudgetResult fine = new BudgetResult("counter", true, "tightest: throughput");

    assertThat(PerformanceHarness.budgetLabel(slow))
        .isEqualTo("FAIL crud_table")
        .isEqualTo(PerformanceHarness.budgetLabel(large));
    assertThat(PerformanceHarness.budgetLabel(fine)).isEqualTo("PASS counter");
    assertThat(PerformanceHarness.budgetFailures(List.of(slow, fine, large))).isEqualTo(2);
    assertThat(PerformanceHarness.budgetFailures(List.of())).isZero();
  }

  @Test
  void theTableMapsAllOfThePage() throws IOException {
    String page = Files.readString(Path.of("..", "docs", "ARCHITECTURE.md"));
    int begin = page.indexOf("## The reference page");
    String table = page.substring(begin, page.indexOf("\n## ", begin));
    List<String> mapped = new ArrayList<>();
    List<String> unlike = new ArrayList<>();
    for (String row : table.lines().filter(line -> line.startsWith("| `")).toList()) {
      String[] cells = row.split("\\|", -1);
      List<String> java = names(cells[2]);
      for (String name : names(cells[1])) {
        mapped.add(name);
        String wanted = name.replace("_", "").toLowerCase(Locale.ROOT);
        if (java.stream()
            .map(each -> each.replaceFirst(".*\\.", "").replace("_", ""))
            .noneMatch(each -> each.toLowerCase(Locale.ROOT).equals(wanted))) {
          unlike.add(name);
        }
      }
    }

    assertThat(mapped).containsExactlyInAnyOrderElementsOf(PAGE);
    assertThat(unlike).isEmpty();
  }

  private static List<String> names(String cell) {
    List<String> names = new ArrayList<>();
    Matcher name = Pattern.compile("`([^`]+)`").matcher(cell);
    while (name.find()) {
      names.add(name.group(1));
    }
    return names;
  }
}
