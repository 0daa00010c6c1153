package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatisticsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 20, 0.0 %",
    "20, 20, 100.0 %",
    "1, 80, 1.3 %",
    "39, 40, 97.5 %",
    "1, 3, 33.3 %",
    "2, 3, 66.7 %",
    "1, 100000, 0.1 %",
    "99999, 100000, 99.9 %"
  })
  void aRateIsRoundedAndAllAndNoneAreSaidOnlyWhereItIsSo(int count, int trials, String text) {
    assertThat(new Rate(count, trials)).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "-1, 3", "4, 3"})
  void aRateOutOfRangeIsRefused(int count, int trials) {
    assertThatThrownBy(() -> new Rate(count, trials))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate: " + count + " of " + trials + " is out of range, 0 of 1 to all of any");
  }

  @Test
  void sharesAreSaidInPercent() {
    assertThat(List.of(0, 1, 10, 15, 200).stream().map(Shares::percent))
        .containsExactly("0 %", "0.1 %", "1 %", "1.5 %", "20 %");
  }

  @Test
  void theMedianIsBetweenTheTwoInTheMiddle() {
    Durations durations = new Durations();
    LongStream.of(7, 1, 9).forEach(durations::add);
    assertThat(durations.medianNs()).isEqualTo(7);

    durations.add(3);
    assertThat(durations.medianNs()).isEqualTo(5);
  }

  @Test
  void thereIsNoMedianOfNothing() {
    assertThatThrownBy(() -> new Durations().medianNs())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("durations: none");
  }

  @ParameterizedTest
  @CsvSource({"0, 50", "1000000000, 50", "1019999999, 50", "2500000000, 125"})
  void jmhHasAsMuchTimeAsTheGateInTwentySlicesButEnoughForEach(long gateNs, long sliceMs) {
    assertThat(Slices.of(gateNs)).isEqualTo(new Slices(sliceMs));
    assertThat(Slices.WARM_UP + Slices.MEASURED).isEqualTo(20);
  }

  @Test
  void slowerIsRelativeToTheBaseline() {
    assertThat(new JmhScore(150, 0, 0).slowerThan(new JmhScore(100, 0, 0))).isEqualTo(0.5);
    assertThat(new JmhScore(75, 0, 0).slowerThan(new JmhScore(100, 0, 0))).isEqualTo(-0.25);
  }
}
