package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.live.Differ;
import dev.lightspeed.live.Rendered;
import dev.lightspeed.live.Template;
import dev.lightspeed.live.TemplateSet;
import dev.lightspeed.live.Text;

/** The counter's view. */
final class CounterSession extends LiveSession {

  private static final Template PAGE =
      Template.parse(
          """
          <main id="counter"><h1>Counter</h1>
            <p>Count: <output id="count">{count}</output></p>
            <p>Last step: <span id="step">{step}</span></p>
            <button phx-click="dec">-</button>
            <button phx-click="inc">+</button>
            <button phx-click="reset">reset</button>
          </main>
          """);

  private static final Differ DIFFER = Differ.of(TemplateSet.of(PAGE));

  private CounterState state = CounterState.INITIAL;

  CounterSession() {
    super(DIFFER);
  }

  @Override
  Rendered render() {
    return PAGE.render(Text.of(state.count()), Text.of(state.step()));
  }

  @Override
  public Frame handle(Event event) {
    state = state.handle(event);
    return update(render());
  }
}
