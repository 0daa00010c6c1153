package dev.lightspeed.harness.markup;

/**
 * Text that is to be shown as it is, whatever it holds: the one place where it is made harmless, in
 * HTML and in XML.
 */
public final class Html {

  private Html() {}

  /** {@code text} for an element's content or a quoted attribute. */
  public static String escape(String text) {
    StringBuilder html = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.appendCodePoint(isShown(c) ? c : 0xFFFD);
              }
            });
    return html.toString();
  }

  /** {@code text} with U+FFFD for each character that no page and no XML may hold, or show. */
  public static String shown(String text) {
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints().forEach(c -> shown.appendCodePoint(isShown(c) ? c : 0xFFFD));
    return shown.toString();
  }

  /** JSON that may stand in a script element: nothing in it can end the element. */
  public static String escapeJson(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '<' -> text.append("\\u003c");
        case '>' -> text.append("\\u003e");
        case '&' -> text.append("\\u0026");
        case '\u2028' -> text.append("\\u2028");
        case '\u2029' -> text.append("\\u2029");
        default -> text.append(c);
      }
    }
    return text.toString();
  }

  private static boolean isShown(int c) {
    return !Character.isISOControl(c)
        && !(c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)
        && c != 0xFFFE
        && c != 0xFFFF;
  }
}
