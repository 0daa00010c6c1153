package dev.lightspeed.junit;

import static dev.lightspeed.junit.Fails.assertFails;
import static dev.lightspeed.junit.PerformanceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.example.shop.ChattyTill;
import com.example.shop.Till;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.BaselineFile;
import dev.lightspeed.harness.report.Report;
import dev.lightspeed.meter.Meter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunAssertTest {

  @TempDir private Path folder;
  private Path suite;
  private Path baseline;

  @BeforeEach
  void write() throws IOException {
    suite = folder.resolve("shop.yaml");
    baseline = folder.resolve("shop.baseline.json");
    write(Till.class);
  }

  private void write(Class<? extends Till> till) throws IOException {
    Files.writeString(
        suite,
        """
        schema: suite/2
        tolerances: {totalPayloadBytes: 10 %}
        scenarios:
          - workload: $
            sessions: 5
            events: 4
            budget: {avgPayloadBytes: 11, throughputEventsPerSecond: 1}
        """
            .replace("$", till.getName()));
  }

  private void writeBaseline(Report report) throws IOException {
    Files.writeString(baseline, BaselineFile.write(new Baseline(report, BaselineFile.runtime())));
  }

  @Test
  void aSuiteIsHeldAgainstItsBudgetsAndTheBaselineBesideIt() throws IOException {
    PerformanceRun run = new SuiteRequest(suite).run();
    writeBaseline(run.report());

    assertThat(run.file()).contains(suite);
    assertThat(run.baseline()).contains(baseline);
    assertThat(run).meetsBudgets().matchesBaseline().matchesBaseline(baseline);
    assertThat(run).workload("till").avgPayloadBytes().isEqualTo(11);
    assertThat(run).report().countsEverything();
  }

  @Test
  void whatIsWorseIsToldWithTheCommandThatAcceptsIt() throws IOException {
    writeBaseline(new SuiteRequest(suite).run().report());
    write(ChattyTill.class);
    PerformanceRun run = new SuiteRequest(suite).run();

    assertFails(
        () -> assertThat(run).as("gate").meetsBudgets(),
        "[gate] till: avg payload 22 B > 11 B (+100.0 %)");
    assertFails(() -> assertThat(run).matchesBaseline(), worse(" --suite " + suite));
    assertFails(() -> assertThat(run).matchesBaseline(baseline), worse(" --baseline " + baseline));
  }

  private String[] worse(String option) {
    return new String[] {
      "till: total payload 438 B > 218 B (+100.9 %), at most 239 B",
      "till: avg payload 22 B > 11 B (+100.0 %)",
      "till: throughput 4550 events/s < 5274 events/s (-13.7 %)",
      "till: total CPU 26370 units > 22750 units (+15.9 %)",
      "till: avg CPU 1319 units > 1138 units (+15.9 %)",
      "till: max CPU 1320 units > 1139 units (+15.9 %)",
      "till: total allocated 2680 B > 2360 B (+13.6 %)",
      "till: avg allocated 134 B > 118 B (+13.6 %)",
      "till: max payload 22 B > 11 B (+100.0 %)",
      "if that is meant to be: 'lightspeed update" + option + "', and commit " + baseline
    };
  }

  @Test
  void aBaselineThatIsNotThereFailsWithTheCommandThatWritesIt() throws IOException {
    PerformanceRun run = new SuiteRequest(suite).run();

    assertFails(
        () -> assertThat(run).matchesBaseline(),
        baseline
            + ": there is no baseline: write it with 'lightspeed update --suite "
            + suite
            + "', and commit "
            + baseline);
  }

  @Test
  void aSuiteInFullModeLeavesTheMeterAsItWas() throws IOException {
    PerformanceRun before = new SuiteRequest(suite).run();
    String portable = Files.readString(suite);
    Files.writeString(suite, portable + "meter: full\n");

    assertThat(new SuiteRequest(suite).run().report().meter()).startsWith("full/2@");
    assertThat(Meter.version()).isEqualTo("portable/2");

    Files.writeString(suite, portable);
    assertThat(new SuiteRequest(suite).run().report()).isEqualTo(before.report());
  }

  @Test
  void workloadsHaveNeitherBudgetsNorABaseline() {
    PerformanceRun run = new WorkloadsRequest(List.of(Till.class), 2, 2, Optional.empty()).run();

    assertFails(
        () -> assertThat(run).meetsBudgets(),
        "nothing is gated: no budget applies to what was run");
    assertFails(
        () -> assertThat(run).matchesBaseline(),
        "no suite was run, beside which a baseline would be: name its file");
  }

  @Test
  void aProfileIsReadFromItsFile() throws IOException {
    Path profile =
        Files.writeString(
            folder.resolve("slow.json"),
            """
            {"schema": "profile/2", "name": "slow", "cpuUnits": 1, "ioUnits": 1, "memoryUnits": 5}
            """);
    PerformanceRun run =
        new WorkloadsRequest(List.of(Till.class), 2, 2, Optional.of(profile)).run();

    assertThat(run.report().profile().name()).isEqualTo("slow");
    assertThat(run).workload("till").p95LatencyMs().isAtLeast(100);
  }
}
