package shop;

import static dev.lightspeed.junit.PerformanceAssertions.assertThat;

import dev.lightspeed.harness.report.Report;
import dev.lightspeed.junit.PerformanceRun;
import dev.lightspeed.junit.PerformanceSoftAssertions;
import dev.lightspeed.junit.PerformanceTest;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.extension.ExtendWith;

class CheckoutTest {

  @PerformanceTest(workload = Checkout.class, sessions = 50, events = 40)
  void sendsLittle(Report report) {
    assertThat(report).workload("checkout").avgPayloadBytes().isAtMost(45);
  }

  @PerformanceTest
  void passesTheGate(PerformanceRun run) {
    assertThat(run).meetsBudgets().matchesBaseline();
  }

  @PerformanceTest(workload = Checkout.class, sessions = 50, events = 40)
  @ExtendWith(SoftAssertionsExtension.class)
  void tellsAllThatIsTooMuch(Report report, PerformanceSoftAssertions softly) {
    softly
        .assertThat(report)
        .workload("checkout")
        .avgPatchOps().isAtMost(2)
        .maxPayloadBytes().isAtMost(50)
        .avgCpuUnits().isBetween(1_000, 1_900);
  }
}
