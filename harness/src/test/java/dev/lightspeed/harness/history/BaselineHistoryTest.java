package dev.lightspeed.harness.history;

import static dev.lightspeed.harness.history.Histories.METER;
import static dev.lightspeed.harness.history.Histories.PROFILE;
import static dev.lightspeed.harness.history.Histories.baseline;
import static dev.lightspeed.harness.history.Histories.commit;
import static dev.lightspeed.harness.history.Histories.scenario;
import static dev.lightspeed.harness.history.Histories.version;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.gate.Comparison;
import dev.lightspeed.harness.gate.ScenarioComparison.Presence;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.report.Baseline;
import dev.lightspeed.harness.report.Report;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BaselineHistoryTest {

  private static final Baseline FIRST = baseline(scenario("cart", 27));

  @Test
  void eachVersionIsComparedWithTheOneBefore() {
    List<BaselineChange> changes =
        Histories.of(
                version(1, FIRST),
                version(2, baseline(scenario("cart", 35))),
                version(3, baseline(scenario("cart", 10, 20, 900))))
            .changes();

    assertThat(changes.get(0).comparison()).isEmpty();
    assertThat(changes.get(0).notes()).containsExactly("the baseline begins, 1 scenario");
    // total, average and largest payload
    assertThat(changes.get(1).worse()).isEqualTo(3);
    assertThat(changes.get(1).better()).isZero();
    assertThat(changes.get(1).firstWorse()).contains("cart.totalPayloadBytes");
    assertThat(changes.get(2).worse()).isEqualTo(1);
    assertThat(changes.get(2).better()).isEqualTo(3);
    assertThat(changes.get(2).firstWorse()).contains("cart.throughputEventsPerSecond");
    assertThat(changes.get(2).notes()).isEmpty();
  }

  @Test
  void scenariosThatComeGoOrChangeTheirSizeAreCounted() {
    BaselineChange change =
        last(
            version(1, baseline(scenario("cart", 27), scenario("pay", 9), scenario("search", 5))),
            version(
                2,
                baseline(
                    scenario("cart", 27), scenario("pay", 11, 9, 1000), scenario("wishes", 1))));

    assertThat(change.scenarios(Presence.ADDED)).isEqualTo(1);
    assertThat(change.scenarios(Presence.REMOVED)).isEqualTo(1);
    assertThat(change.scenarios(Presence.RESIZED)).isEqualTo(1);
    assertThat(change.scenarios(Presence.COMPARED)).isEqualTo(1);
    assertThat(change.worse()).isZero();
    assertThat(change.firstWorse()).isEmpty();
  }

  @Test
  void anotherMeterOrProfileIsNotCompared() {
    BaselineChange change =
        last(
            version(1, FIRST),
            version(
                2, baseline("full/2@17.0.1", new Profile("own", 1, 2, 3), scenario("cart", 99))));

    assertThat(change.comparison()).isEmpty();
    assertThat(change.worse()).isZero();
    assertThat(change.notes())
        .containsExactly(
            "not comparable: counted with full/2@17.0.1, before with portable/2; on profile own (1"
                + " CPU units/ms, 2 B/ms, 3 KiB), before on profile pinned (6000 CPU units/ms, 200"
                + " B/ms, 1048576 KiB)");
  }

  @Test
  void whatCannotBeReadIsPassedOver() {
    BaselineVersion unreadable =
        new BaselineVersion(
            Optional.of(commit(2, "Break it")),
            new BaselineContent.Unreadable("b.json:\u001b[31m no"));
    List<BaselineChange> changes =
        Histories.of(version(1, FIRST), unreadable, version(3, baseline(scenario("cart", 28))))
            .changes();

    assertThat(unreadable.content())
        .isEqualTo(new BaselineContent.Unreadable("b.json:\uFFFD[31m no"));
    assertThat(changes.get(1).notes()).containsExactly("cannot be read, left out");
    assertThat(changes.get(2).worse()).isEqualTo(3);
  }

  @Test
  void aRemovedBaselineBeginsAnew() {
    BaselineVersion removed =
        new BaselineVersion(Optional.of(commit(2, "Remove it")), new BaselineContent.Absent());
    List<BaselineChange> changes =
        Histories.of(version(1, FIRST), removed, version(3, baseline(scenario("cart", 28))))
            .changes();

    assertThat(changes.get(1).notes()).containsExactly("the baseline was removed");
    assertThat(changes.get(2).notes()).containsExactly("the baseline begins, 1 scenario");
    assertThat(changes.get(2).comparison()).isEmpty();
  }

  @Test
  void theFirstOfAPartIsComparedWithTheOneBeforeIt() {
    BaselineHistory part =
        new BaselineHistory(
            "b.json",
            Optional.of(version(1, FIRST)),
            List.of(version(2, baseline(scenario("cart", 28)))),
            false);

    assertThat(part.changes()).hasSize(1);
    assertThat(part.changes().get(0).worse()).isEqualTo(3);
    assertThat(part.newest()).contains(version(2, baseline(scenario("cart", 28))));
    assertThat(new BaselineHistory("b.json", part.base(), List.of(), false).newest())
        .isEqualTo(part.base());
  }

  @Test
  void beforeACutNothingIsKnown() {
    BaselineHistory cut =
        new BaselineHistory("b.json", Optional.empty(), List.of(version(1, FIRST)), true);

    assertThat(cut.changes().get(0).notes()).containsExactly("what was before is not known");
  }

  @Test
  void aBaseThatCannotBeReadIsNoBeginning() {
    BaselineVersion unreadable =
        new BaselineVersion(Optional.of(commit(1, "Old")), new BaselineContent.Unreadable("no"));
    BaselineHistory part =
        new BaselineHistory("b.json", Optional.of(unreadable), List.of(version(2, FIRST)), false);

    assertThat(part.changes().get(0).notes()).containsExactly("what was before is not known");
  }

  @Test
  void aNewNameAndWhatIsNotCountedAnyMoreAreNoted() {
    Baseline less =
        new Baseline(
            new Report(
                PROFILE, List.of(scenario("cart", 27)), METER, List.of("com.acme.Cart: too large")),
            "Java 17");
    BaselineChange change =
        last(
            version(1, FIRST),
            new BaselineVersion(
                Optional.of(commit(2, "Move")),
                new BaselineContent.Present(less),
                Optional.of("old\u001b.json")));

    assertThat(change.notes())
        .containsExactly(
            "renamed, before old\uFFFD.json", "not counted any more: com.acme.Cart: too large");
    assertThat(change.comparison().map(Comparison::passed)).contains(false);
  }

  @Test
  void everyWorkloadThatEverWasIsKnown() {
    assertThat(
            Histories.of(version(1, FIRST), version(2, baseline(scenario("basket", 1))))
                .workloads())
        .containsExactly("basket", "cart");
  }

  private static BaselineChange last(BaselineVersion... versions) {
    List<BaselineChange> changes = Histories.of(versions).changes();
    return changes.get(changes.size() - 1);
  }
}
