package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.Event;

/**
 * What a browser sent, read with suspicion: anybody can send anything over the wire, so whatever
 * the page could not have sent is refused, in a message that is safe to log.
 */
final class Input {

  private static final int QUOTED_CHARS = 80;

  private Input() {}

  /**
   * Refuses an event with more or fewer parameters than its handler reads.
   *
   * @throws IllegalArgumentException if there are not exactly {@code count}
   */
  static void requireParams(String workload, Event event, int count) {
    if (event.params().size() != count) {
      throw refusal(
          workload,
          "event "
              + quoted(event.name())
              + " takes "
              + count
              + " params, got "
              + quoted(event.params().toString()));
    }
  }

  /** The refusal of an event that the page does not send. */
  static IllegalArgumentException unknownEvent(String workload, Event event, String known) {
    return refusal(workload, "unknown event " + quoted(event.name()) + ", known: " + known);
  }

  /** The refusal of a parameter that the page does not offer. */
  static IllegalArgumentException unknownValue(
      String workload, String param, String value, String known) {
    return refusal(workload, "unknown " + param + " " + quoted(value) + ", known: " + known);
  }

  /** A refusal with its reason. */
  static IllegalArgumentException refusal(String workload, String reason) {
    return new IllegalArgumentException(workload + ": " + reason);
  }

  /**
   * The number that {@code text} writes as this program would: ASCII digits, no sign, no leading
   * zero; -1 if it does not, or if an {@code int} cannot hold it.
   */
  static int number(String text) {
    int length = text.length();
    if (length == 0 || length > 10 || (length > 1 && text.charAt(0) == '0')) {
      return -1;
    }
    long number = 0;
    for (int i = 0; i < length; i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      number = number * 10 + digit;
    }
    return number > Integer.MAX_VALUE ? -1 : (int) number;
  }

  /** The text in quotes, cut to a line's length, with nothing in it that could forge a line. */
  static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    for (int i = 0; i < Math.min(text.length(), QUOTED_CHARS); i++) {
      char c = text.charAt(i);
      quoted.append(Character.isISOControl(c) || c == '\u2028' || c == '\u2029' ? '?' : c);
    }
    return quoted.append(text.length() > QUOTED_CHARS ? "…'" : "'").toString();
  }
}
