package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;

/**
 * A counter.
 *
 * @param count the sum of all steps since the last reset
 * @param step the last step, -9 to 9; 0 after a reset
 */
record CounterState(long count, int step) {

  /** The workload's label. */
  static final String LABEL = "counter";

  /** The largest step that the page offers. */
  static final int MAX_STEP = 9;

  /** What every session starts with. */
  static final CounterState INITIAL = new CounterState(0, 0);

  /**
   * The counter after {@code inc} or {@code dec} with {@code by}, or {@code reset}.
   *
   * @throws IllegalArgumentException if the page could not have sent the event
   */
  CounterState handle(Event event) {
    return switch (event.name()) {
      case "inc" -> stepped(by(event));
      case "dec" -> stepped(-by(event));
      case "reset" -> {
        Input.requireParams(LABEL, event, 0);
        yield INITIAL;
      }
      default -> throw Input.unknownEvent(LABEL, event, "inc, dec, reset");
    };
  }

  private CounterState stepped(int step) {
    return new CounterState(count + step, step);
  }

  private static int by(Event event) {
    Input.requireParams(LABEL, event, 1);
    String text = event.params().get("by");
    int by = Input.number(text);
    if (by < 1 || by > MAX_STEP) {
      throw Input.refusal(
          LABEL, "by: " + Input.quoted(text) + " is out of range, 1 to " + MAX_STEP);
    }
    return by;
  }
}
