package dev.lightspeed.harness.report;

import static dev.lightspeed.harness.Reports.COUNTER;
import static dev.lightspeed.harness.Reports.PROFILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.machine.LatencyMs;
import dev.lightspeed.harness.machine.Profile;
import dev.lightspeed.harness.machine.Replay;
import dev.lightspeed.harness.trace.Cost;
import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.workload.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioReportTest {

  private static final Pace PACE = Pace.thinking(Duration.ofSeconds(1));
  private static final Replay REPLAY = new Replay(new LatencyMs(7, 19, 23, 40), 1, 2, 3);
  private static final Cost FREE = new Cost(0, 0, 0, 0, 0);

  @Test
  void addsUpEventsAndLeavesTheMountOut() {
    SessionTrace first =
        SessionTrace.of(
            new Cost(999_999, 9999, 99, 0, 1),
            List.of(new Cost(300, 10, 1, 0, 1), new Cost(200, 5, 1, 0, 1)));
    SessionTrace second =
        SessionTrace.of(
            new Cost(999_999, 9999, 99, 0, 1),
            List.of(new Cost(100, 4, 0, 0, 1), new Cost(150, 2, 3, 0, 1)));

    ScenarioReport report =
        ScenarioReport.of(
            new Trace("counter", PACE, 2, 2, List.of(first, second)),
            new Profile("p", 100, 1000, 10),
            REPLAY);

    assertThat(report)
        .isEqualTo(
            // 750 units at 100 a millisecond: 7.5 ms for 4 events, 533.33 a second.
            new ScenarioReport(
                "counter", 2, 2, 4, 7, 19, 21, 6, 5, 2, 1, 2, 533, report.details()));
  }

  @Test
  void throughputIsThatOfTheBusierResourceRoundedDown() {
    Trace trace = trace(1, new Cost(3, 7, 0, 0, 0));

    assertThat(throughput(trace, new Profile("cpu", 1, 1000, 1))).isEqualTo(333);
    assertThat(throughput(trace, new Profile("link", 1000, 1, 1))).isEqualTo(142);
    assertThat(throughput(trace(1, FREE), PROFILE)).isEqualTo(Long.MAX_VALUE);
    assertThat(
            throughput(trace(1, new Cost(1, 0, 0, 0, 0)), new Profile("p", Long.MAX_VALUE, 1, 1)))
        .isEqualTo(Long.MAX_VALUE);
  }

  @Test
  void memoryIsRoundedUpAndCountsTheMountAndEverySessionsOwnPeak() {
    SessionTrace mountIsLargest =
        SessionTrace.of(new Cost(0, 0, 0, 0, 2049), List.of(new Cost(0, 0, 0, 0, 1)));
    SessionTrace eventIsLargest =
        SessionTrace.of(new Cost(0, 0, 0, 0, 1), List.of(new Cost(0, 0, 0, 0, 1024)));

    ScenarioReport report =
        ScenarioReport.of(
            new Trace("w", PACE, 2, 1, List.of(mountIsLargest, eventIsLargest)), PROFILE, REPLAY);

    assertThat(report.peakMemoryUnitsPerSession()).isEqualTo(3);
    assertThat(report.estimatedTotalMemoryUnits()).isEqualTo(4);
  }

  @Test
  void aSessionThatStandsForManyCountsAsOftenAsItOccurs() {
    List<SessionTrace> sessions = new ArrayList<>(Collections.nCopies(1024, session(FREE)));
    sessions.set(0, session(new Cost(10, 100, 2, 0, 1025)));
    sessions.set(1, session(new Cost(0, 1, 1, 0, 1)));

    // Sessions 0, 1024 and 2048 are the first one; 1 and 1025 the second.
    ScenarioReport report =
        ScenarioReport.of(
            new Trace("w", PACE, 2049, 1, sessions), new Profile("p", 1, 1, 1), REPLAY);

    assertThat(report.totalPayloadBytes()).isEqualTo(302);
    assertThat(report.totalPatchOps()).isEqualTo(8);
    assertThat(report.estimatedTotalMemoryUnits()).isEqualTo(3 * 2 + 2);
    assertThat(report.throughputEventsPerSecond()).isEqualTo(2049 * 1000 / 302);
  }

  @Test
  void sumsBeyondALongStayExactUntilTheFigure() {
    Cost huge = new Cost(Long.MAX_VALUE / 4, 0, 0, 0, 0);
    SessionTrace session = SessionTrace.of(huge, List.of(huge, huge, huge, huge));
    Trace trace = new Trace("w", PACE, 1, 4, List.of(session));

    // 4 × 1000 × (2^63 - 1) is beyond a long, and divided by the sum of nearly as much.
    assertThat(throughput(trace, new Profile("p", Long.MAX_VALUE, 1, 1))).isEqualTo(4000);
  }

  @Test
  void refusesAFigureThatDoesNotFit() {
    List<SessionTrace> sessions =
        Collections.nCopies(1024, session(new Cost(0, 0, 0, 0, Long.MAX_VALUE)));
    Trace trace = new Trace("w", PACE, 1_000_000_000, 1, sessions);

    assertThatThrownBy(() -> ScenarioReport.of(trace, PROFILE, REPLAY))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "estimatedTotalMemoryUnits: 9007199254740992000000000 is out of range, at most"
                + " 9223372036854775807");
  }

  @Test
  void refusesFiguresThatContradictEachOther() {
    assertThat(COUNTER.totalEvents()).isEqualTo(20_000);
    refused(
        "totalEvents: 20001 contradicts the other figures, they give 20000",
        20_001,
        7,
        19,
        380_000,
        19,
        38_000,
        2,
        3,
        580,
        4321);
    refused(
        "p50LatencyMs: -1 is out of range, at least 0",
        20_000,
        -1,
        19,
        380_000,
        19,
        38_000,
        2,
        3,
        580,
        4321);
    refused(
        "p95LatencyMs: 6 is out of range, at least 7",
        20_000,
        7,
        6,
        380_000,
        19,
        38_000,
        2,
        3,
        580,
        4321);
    refused(
        "avgPayloadBytes: 19 contradicts the other figures, they give 20",
        20_000,
        7,
        19,
        380_001,
        19,
        38_000,
        2,
        3,
        580,
        4321);
    refused(
        "avgPatchOps: 1 contradicts the other figures, they give 2",
        20_000,
        7,
        19,
        380_000,
        19,
        38_000,
        1,
        3,
        580,
        4321);
    refused(
        "estimatedTotalMemoryUnits: 2 is out of range, at least 3",
        20_000,
        7,
        19,
        380_000,
        19,
        38_000,
        2,
        3,
        2,
        4321);
    refused(
        "estimatedTotalMemoryUnits: 601 is out of range, at most 600 (sessionCount ×"
            + " peakMemoryUnitsPerSession)",
        20_000,
        7,
        19,
        380_000,
        19,
        38_000,
        2,
        3,
        601,
        4321);
    refused(
        "throughputEventsPerSecond: -5 is out of range, at least 0",
        20_000,
        7,
        19,
        380_000,
        19,
        38_000,
        2,
        3,
        580,
        -5);
  }

  private static void refused(String message, long... figures) {
    assertThatThrownBy(
            () ->
                new ScenarioReport(
                    "counter",
                    200,
                    100,
                    figures[0],
                    figures[1],
                    figures[2],
                    figures[3],
                    figures[4],
                    figures[5],
                    figures[6],
                    figures[7],
                    figures[8],
                    figures[9],
                    Reports.COUNTER.details()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  private static long throughput(Trace trace, Profile profile) {
    return ScenarioReport.of(trace, profile, REPLAY).throughputEventsPerSecond();
  }

  private static Trace trace(int sessions, Cost event) {
    return new Trace("w", PACE, sessions, 1, Collections.nCopies(sessions, session(event)));
  }

  private static SessionTrace session(Cost event) {
    return SessionTrace.of(FREE, List.of(event));
  }
}
