package dev.lightspeed.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.capacity.Capacity;
import dev.lightspeed.harness.capacity.CapacitySearch;
import dev.lightspeed.harness.capacity.Tenant;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.output.data.CapacityCsv;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** On a broadcast, whose latencies follow from its size: n ms of CPU, and 1 ms of the link. */
class CapacityTableTest {

  private static final Profile PROFILE = new Profile("test", 1_000, 100, 1_000_000);

  @Test
  void showsWhatFitsWhatGivesWayAndTheCurve() {
    assertThat(render(find(1_000, tenant("ticker", 1, 41), tenant("other", 1, 41))))
        .isEqualTo(
            """
            profile test: 1,000 CPU units/ms, 100 B/ms, 1,000,000 KiB
            meter portable/2

            ticker=1, other=1: 40 sessions fit
            with 41:
              other: max latency 42 ms > 41 ms (+2.4 %)

                        p50  p95  p99  CPU  link
              sessions   ms   ms   ms    %     %  p95
                     4    3    5    5  0.4   0.4  ##
                     8    5    9    9  0.8   0.8  ####
                    12    7   13   13  1.2   1.2  ######
                    16    9   17   17  1.6   1.6  ########
                    20   11   20   21  2.0   2.0  ##########
                    24   13   24   25  2.4   2.4  ############
                    28   15   28   29  2.8   2.8  ##############
                    32   17   32   33  3.1   3.1  ################
                    36   19   36   37  3.5   3.5  ##################
                    40   21   39   41  3.9   3.9  ###################
                    44   23   43   45  4.3   4.3  ##################### too much
                    48   25   47   49  4.6   4.6  ####################### too much
            looked at: 8 below, all fit; 8 above, none fits
            """);
  }

  @Test
  void saysHowFarItIsFromWhatWasAskedFor() {
    Capacity capacity = find(1_000, tenant("ticker", 1, 41), tenant("other", 1, 41));

    assertThat(CapacityTable.shortfall(capacity, 50))
        .isEqualTo("ticker=1, other=1: 40 sessions < 50 sessions (-20.0 %)");
  }

  @Test
  void saysWhenNotEvenOneFits() {
    assertThat(render(find(1_000, tenant("ticker", 1, 1))))
        .contains(
            """
            ticker: not even one session fits
            with 1:
              ticker: max latency 2 ms > 1 ms (+100.0 %)
            """)
        .endsWith("\nlooked at: 0 below, all fit; 8 above, none fits\n");
  }

  @Test
  void saysWhenNoMoreWereLookedFor() {
    assertThat(render(find(20, tenant("ticker", 1, 41))))
        .contains("ticker: at least 20 sessions fit, no more were looked for\n\n")
        .endsWith("\nlooked at: 8 below, all fit; 0 above, none fits\n");
  }

  @Test
  void noLineIsLongerThanATerminal() {
    Capacity large = find(2_000_000, tenant("ticker", 1, 1_000_001));

    assertThat(render(large).lines()).allSatisfy(line -> assertThat(line.length()).isLessThan(81));
  }

  @Test
  void forProgramsAPointIsALine() {
    List<String> lines =
        CapacityCsv.write(List.of(find(1_000, tenant("ticker", 3, 41), tenant("other", 1, 41))))
            .lines()
            .toList();

    assertThat(lines)
        .startsWith(
            "workloads,sessions,p50LatencyMs,p95LatencyMs,p99LatencyMs,"
                + "cpuUtilisationPermille,linkUtilisationPermille,memoryUnits,fits")
        .contains("ticker=3 other=1,40,21,39,41,39,39,40,true")
        .hasSize(13);
    assertThat(lines.get(12)).endsWith(",false");
  }

  private static String render(Capacity capacity) {
    return CapacityTable.render(PROFILE, "portable/2", List.of(capacity));
  }

  private static Capacity find(int max, Tenant... tenants) {
    return CapacitySearch.find(PROFILE, "portable/2", List.of(tenants), max);
  }

  private static Tenant tenant(String label, int weight, long maxLatencyMs) {
    Cost cost = new Cost(1_000, 100, 1, 0, 1_024);
    SessionTrace session = SessionTrace.of(cost, List.of(cost));
    Pace pace = Pace.broadcast(Duration.ofSeconds(1));
    return new Tenant(
        weight,
        new Budget(label, new TreeMap<>(Map.of(Figure.MAX_LATENCY, maxLatencyMs))),
        size ->
            new Trace(label, pace, size, 1, Collections.nCopies(Math.min(size, 1_024), session)));
  }
}
