package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTableTest {

  @Test
  void everyRateHasItsPlaceWithinEightyColumns() {
    List<Trial> trials = new ArrayList<>();
    for (int number = 0; number < 2; number++) {
      for (Machine machine : Machine.values()) {
        add(trials, machine, "counter", number);
        add(trials, machine, "stream_heavy_list", number);
      }
    }
    String text =
        SensitivityTable.render(
            new Measurement(trials, 612_000_000L, 2_340_000_000L, 3_725_400_000_000L),
            "17.0.15",
            2);

    assertThat(text.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
    assertThat(text)
        .isEqualTo(
            """
            2 trials of each workload and share; JDK 17.0.15, 2 cores, 62 min 05 s in total
            a trial, median, with the start of its JVMs: this gate 0.6 s, JMH 2 × 2.3 s

            quiet                             false      detected, with this much more work
                                             alarms     0.1 %       1 %       5 %      20 %
            this gate, tolerance 0            0.0 %   100.0 %   100.0 %   100.0 %   100.0 %
              counter                         0.0 %   100.0 %   100.0 %   100.0 %   100.0 %
              stream_heavy_list               0.0 %   100.0 %   100.0 %   100.0 %   100.0 %
            JMH, mean > 5 % slower            0.0 %     0.0 %     0.0 %    50.0 %   100.0 %
              counter                         0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              stream_heavy_list               0.0 %     0.0 %     0.0 %   100.0 %   100.0 %
            JMH, mean > 10 % slower           0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              counter                         0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              stream_heavy_list               0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
            JMH, 99.9 % intervals apart       0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              counter                         0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              stream_heavy_list               0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
            median of the time added
              counter                        +0.0 %    +0.1 %    +1.0 %    +5.0 %   +20.0 %
              stream_heavy_list              +0.0 %    +0.1 %    +1.2 %    +6.3 %   +25.0 %

            all cores loaded                  false      detected, with this much more work
                                             alarms     0.1 %       1 %       5 %      20 %
            this gate, tolerance 0            0.0 %   100.0 %   100.0 %   100.0 %   100.0 %
              counter                         0.0 %   100.0 %   100.0 %   100.0 %   100.0 %
              stream_heavy_list               0.0 %   100.0 %   100.0 %   100.0 %   100.0 %
            JMH, mean > 5 % slower            0.0 %     0.0 %    25.0 %    75.0 %   100.0 %
              counter                         0.0 %     0.0 %     0.0 %    50.0 %   100.0 %
              stream_heavy_list               0.0 %     0.0 %    50.0 %   100.0 %   100.0 %
            JMH, mean > 10 % slower           0.0 %     0.0 %     0.0 %    25.0 %   100.0 %
              counter                         0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              stream_heavy_list               0.0 %     0.0 %     0.0 %    50.0 %   100.0 %
            JMH, 99.9 % intervals apart       0.0 %     0.0 %     0.0 %    25.0 %   100.0 %
              counter                         0.0 %     0.0 %     0.0 %     0.0 %   100.0 %
              stream_heavy_list               0.0 %     0.0 %     0.0 %    50.0 %   100.0 %
            median of the time added
              counter                        +2.0 %    +2.1 %    +3.0 %    +7.0 %   +22.0 %
              stream_heavy_list              +2.0 %    +2.1 %    +3.2 %    +8.3 %   +27.0 %
            """);
  }

  private static void add(List<Trial> trials, Machine machine, String workload, int number) {
    for (int permille : Shares.PERMILLE) {
      // The loaded machine's times are 4 % up in one trial of two; the list feels the work double.
      double noise = machine == Machine.LOADED && number == 1 ? 4 : 0;
      double felt = workload.equals("counter") ? permille / 10.0 : permille / 8.0;
      double mean = 100 + felt + noise;
      trials.add(
          new Trial(
              machine,
              workload,
              permille,
              1_000_000,
              1_000_000 + permille,
              new JmhScore(100, 95, 105),
              new JmhScore(mean, mean - 5, mean + 5)));
    }
  }
}
