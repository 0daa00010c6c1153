package dev.lightspeed.harness.capacity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.capacity.CapacityPoint.Broken;
import dev.lightspeed.harness.gate.Budget;
import dev.lightspeed.harness.gate.Check;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.output.data.CapacityJson;
import dev.lightspeed.harness.report.Figure;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CapacitySearchTest {

  private static final Profile PROFILE = new Profile("test", 1_000, 100, 1_000);
  private static final Pace TICKS = Pace.broadcast(Duration.ofSeconds(1));
  private static final String METER = "portable/2";

  /** All arrive at one instant: the last of n has n times 1 ms of CPU and 1 ms of the link. */
  @ParameterizedTest
  @CsvSource({"100, 99", "10, 9", "3, 2", "2, 1"})
  void latencyLimitsABroadcastWhereTheFormulaSays(long limitMs, int sessions) {
    Budget budget = budget("ticker", Figure.MAX_LATENCY, limitMs);
    Capacity capacity = find(new Tenant(1, budget, ticker(10)), 1_000);

    assertThat(capacity.sessions()).isEqualTo(sessions);
    assertThat(capacity.fitAgain()).isEmpty();
    assertThat(capacity.beyond().orElseThrow().sessions()).isEqualTo(sessions + 1);
    assertThat(capacity.beyond().orElseThrow().broken())
        .containsExactly(new Broken("ticker", new Check(Figure.MAX_LATENCY, limitMs + 1, limitMs)));
  }

  @Test
  void theMemoryOfTheMachineIsALimitOfItsOwn() {
    Budget budget = budget("ticker", Figure.MAX_LATENCY, 1_000_000);
    Capacity capacity = find(new Tenant(1, budget, ticker(30)), 1_000);

    assertThat(capacity.sessions()).isEqualTo(33);
    assertThat(capacity.beyond().orElseThrow().broken())
        .containsExactly(new Broken("ticker", new Check(Figure.TOTAL_MEMORY, 1_020, 1_000)));
  }

  @Test
  void theMemoryOfAMixIsThatOfAll() {
    Capacity capacity =
        CapacitySearch.find(
            PROFILE,
            METER,
            List.of(
                new Tenant(1, budget("ticker", Figure.MAX_LATENCY, 1_000_000), ticker(30)),
                new Tenant(3, budget("other", Figure.MAX_LATENCY, 1_000_000), other(10))),
            1_000);

    // Of each four, one has 30 KiB and three have 10: 16 of those are 960 KiB.
    assertThat(capacity.sessions()).isEqualTo(66);
    assertThat(capacity.beyond().orElseThrow().broken())
        .extracting(Broken::message)
        .containsExactly("memory of all sessions 1010 KiB > 1000 KiB (+1.0 %)");
    assertThat(capacity.beyond().orElseThrow().report().scenarios())
        .extracting(scenario -> scenario.workload() + " " + scenario.sessionCount())
        .containsExactly("ticker 17", "other 50");
  }

  @Test
  void whatFitsInAnySizeIsLookedForNoFurther() {
    Budget budget = budget("ticker", Figure.AVG_CPU, 1_000);
    Capacity capacity = find(new Tenant(1, budget, ticker(1)), 50);

    assertThat(capacity.sessions()).isEqualTo(50);
    assertThat(capacity.beyond()).isEmpty();
    assertThat(capacity.checkedAbove()).isZero();
    assertThat(capacity.curve()).last().extracting(CapacityPoint::sessions).isEqualTo(50);
  }

  @Test
  void aBudgetThatOneSessionBreaksCarriesNothing() {
    Budget budget = budget("ticker", Figure.AVG_PAYLOAD, 99);
    Capacity capacity = find(new Tenant(1, budget, ticker(1)), 50);

    assertThat(capacity.sessions()).isZero();
    assertThat(capacity.checkedBelow()).isZero();
    assertThat(capacity.beyond().orElseThrow().broken())
        .extracting(Broken::message)
        .containsExactly("ticker: avg payload 100 B > 99 B (+1.0 %)");
    assertThat(capacity.curve()).hasSize(1);
  }

  /**
   * Halving finds a limit between 64 and 128 at one replay each; the rest is curve and neighbours.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 100, 777, 1_024, 1_025, 5_000})
  void isFoundWithFewReplays(int sessions) {
    Set<Integer> replayed = new TreeSet<>();
    Capacity capacity = find(fitting(size -> size <= sessions, replayed), 1_000_000);

    assertThat(capacity.sessions()).isEqualTo(sessions);
    assertThat(replayed.size())
        .isLessThanOrEqualTo(2 * (32 - Integer.numberOfLeadingZeros(sessions)) + 2 + 16 + 12);
  }

  /** As exact as looking at each size, wherever what fits goes on fitting with fewer. */
  @Property(seed = "5", tries = 60)
  void looksLikeLookingAtEachSize(
      @ForAll @IntRange(min = 0, max = 300) int sessions,
      @ForAll @IntRange(min = 1, max = 300) int max) {
    Capacity capacity = find(fitting(size -> size <= sessions, new TreeSet<>()), max);

    assertThat(capacity.sessions()).isEqualTo(Math.min(sessions, max));
    assertThat(capacity.beyond().isPresent()).isEqualTo(sessions < max);
  }

  @Test
  void aSizeBelowThatDoesNotFitLowersTheResult() {
    Capacity capacity =
        find(fitting(size -> size <= 100 && size != 97 && size != 92, new TreeSet<>()), 1_000);

    assertThat(capacity.sessions()).isEqualTo(91);
    assertThat(capacity.beyond().orElseThrow().sessions()).isEqualTo(92);
    assertThat(capacity.checkedBelow()).isEqualTo(8);
    assertThat(capacity.fitAgain()).containsExactly(93, 94, 95, 96, 98, 99, 100);
  }

  @Test
  void sizesAboveThatFitAgainAreToldAndNotCounted() {
    Capacity capacity =
        find(fitting(size -> size <= 100 || size == 103 || size == 200, new TreeSet<>()), 1_000);

    assertThat(capacity.sessions()).isEqualTo(100);
    assertThat(capacity.fitAgain()).containsExactly(103);
  }

  @Test
  void theCurveLeadsFromATenthToBeyondTheCapacity() {
    Capacity capacity = find(fitting(size -> size <= 100, new TreeSet<>()), 1_000);

    assertThat(capacity.curve())
        .extracting(CapacityPoint::sessions)
        .containsExactly(10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120);
    assertThat(capacity.curve())
        .filteredOn(CapacityPoint::fits)
        .last()
        .extracting(CapacityPoint::sessions)
        .isEqualTo(100);
  }

  @Test
  void isTheSameBytesForEver() {
    Budget budget = budget("ticker", Figure.MAX_LATENCY, 4);
    Capacity capacity = find(new Tenant(1, budget, ticker(10)), 1_000);

    Golden.assertHolds("capacity-1.json", CapacityJson.write(PROFILE, METER, List.of(capacity)));
  }

  @Test
  void aWeightIsBounded() {
    for (int weight : new int[] {0, 1_001}) {
      assertThatThrownBy(
              () -> new Tenant(weight, budget("ticker", Figure.MAX_LATENCY, 1), ticker(1)))
          .hasMessage("mix: ticker=" + weight + " is out of range, 1 to 1000");
    }
  }

  private static Capacity find(Tenant tenant, int max) {
    return CapacitySearch.find(PROFILE, METER, List.of(tenant), max);
  }

  private static Budget budget(String label, Figure figure, long limit) {
    return new Budget(label, new TreeMap<>(Map.of(figure, limit)));
  }

  private static IntFunction<Trace> ticker(int kib) {
    return size -> trace("ticker", size, 1_000, kib);
  }

  private static IntFunction<Trace> other(int kib) {
    return size -> trace("other", size, 1_000, kib);
  }

  /** A workload whose events cost less than 1,000 units only at the sizes that are to fit. */
  private static Tenant fitting(IntPredicate fits, Set<Integer> replayed) {
    return new Tenant(
        1,
        budget("ticker", Figure.AVG_CPU, 0),
        size -> {
          replayed.add(size);
          return trace("ticker", size, fits.test(size) ? 0 : 1, 0);
        });
  }

  /** Sessions of one event each. */
  private static Trace trace(String label, int size, long cpuUnits, int kib) {
    Cost cost = new Cost(cpuUnits, 100, 1, 0, kib * 1_024L);
    SessionTrace session = SessionTrace.of(cost, List.of(cost));
    return new Trace(label, TICKS, size, 1, Collections.nCopies(Math.min(size, 1_024), session));
  }
}
