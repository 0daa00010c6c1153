package dev.lightspeed.harness.text;

/**
 * What anybody may have written into a commit, as a line that is only ever read: nothing in it
 * moves a cursor, ends a line, or turns the text around it the other way.
 */
public final class OneLine {

  private static final int REPLACEMENT = 0xFFFD;

  /** Join emoji and letters, and do nothing else. */
  private static final int ZERO_WIDTH_NON_JOINER = 0x200C;

  private static final int ZERO_WIDTH_JOINER = 0x200D;

  private OneLine() {}

  /** {@code text} with a space for each tab and line end, and U+FFFD for what nobody should see. */
  public static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(c -> line.appendCodePoint(shown(c)));
    return line.toString().strip();
  }

  private static int shown(int c) {
    if (c == '\t' || c == '\n' || c == '\r') {
      return ' ';
    }
    if (c == ZERO_WIDTH_NON_JOINER || c == ZERO_WIDTH_JOINER) {
      return c;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          REPLACEMENT;
      default -> c;
    };
  }
}
