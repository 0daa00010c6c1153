package dev.lightspeed.cli.text;

/** How many columns of a terminal a line takes, where people write in any script. */
public final class Columns {

  private Columns() {}

  /** The columns of {@code text}: two for each ideograph and emoji, none for what combines. */
  static int of(String text) {
    return text.codePoints().map(Columns::of).sum();
  }

  /** The start of {@code text} that fits {@code width} columns, with an ellipsis if it is cut. */
  static String cut(String text, int width) {
    if (of(text) <= width) {
      return text;
    }
    StringBuilder start = new StringBuilder();
    int taken = 1;
    for (int c : text.codePoints().toArray()) {
      taken += of(c);
      if (taken > width) {
        break;
      }
      start.appendCodePoint(c);
    }
    return start.toString().stripTrailing() + "…";
  }

  /** The text in at most {@code width} characters: an ellipsis takes the place of its middle. */
  public static String shortened(String text, int width) {
    String shown = printable(text);
    if (shown.length() <= width) {
      return shown;
    }
    int end = width * 2 / 3;
    int start = width - 1 - end;
    return shown.substring(0, start) + "…" + shown.substring(shown.length() - end);
  }

  /** Nothing that a workload calls an event may move the cursor. */
  private static String printable(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      shown.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
    }
    return shown.toString();
  }

  private static int of(int c) {
    return switch (Character.getType(c)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(c) ? 2 : 1;
    };
  }

  /** Unicode's East Asian wide characters, by blocks: one too wide costs a column, no more. */
  private static boolean isWide(int c) {
    return (c >= 0x1100 && c <= 0x115F)
        || (c >= 0x2E80 && c <= 0xA4CF)
        || (c >= 0xAC00 && c <= 0xD7A3)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0xFE30 && c <= 0xFE6F)
        || (c >= 0xFF00 && c <= 0xFF60)
        || (c >= 0xFFE0 && c <= 0xFFE6)
        || c >= 0x1F000;
  }
}
