package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {

  private static final JmhScore BASELINE = new JmhScore(100, 90, 110);

  @Test
  void theSameCountAndTimeAlarmNobody() {
    assertThat(alarmed(1_000, BASELINE)).isEmpty();
  }

  @Test
  void oneUnitMoreOrLessIsAnotherCount() {
    assertThat(alarmed(1_001, BASELINE)).containsExactly(Judge.COUNT);
    assertThat(alarmed(999, BASELINE)).containsExactly(Judge.COUNT);
  }

  @Test
  void aMeanAlarmsBeyondItsThresholdOnly() {
    assertThat(alarmed(1_000, new JmhScore(105, 95, 115))).isEmpty();
    assertThat(alarmed(1_000, new JmhScore(105.5, 95, 115))).containsExactly(Judge.SLOWER_BY_5);
    assertThat(alarmed(1_000, new JmhScore(111, 95, 115)))
        .containsExactly(Judge.SLOWER_BY_5, Judge.SLOWER_BY_10);
  }

  @Test
  void intervalsAreApartWhenTheyDoNotTouchAndTheCandidateIsTheSlowerOne() {
    assertThat(alarmed(1_000, new JmhScore(101, 110, 111))).isEmpty();
    assertThat(alarmed(1_000, new JmhScore(101, 110.1, 111)))
        .containsExactly(Judge.INTERVALS_APART);
    assertThat(alarmed(1_000, new JmhScore(80, 79, 81))).isEmpty();
  }

  private static List<Judge> alarmed(long candidateUnits, JmhScore candidate) {
    Trial trial =
        new Trial(Machine.QUIET, "counter", 10, 1_000, candidateUnits, BASELINE, candidate);
    return Arrays.stream(Judge.values()).filter(judge -> judge.alarms(trial)).toList();
  }
}
