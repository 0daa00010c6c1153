package dev.lightspeed.harness.markup;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes HTML, inline SVG included, in which text is always text: whatever is given as the content
 * of an element or the value of an attribute shows as it is and cannot become markup. Names of
 * elements and attributes are the author's own.
 *
 * <p>A block element starts a line, so that two pages can be compared.
 */
public final class HtmlWriter {

  private static final List<String> VOID = List.of("meta", "rect", "line", "path");

  /** What is followed by no new line. */
  private static final List<String> INLINE =
      List.of("b", "i", "a", "bdi", "code", "span", "small", "td", "th", "text", "title", "dt");

  private final StringBuilder html = new StringBuilder(1 << 14);
  private final Deque<String> open = new ArrayDeque<>();

  /** Opens an element with {@code attributes}: name, value, name, value, … */
  public HtmlWriter open(String element, String... attributes) {
    start(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the element that was opened last. */
  public HtmlWriter close() {
    String element = open.pop();
    html.append("</").append(element).append('>');
    if (!INLINE.contains(element)) {
      html.append('\n');
    }
    return this;
  }

  /** An element that holds nothing, such as {@code meta} or {@code path}. */
  public HtmlWriter empty(String element, String... attributes) {
    if (!VOID.contains(element)) {
      return open(element, attributes).close();
    }
    start(element, attributes);
    html.insert(html.length() - 1, open.contains("svg") ? "/" : "").append('\n');
    return this;
  }

  /** An element that holds text alone. */
  public HtmlWriter element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** Text. */
  public HtmlWriter text(String text) {
    html.append(Html.escape(text));
    return this;
  }

  /** Markup that was made elsewhere, and is trusted. */
  public HtmlWriter fragment(Fragment fragment) {
    html.append(fragment.html());
    return this;
  }

  /**
   * All that was written.
   *
   * @throws IllegalStateException if an element is still open
   */
  public Fragment done() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("html: <" + open.peek() + "> is not closed");
    }
    return new Fragment(html.toString());
  }

  private void start(String element, String... attributes) {
    html.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      html.append(' ').append(attributes[i]).append("=\"");
      html.append(escape(attributes[i + 1])).append('"');
    }
    html.append('>');
  }

  /** A tooltip may have lines. */
  private static String escape(String value) {
    return value.lines().map(Html::escape).collect(Collectors.joining("\n"));
  }
}
