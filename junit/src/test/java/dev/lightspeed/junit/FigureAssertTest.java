package dev.lightspeed.junit;

import static dev.lightspeed.junit.Fails.assertFails;
import static dev.lightspeed.junit.PerformanceAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.report.Figure;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureAssertTest {

  private final WorkloadAssert checkout = assertThat(Reports.REPORT).workload("checkout");

  @Test
  void figuresWithinTheirLimitsPassOneAfterTheOther() {
    checkout
        .avgPayloadBytes()
        .isAtMost(412)
        .avgPayloadBytes()
        .isAtLeast(412)
        .avgPayloadBytes()
        .isEqualTo(412)
        .avgPayloadBytes()
        .isBetween(412, 412)
        .throughputEventsPerSecond()
        .isAtLeast(1)
        .workload("catalogue")
        .avgPayloadBytes()
        .isEqualTo(19);
  }

  @Test
  void aBrokenLimitIsToldAsTheCommandTellsIt() {
    assertFails(
        () -> checkout.avgPayloadBytes().isAtMost(400),
        "checkout: avg payload 412 B > 400 B (+3.0 %)");
    assertFails(() -> checkout.avgPayloadBytes().isAtMost(0), "checkout: avg payload 412 B > 0 B");
    assertFails(
        () -> checkout.throughputEventsPerSecond().isAtLeast(1000),
        "checkout: throughput 900 events/s < 1000 events/s (-10.0 %)");
    assertFails(
        () -> checkout.p95LatencyMs().isEqualTo(3), "checkout: p95 latency 2 ms < 3 ms (-33.3 %)");
    assertFails(
        () -> checkout.p95LatencyMs().isEqualTo(1), "checkout: p95 latency 2 ms > 1 ms (+100.0 %)");
    assertFails(
        () -> checkout.maxCpuUnits().isBetween(1, 1_000),
        "checkout: max CPU 1200 units > 1000 units (+20.0 %)");
    assertFails(
        () -> checkout.maxCpuUnits().isBetween(1_500, 2_000),
        "checkout: max CPU 1200 units < 1500 units (-20.0 %)");
  }

  @Test
  void aDescriptionComesFirst() {
    assertFails(
        () -> checkout.as("on %s", "Mondays").avgPayloadBytes().isAtMost(400),
        "[on Mondays] checkout: avg payload 412 B > 400 B (+3.0 %)");
    assertFails(
        () -> assertThat(Reports.REPORT).as("cart").workload("checkout").avgPatchOps().isEqualTo(1),
        "[cart] checkout: avg patch ops 2 > 1 (+100.0 %)");
  }

  @ParameterizedTest
  @EnumSource(Figure.class)
  void everyFigureHasAMethodByItsKey(Figure figure) throws ReflectiveOperationException {
    Method method = WorkloadAssert.class.getMethod(figure.key());
    long value = figure.of(Reports.CHECKOUT);

    assertThat(method.invoke(checkout)).isInstanceOf(FigureAssert.class);
    ((FigureAssert) method.invoke(checkout)).isEqualTo(value);
    long more = 2 * value + 1;
    FigureAssert figureAssert = (FigureAssert) method.invoke(checkout);
    assertFails(
        () -> figureAssert.isEqualTo(more),
        "checkout: " + new Check(figure, value, more).difference());
  }

  @Test
  void noMethodIsForAFigureThatIsNotThere() {
    assertThat(
            Arrays.stream(WorkloadAssert.class.getMethods())
                .filter(method -> method.getReturnType() == FigureAssert.class)
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Figure.values()).map(Figure::key).toList());
  }

  @Test
  void aLimitThatNoFigureCouldMeetIsRefused() {
    assertThatThrownBy(() -> checkout.avgPayloadBytes().isAtMost(-1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("avgPayloadBytes: -1 is out of range, at least 0");
    assertThatThrownBy(() -> checkout.avgPayloadBytes().isAtLeast(-2))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("avgPayloadBytes: -2 is out of range, at least 0");
    assertThatThrownBy(() -> checkout.avgPayloadBytes().isBetween(5, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("avgPayloadBytes: there is nothing between 5 and 4");
  }
}
