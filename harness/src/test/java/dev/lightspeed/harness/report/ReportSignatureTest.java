package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.machine.Profile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;

class ReportSignatureTest {

  @Provide
  Arbitrary<Report> reports() {
    return Reports.reports();
  }

  @Test
  void ofTheGoldenReportIsKeptForEver() {
    assertThat(ReportSignature.of(Reports.REPORT))
        .isEqualTo(
            "lightspeed/1 sha256:"
                + "400b8dc9c9c19796ffd1d3e8ea1fcfcbefc0f75bd6dba7714a7a8fd48c03812b");
  }

  @Property(seed = "2", tries = 300)
  void isWhatAnotherImplementationMakesOfTheReportFile(@ForAll("reports") Report report)
      throws Exception {
    String canonical = new JsonCanonicalizer(ReportJson.write(report)).getEncodedString();
    byte[] digest =
        MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));

    assertThat(ReportSignature.of(report))
        .isEqualTo("lightspeed/1 sha256:" + HexFormat.of().formatHex(digest));
  }

  @Property(seed = "3", tries = 200)
  void isAnotherForEveryFlippedFigure(@ForAll("reports") Report report) throws IOException {
    ScenarioReport one = report.scenarios().get(0);
    Set<String> signatures = new TreeSet<>();
    signatures.add(ReportSignature.of(report));
    List<ScenarioReport> flipped = flipped(one);
    for (ScenarioReport other : flipped) {
      List<ScenarioReport> scenarios = new ArrayList<>(report.scenarios());
      scenarios.set(0, other);
      signatures.add(ReportSignature.of(new Report(report.profile(), scenarios)));
    }
    Profile p = report.profile();
    List<Profile> profiles =
        List.of(
            new Profile(
                p.name().equals("x") ? "y" : "x", p.cpuUnits(), p.ioUnits(), p.memoryUnits()),
            new Profile(p.name(), flip(p.cpuUnits()), p.ioUnits(), p.memoryUnits()),
            new Profile(p.name(), p.cpuUnits(), flip(p.ioUnits()), p.memoryUnits()),
            new Profile(p.name(), p.cpuUnits(), p.ioUnits(), flip(p.memoryUnits())));
    for (Profile profile : profiles) {
      signatures.add(ReportSignature.of(new Report(profile, report.scenarios())));
    }

    assertThat(signatures).hasSize(1 + flipped.size() + profiles.size());
  }

  @Test
  void isAnotherForAnotherOrder() {
    List<ScenarioReport> reversed = new ArrayList<>(Reports.REPORT.scenarios());
    Collections.reverse(reversed);

    assertThat(ReportSignature.of(new Report(Reports.PROFILE, reversed)))
        .isNotEqualTo(ReportSignature.of(Reports.REPORT));
  }

  /** {@code one} with every figure changed, each on its own as far as the others allow. */
  private static List<ScenarioReport> flipped(ScenarioReport one) {
    List<ScenarioReport> flipped = new ArrayList<>();
    flipped.add(
        with(
            one,
            one.workload() + "x",
            one.p50LatencyMs(),
            one.p95LatencyMs(),
            one.throughputEventsPerSecond()));
    if (one.p50LatencyMs() > 0) {
      flipped.add(
          with(
              one,
              one.workload(),
              one.p50LatencyMs() - 1,
              one.p95LatencyMs(),
              one.throughputEventsPerSecond()));
    }
    if (one.p95LatencyMs() < Long.MAX_VALUE) {
      flipped.add(
          with(
              one,
              one.workload(),
              one.p50LatencyMs(),
              one.p95LatencyMs() + 1,
              one.throughputEventsPerSecond()));
    }
    flipped.add(
        with(
            one,
            one.workload(),
            one.p50LatencyMs(),
            one.p95LatencyMs(),
            flip(one.throughputEventsPerSecond())));
    return flipped;
  }

  private static ScenarioReport with(
      ScenarioReport one, String workload, long p50, long p95, long throughput) {
    return new ScenarioReport(
        workload.length() > 64 ? "a" : workload,
        one.sessionCount(),
        one.eventsPerSession(),
        one.totalEvents(),
        p50,
        p95,
        one.totalPayloadBytes(),
        one.avgPayloadBytes(),
        one.totalPatchOps(),
        one.avgPatchOps(),
        one.peakMemoryUnitsPerSession(),
        one.estimatedTotalMemoryUnits(),
        throughput);
  }

  private static long flip(long value) {
    return value == Long.MAX_VALUE ? value - 1 : value + 1;
  }
}
