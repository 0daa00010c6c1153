package dev.lightspeed.harness.history;

import static dev.lightspeed.harness.history.Histories.METER;
import static dev.lightspeed.harness.history.Histories.PROFILE;
import static dev.lightspeed.harness.history.Histories.baseline;
import static dev.lightspeed.harness.history.Histories.commit;
import static dev.lightspeed.harness.history.Histories.payloads;
import static dev.lightspeed.harness.history.Histories.scenario;
import static dev.lightspeed.harness.history.Histories.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.history.FigureStep.Kind;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Figure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class FigureHistoryTest {

  @Test
  void eachStepSaysWhatHasBecomeOfTheFigure() {
    FigureHistory history = payloads(27, 27, 35, 30);

    assertThat(history.name()).isEqualTo("cart.avgPayloadBytes");
    assertThat(kinds(history)).containsExactly(Kind.NEW, Kind.SAME, Kind.WORSE, Kind.BETTER);
    assertThat(history.steps())
        .extracting(FigureStep::share)
        .containsExactly("", "", "+29.6 %", "-14.3 %");
    assertThat(history.steps().get(2).difference()).isEqualTo("avg payload 35 B > 27 B (+29.6 %)");
    assertThat(history.changes()).hasSize(3).doesNotContain(history.steps().get(1));
  }

  @Test
  void lessThroughputIsWorse() {
    FigureHistory history =
        Histories.of(
                version(1, baseline(scenario("cart", 10, 1, 1000))),
                version(2, baseline(scenario("cart", 10, 1, 900))))
            .figure("cart", Figure.THROUGHPUT);

    assertThat(history.lastWorse().map(FigureStep::share)).contains("-10.0 %");
  }

  @Test
  void theLastAndTheLargestLossAreFound() {
    FigureHistory history = payloads(10, 20, 10, 11, 12, 3, 6);

    assertThat(history.lastWorse()).contains(history.steps().get(6));
    // Twice as much both times: the later one.
    assertThat(history.mostWorse()).contains(history.steps().get(6));
    assertThat(payloads(10, 30, 15, 16).mostWorse().map(FigureStep::share)).contains("+200.0 %");
    assertThat(payloads(10, 9, 9).lastWorse()).isEmpty();
    assertThat(payloads(0, 5, 6).mostWorse().flatMap(each -> each.version().commit()))
        .contains(commit(2, "Change 2"));
  }

  @Test
  void acrossAnotherMeterProfileOrSizeNothingIsTold() {
    FigureHistory history =
        Histories.of(
                version(1, baseline(scenario("cart", 10))),
                version(2, baseline("portable/3", PROFILE, scenario("cart", 99))),
                version(3, baseline("portable/3", new Profile("x", 1, 1, 1), scenario("cart", 99))),
                version(4, baseline(METER, PROFILE, scenario("cart", 10))),
                version(5, baseline(scenario("cart", 11, 12, 1000))))
            .figure("cart", Figure.AVG_PAYLOAD);

    assertThat(kinds(history).subList(1, 5)).containsOnly(Kind.NOT_COMPARABLE);
    assertThat(history.steps()).extracting(FigureStep::share).containsOnly("");
    assertThat(history.steps().get(1).reason())
        .isEqualTo("counted with portable/3, before with portable/2");
    assertThat(history.steps().get(4).reason())
        .isEqualTo("11 sessions × 10 events, before 10 sessions × 10 events");
    assertThat(history.lastWorse()).isEmpty();
    assertThat(history.changes()).hasSize(5);
  }

  @Test
  void aScenarioThatBeginsWhereAnotherEndsSaysSo() {
    BaselineHistory both =
        Histories.of(
            version(1, baseline(scenario("basket", 10), scenario("pay", 1))),
            version(2, baseline(scenario("cart", 10), scenario("pay", 1))),
            version(3, baseline(scenario("cart", 10), scenario("pay", 1))));
    FigureHistory basket = both.figure("basket", Figure.AVG_PAYLOAD);
    FigureHistory cart = both.figure("cart", Figure.AVG_PAYLOAD);

    assertThat(kinds(basket)).containsExactly(Kind.NEW, Kind.GONE, Kind.ABSENT);
    assertThat(kinds(cart)).containsExactly(Kind.ABSENT, Kind.NEW, Kind.SAME);
    assertThat(cart.steps().get(1).reason()).isEqualTo("basket ends here");
  }

  @Test
  void whatCannotBeReadIsNoStep() {
    FigureHistory history =
        Histories.of(
                version(1, baseline(scenario("cart", 10))),
                new BaselineVersion(
                    Optional.of(commit(2, "Break it")), new BaselineContent.Unreadable("no")),
                version(3, baseline(scenario("cart", 11))))
            .figure("cart", Figure.AVG_PAYLOAD);

    assertThat(kinds(history)).containsExactly(Kind.NEW, Kind.WORSE);
    assertThat(history.steps().get(1).before())
        .contains(version(1, baseline(scenario("cart", 10))));
  }

  @Test
  void aRemovedBaselineIsAStep() {
    FigureHistory history =
        Histories.of(
                version(1, baseline(scenario("cart", 10))),
                new BaselineVersion(
                    Optional.of(commit(2, "Remove it")), new BaselineContent.Absent()),
                version(3, baseline(scenario("cart", 11))))
            .figure("cart", Figure.AVG_PAYLOAD);

    assertThat(kinds(history)).containsExactly(Kind.NEW, Kind.GONE, Kind.NEW);
    assertThat(history.steps().get(2).reason()).isEmpty();
  }

  @Property(seed = "5", tries = 200)
  void everyStepBeginsWhereTheOneBeforeEnds(
      @ForAll @Size(min = 1, max = 30) List<@IntRange(min = 0, max = 9) Integer> values) {
    FigureHistory history = payloads(values.stream().mapToLong(Integer::longValue).toArray());

    OptionalLong before = OptionalLong.empty();
    for (FigureStep step : history.steps()) {
      assertThat(step.was()).isEqualTo(before);
      assertThat(step.kind() == Kind.WORSE)
          .isEqualTo(before.isPresent() && step.value().orElseThrow() > before.getAsLong());
      before = step.value();
    }
    history
        .mostWorse()
        .ifPresent(
            most ->
                assertThat(history.steps())
                    .filteredOn(step -> step.kind() == Kind.WORSE)
                    .noneMatch(step -> step.isLargerThan(most)));
  }

  private static List<Kind> kinds(FigureHistory history) {
    return history.steps().stream().map(FigureStep::kind).toList();
  }
}
