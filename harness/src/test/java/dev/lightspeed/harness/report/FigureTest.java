package dev.lightspeed.harness.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.report.Figure.Direction;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FigureTest {

  /** The reference page's record has a component for each of its figures, in order, by name. */
  @Test
  void everyComponentIsAFigureAndTheRestAreDetails() {
    List<String> keys =
        Stream.concat(
                Arrays.stream(ScenarioReport.class.getRecordComponents())
                    .map(RecordComponent::getName)
                    .filter(name -> !name.equals("workload") && !name.equals("details")),
                Figure.details().stream().map(Figure::key))
            .toList();

    assertThat(Arrays.stream(Figure.values()).map(Figure::key)).containsExactlyElementsOf(keys);
  }

  @ParameterizedTest
  @EnumSource
  void aFigureIsTheComponentOfItsNameOrADetail(Figure figure) throws ReflectiveOperationException {
    Number expected =
        Figure.details().contains(figure)
            ? Reports.COUNTER.details().of(figure)
            : (Number) ScenarioReport.class.getMethod(figure.key()).invoke(Reports.COUNTER);

    assertThat(figure.of(Reports.COUNTER)).isEqualTo(expected.longValue());
  }

  /** Editors and other programs go by the schemas. */
  @ParameterizedTest
  @ValueSource(strings = {"report-2", "baseline-2", "suite-2"})
  void theSchemasKnowEveryFigure(String schema) throws IOException {
    String text = Files.readString(Path.of("..", "schemas", schema + ".json"));

    for (Figure figure : Figure.values()) {
      if (!schema.startsWith("suite") || figure.direction() != Direction.SIZE) {
        assertThat(text).contains("\"" + figure.key() + "\"");
      }
    }
  }

  @Test
  void noTwoShareALabel() {
    assertThat(Arrays.stream(Figure.values()).map(Figure::label)).doesNotHaveDuplicates();
  }

  @Test
  void worseIsAboveOrBelowOrNothing() {
    assertThat(Direction.LOWER.isWorse(2, 1)).isTrue();
    assertThat(Direction.LOWER.isWorse(1, 1)).isFalse();
    assertThat(Direction.HIGHER.isWorse(1, 2)).isTrue();
    assertThat(Direction.HIGHER.isWorse(2, 2)).isFalse();
    assertThat(Direction.SIZE.isWorse(2, 1) || Direction.SIZE.isWorse(1, 2)).isFalse();
  }

  @Test
  void anAmountHasItsUnit() {
    assertThat(Figure.AVG_PAYLOAD.amount(412)).isEqualTo("412 B");
    assertThat(Figure.AVG_PATCH_OPS.amount(4)).isEqualTo("4");
  }
}
