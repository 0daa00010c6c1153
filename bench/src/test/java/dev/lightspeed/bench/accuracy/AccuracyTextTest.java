package dev.lightspeed.bench.accuracy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyTextTest {

  private static final List<Sample> SAMPLES =
      List.of(
          new Sample("edit_distance", "algorithms", true, 2_388_401, true, 70_000_000, 70_000_000),
          new Sample("n_queens", "algorithms", false, 200_861, true, 2_190_361, 2_190_361),
          new Sample("lz_compress", "bytes", true, 97_113, true, 1_323_091, 1_323_091),
          new Sample("sha256", "bytes", false, 41_037, true, 30, 30),
          new Sample("h2_queries", "data", true, 1_300_457, false, 5_963_025, 5_966_006),
          new Sample("live_stream_heavy_list", "live", false, 83_199, true, 1_976_431, 1_976_431));

  @Test
  void tellsEveryProgramAndWhatFollows() {
    ProgramTiming measured = new ProgramTiming("portable/1", "17.0.15", SAMPLES);

    assertThat(AccuracyText.lines(measured, Accuracy.of(SAMPLES)))
        .containsExactly(
            """
            meter portable/1, JDK 17.0.15

                                                         CPU ns        units    units
            program                family      half       /pass        /pass      /ns
            edit_distance          algorithms  fit    2,388,401   70,000,000    29.31
            n_queens               algorithms  out      200,861    2,190,361    10.90
            lz_compress            bytes       fit       97,113    1,323,091    13.62
            sha256                 bytes       out       41,037           30   0.0007
            h2_queries             data        fit    1,300,457    5,963,025     4.59
            live_stream_heavy_list live        out       83,199    1,976,431    23.76

            rank correlation of units and CPU time (Spearman), 6 programs
              all 0.9428, fitted half 1.0000, held-out half 1.0000
            units per ns
              least 0.0007, p10 0.0007, median 10.90, p90 29.31, most 29.31
              p90 is 40,090.8 times p10
            error of CPU time predicted from units at the median rate
              at most 58 % for half of the programs, 169 % for nine of ten
            whatever the size of the passes
              nine of ten programs are predicted within a factor of 14,916.76
              of two, the one that takes twice as long has more units in 60 % of all pairs
            not settled: h2_queries counts 5,966,006 units in the next pass (0.0500 % apart)
            not steady: h2_queries was still getting faster when timed
            """
                .lines()
                .toArray(String[]::new))
        .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
  }

  @Test
  void tellsWhichCallsHaveAPriceThatIsTooLow() {
    ProgramTiming measured =
        new ProgramTiming(
            "portable/2",
            "17.0.15",
            List.of(
                new Sample("list_sort_16", "collections", false, 1_000, true, 10_000, 10_000),
                new Sample("regex_find_none_256", "text", false, 1_000, true, 40_000, 40_000),
                new Sample("string_trim", "text", false, 1_000, true, 80_000, 80_000)));

    assertThat(AccuracyText.calls(measured))
        .containsExactly(
            """
            meter portable/2, JDK 17.0.15

                                                         CPU ns        units   of the
            call                   family                 /pass        /pass   median
            list_sort_16           collections            1,000       10,000    x0.25
            regex_find_none_256    text                   1,000       40,000    x1.00
            string_trim            text                   1,000       80,000    x2.00

            median 40.00 units/ns
            """
                .lines()
                .toArray(String[]::new));
  }

  @Test
  void saysNothingOfRanksThatAFewProgramsHaveByChance() {
    List<Sample> few = SAMPLES.subList(0, 3);

    assertThat(AccuracyText.lines(new ProgramTiming("m", "17", few), Accuracy.of(few))).hasSize(7);
  }
}
