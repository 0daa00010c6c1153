package dev.lightspeed.harness.workload.standard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Params;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CounterStateTest {

  private final CounterState counter = new CounterState(10, 3);

  @Test
  void incAddsAndRemembersTheStep() {
    assertThat(counter.handle(Event.of("inc", "by", "9"))).isEqualTo(new CounterState(19, 9));
  }

  @Test
  void decSubtractsAndRemembersTheStep() {
    assertThat(counter.handle(Event.of("dec", "by", "9"))).isEqualTo(new CounterState(1, -9));
  }

  @Test
  void resetForgetsBoth() {
    assertThat(counter.handle(Event.of("reset"))).isEqualTo(CounterState.INITIAL);
  }

  @Test
  void countsBeyondAnInt() {
    assertThat(new CounterState(Integer.MAX_VALUE, 1).handle(Event.of("inc", "by", "1")).count())
        .isEqualTo(2_147_483_648L);
  }

  @Test
  void followsTheScriptInEverySession() {
    for (int session = 0; session < 64; session++) {
      Iterator<Event> script = new CounterScript(session);
      CounterState state = CounterState.INITIAL;
      long count = 0;
      for (int i = 0; i < 200; i++) {
        Event event = script.next();
        int by = event.name().equals("reset") ? 0 : Integer.parseInt(event.params().get("by"));
        int step = event.name().equals("dec") ? -by : by;
        count = event.name().equals("reset") ? 0 : count + step;
        state = state.handle(event);
        assertThat(state).isEqualTo(new CounterState(count, step));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "+1", "01", "1.0", " 1", "", "x", "٣", "99999999999"})
  void refusesAStepThatThePageDoesNotOffer(String by) {
    assertThatThrownBy(() -> counter.handle(Event.of("inc", "by", by)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counter: by: '" + by + "' is out of range, 1 to 9");
  }

  @Test
  void refusesAnUnknownEvent() {
    assertThatThrownBy(() -> counter.handle(Event.of("double")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counter: unknown event 'double', known: inc, dec, reset");
  }

  @Test
  void refusesParamsThatAreMissingOrTooMany() {
    assertThatThrownBy(() -> counter.handle(Event.of("inc")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counter: event 'inc' takes 1 params, got '{}'");
    assertThatThrownBy(() -> counter.handle(Event.of("reset", "to", "7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("counter: event 'reset' takes 0 params, got '{to=7}'");
    assertThatThrownBy(() -> counter.handle(Event.of("dec", "step", "7")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("params: no string named 'by' in {step=7}");
    Params list = Params.EMPTY.with("by", List.of());
    assertThatThrownBy(() -> counter.handle(new Event("inc", list)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("params: no string named 'by' in {by=[]}");
  }
}
