package dev.lightspeed.bench.sensitivity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lightspeed.harness.trace.SessionTrace;
import dev.lightspeed.harness.trace.Trace;
import dev.lightspeed.harness.trace.TraceOptions;
import dev.lightspeed.harness.trace.Tracer;
import dev.lightspeed.harness.workload.Scenario;
import dev.lightspeed.harness.workload.standard.StandardWorkload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the meter: what is injected is what is counted, to the bytecode. */
class HeavierWorkloadTest {

  private static final int SESSIONS = 6;
  private static final int EVENTS = 40;
  private static final ExtraWork NONE = ExtraWork.none(SESSIONS, EVENTS);

  @Test
  void everyTurnCostsTheSame() {
    assertThat(Burn.unitsPerTurn()).isPositive().isEqualTo(Burn.unitsPerTurn());
  }

  @Test
  void everyTurnChangesTheResult() {
    assertThat(Burn.turns(1)).isNotEqualTo(Burn.turns(0));
    assertThat(Burn.turns(1_000_001)).isNotEqualTo(Burn.turns(1_000_000));
  }

  @ParameterizedTest
  @EnumSource(StandardWorkload.class)
  void everyEventCostsItsTurnsMoreAndNothingElseChanges(StandardWorkload workload) {
    Trace baseline = trace(workload, NONE);
    Costs costs = Costs.of(Burn.unitsPerTurn(), baseline);
    for (int permille : Shares.PERMILLE) {
      ExtraWork extra = ExtraWork.of(costs, permille);
      Trace heavier = trace(workload, extra);
      for (int session = 0; session < SESSIONS; session++) {
        SessionTrace before = baseline.sessions().get(session);
        SessionTrace after = heavier.sessions().get(session);
        int[] turns = extra.ofSession(session);
        assertThat(after.mount()).isEqualTo(before.mount());
        for (int event = 0; event < EVENTS; event++) {
          assertThat(after.cpuUnits(event) - before.cpuUnits(event))
              .isEqualTo(turns[event] * costs.unitsPerTurn());
          assertThat(after.payloadBytes(event)).isEqualTo(before.payloadBytes(event));
          assertThat(after.patchOps(event)).isEqualTo(before.patchOps(event));
          assertThat(after.retainedBytes(event)).isEqualTo(before.retainedBytes(event));
        }
      }
    }
  }

  @Test
  void theTotalGrowsByTheShareToLessThanOneTurn() {
    Costs costs = Costs.of(Burn.unitsPerTurn(), trace(StandardWorkload.CRUD_TABLE, NONE));
    for (int permille : Shares.PERMILLE) {
      ExtraWork extra = ExtraWork.of(costs, permille);
      Costs heavier = Costs.of(costs.unitsPerTurn(), trace(StandardWorkload.CRUD_TABLE, extra));
      long more = heavier.total() - costs.total();

      assertThat(costs.total() * permille - 1_000 * more)
          .isBetween(0L, 1_000 * costs.unitsPerTurn() - 1);
    }
  }

  private static Trace trace(StandardWorkload workload, ExtraWork extra) {
    return Tracer.trace(
        Scenarios.heavier(new Scenario(workload, SESSIONS, EVENTS), extra),
        TraceOptions.defaults());
  }
}
