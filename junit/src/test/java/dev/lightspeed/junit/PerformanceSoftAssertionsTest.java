package dev.lightspeed.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.example.shop.Till;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.report.Report;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertionsProvider;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class PerformanceSoftAssertionsTest {

  private final PerformanceSoftAssertions softly = new PerformanceSoftAssertions();

  @Test
  void everythingThatFailsIsKept() {
    softly
        .assertThat(Reports.REPORT)
        .workload("checkout")
        .avgPayloadBytes()
        .isAtMost(400)
        .p95LatencyMs()
        .isAtMost(2)
        .workload("catalogue")
        .avgPatchOps()
        .isEqualTo(1);
    assertThat(softly.wasSuccess()).isFalse();
    softly.assertThat("one").isEqualTo("two");
    softly.assertThat(Reports.REPORT).as("all").meetsBudgets(List.of()).countsEverything();
    assertThat(softly.wasSuccess()).isTrue();

    assertThat(messages())
        .hasSize(4)
        .startsWith(
            "checkout: avg payload 412 B > 400 B (+3.0 %)",
            "catalogue: avg patch ops 2 > 1 (+100.0 %)")
        .endsWith("[all] nothing is gated: no budget applies to what was run");
    assertThatThrownBy(softly::assertAll).isInstanceOf(AssertionError.class);
  }

  @Test
  void whatIsNotThereIsToldOnceWhateverIsAskedOfIt() {
    softly
        .assertThat(Reports.REPORT)
        .workload("chekout")
        .avgPayloadBytes()
        .isAtMost(0)
        .figure(Figure.AVG_CPU)
        .isEqualTo(1)
        .matchesBaseline(Path.of("none.json"));
    softly.assertThat(Reports.REPORT).workload("checkout").avgCpuUnits().isAtMost(999);

    assertThat(messages())
        .containsExactly(
            "unknown workload 'chekout', did you mean 'checkout'? in the report: checkout,"
                + " catalogue",
            "checkout: avg CPU 1000 units > 999 units (+0.1 %)");
  }

  @Test
  void nothingFailsIfNothingHasFailed() {
    softly.assertThat(Reports.REPORT).workload("checkout").avgPayloadBytes().isAtMost(412);

    softly.assertAll();
    assertThat(softly.wasSuccess()).isTrue();
  }

  @Test
  void theTraceBeginsWhereTheTestAsserts() {
    assertThatThrownBy(
            () ->
                SoftAssertionsProvider.assertSoftly(
                    PerformanceSoftAssertions.class,
                    all ->
                        all.assertThat(Reports.REPORT)
                            .workload("checkout")
                            .avgPayloadBytes()
                            .isBetween(1, 2)))
        .hasMessageContaining("checkout: avg payload 412 B > 2 B")
        .hasMessageContaining("at PerformanceSoftAssertionsTest.");
    assertThatThrownBy(() -> PerformanceAssertions.assertThat(Reports.REPORT).workload("x"))
        .satisfies(
            error ->
                assertThat(error.getStackTrace()[0].getClassName())
                    .isEqualTo(PerformanceSoftAssertionsTest.class.getName()));
  }

  @ExtendWith(SoftAssertionsExtension.class)
  static final class Injected {

    @InjectSoftAssertions
    @SuppressWarnings("NullAway.Init") // the extension sets it
    private PerformanceSoftAssertions field;

    @PerformanceTest(workload = Till.class, sessions = 5, events = 4)
    void both(Report report, PerformanceSoftAssertions parameter) {
      parameter.assertThat(report).workload("till").avgPayloadBytes().isAtMost(1);
      field.assertThat(report).workload("till").avgPatchOps().isAtMost(0);
    }
  }

  @Test
  void theExtensionOfAssertJInjectsThem() {
    assertThat(
            Engine.failure(Injected.class, "both", Report.class, PerformanceSoftAssertions.class))
        .hasMessageContaining("Multiple Failures (2 failures)")
        .hasMessageContaining("\ntill: avg payload 11 B > 1 B (+1000.0 %)\n")
        .hasMessageContaining("\ntill: avg patch ops 1 > 0\n");
  }

  private List<String> messages() {
    return softly.assertionErrorsCollected().stream()
        .map(error -> String.valueOf(error.getMessage()).strip().lines().findFirst().orElseThrow())
        .toList();
  }
}
