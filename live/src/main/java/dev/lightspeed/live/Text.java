package dev.lightspeed.live;

/**
 * Text from anywhere, shown as it is: every character that HTML gives a meaning is escaped. Half a
 * surrogate pair, which no browser can be sent, is shown as U+FFFD.
 *
 * @param value the text, not escaped
 */
public record Text(String value) implements Dynamic, Content {

  /** Nothing to show. */
  public static final Text EMPTY = new Text("");

  /** Text that shows {@code value}. */
  public static Text of(String value) {
    return value.isEmpty() ? EMPTY : new Text(value);
  }

  /** Text that shows {@code value} in decimal. */
  public static Text of(long value) {
    return new Text(Long.toString(value));
  }
}
