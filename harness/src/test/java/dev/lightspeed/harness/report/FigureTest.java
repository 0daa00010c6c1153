package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.report.Figure.Sense;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FigureTest {

  /** Both records have a component for every figure, in its order and of its name. */
  @Test
  void everyComponentIsAFigure() {
    List<String> components =
        Stream.concat(
                Arrays.stream(ScenarioReport.class.getRecordComponents()),
                Arrays.stream(Details.class.getRecordComponents()))
            .map(RecordComponent::getName)
            .filter(name -> !name.equals("workload") && !name.equals("details"))
            .toList();

    assertThat(Arrays.stream(Figure.values()).map(Figure::key))
        .containsExactlyElementsOf(components);
  }

  @ParameterizedTest
  @EnumSource
  void aFigureIsTheComponentOfItsName(Figure figure) throws ReflectiveOperationException {
    Object from = figure.isDetail() ? Reports.COUNTER.details().orElseThrow() : Reports.COUNTER;
    Number component = (Number) from.getClass().getMethod(figure.key()).invoke(from);

    assertThat(figure.of(Reports.COUNTER)).hasValue(component.longValue());
  }

  @ParameterizedTest
  @EnumSource
  void onlyDetailsAreMissingWhereThereAreNone(Figure figure) {
    assertThat(figure.of(Reports.page(Reports.COUNTER)).isEmpty()).isEqualTo(figure.isDetail());
  }

  @Test
  void noTwoShareALabel() {
    assertThat(Arrays.stream(Figure.values()).map(Figure::label)).doesNotHaveDuplicates();
  }

  @Test
  void worseIsAboveOrBelowOrNothing() {
    assertThat(Sense.LOWER.isWorse(2, 1)).isTrue();
    assertThat(Sense.LOWER.isWorse(1, 1)).isFalse();
    assertThat(Sense.HIGHER.isWorse(1, 2)).isTrue();
    assertThat(Sense.HIGHER.isWorse(2, 2)).isFalse();
    assertThat(Sense.SIZE.isWorse(2, 1) || Sense.SIZE.isWorse(1, 2)).isFalse();
  }

  @Test
  void anAmountHasItsUnit() {
    assertThat(Figure.AVG_PAYLOAD.amount(412)).isEqualTo("412 B");
    assertThat(Figure.AVG_PATCH_OPS.amount(4)).isEqualTo("4");
  }
}
