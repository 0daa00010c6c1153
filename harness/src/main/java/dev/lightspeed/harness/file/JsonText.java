package dev.lightspeed.harness.file;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * Writes JSON values: sorted maps from strings, lists, strings, {@code Integer}s and {@code Long}s.
 *
 * <p>Both forms write the same value: an integer beyond ±(2^53 - 1) becomes a string of its digits,
 * since RFC 8785 has no other integers and many tools would round it. So anybody can turn the one
 * form into the other with a tool of their own.
 */
public final class JsonText {

  private static final String HEX = "0123456789abcdef";

  private final StringBuilder text = new StringBuilder();
  private final boolean pretty;

  private JsonText(boolean pretty) {
    this.pretty = pretty;
  }

  /**
   * The canonical form of RFC 8785: no white space, keys in the order of their UTF-16 units.
   *
   * @throws IllegalArgumentException if a value is of another type, or a string is not Unicode
   */
  public static String canonical(SortedMap<String, ?> object) {
    JsonText writer = new JsonText(false);
    writer.write(object, 0);
    return writer.text.toString();
  }

  /** The form for files: keys in the same order, a value a line, a newline at the end. */
  public static String pretty(SortedMap<String, ?> object) {
    JsonText writer = new JsonText(true);
    writer.write(object, 0);
    return writer.text.append('\n').toString();
  }

  /** A list in the form for files. */
  public static String pretty(List<?> list) {
    JsonText writer = new JsonText(true);
    writer.write(list, 0);
    return writer.text.append('\n').toString();
  }

  /** An integer as both forms write it. */
  public static String integer(long value) {
    return value < -Node.MAX_EXACT || value > Node.MAX_EXACT
        ? "\"" + value + "\""
        : Long.toString(value);
  }

  private void write(Object value, int depth) {
    if (value instanceof SortedMap<?, ?> object && object.comparator() == null) {
      object(object, depth);
    } else if (value instanceof List<?> list) {
      list(list, depth);
    } else if (value instanceof String string) {
      string(string);
    } else if (value instanceof Integer || value instanceof Long) {
      text.append(integer(((Number) value).longValue()));
    } else {
      throw new IllegalArgumentException("json: no form for a " + value.getClass().getName());
    }
  }

  private void object(SortedMap<?, ?> object, int depth) {
    text.append('{');
    Iterator<? extends Map.Entry<?, ?>> fields = object.entrySet().iterator();
    while (fields.hasNext()) {
      Map.Entry<?, ?> field = fields.next();
      line(depth + 1);
      string((String) field.getKey());
      text.append(pretty ? ": " : ":");
      write(field.getValue(), depth + 1);
      text.append(fields.hasNext() ? "," : "");
    }
    close(object.isEmpty(), '}', depth);
  }

  private void list(List<?> list, int depth) {
    text.append('[');
    Iterator<?> items = list.iterator();
    while (items.hasNext()) {
      line(depth + 1);
      write(items.next(), depth + 1);
      text.append(items.hasNext() ? "," : "");
    }
    close(list.isEmpty(), ']', depth);
  }

  private void close(boolean empty, char bracket, int depth) {
    if (!empty) {
      line(depth);
    }
    text.append(bracket);
  }

  private void line(int depth) {
    if (pretty) {
      text.append('\n').append("  ".repeat(depth));
    }
  }

  private void string(String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\t' -> text.append("\\t");
        case '\n' -> text.append("\\n");
        case '\f' -> text.append("\\f");
        case '\r' -> text.append("\\r");
        default -> {
          requireUnicode(string, i);
          if (c < ' ') {
            text.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }

  private static void requireUnicode(String string, int i) {
    char c = string.charAt(i);
    boolean paired =
        Character.isHighSurrogate(c)
            ? i + 1 < string.length() && Character.isLowSurrogate(string.charAt(i + 1))
            : i > 0 && Character.isHighSurrogate(string.charAt(i - 1));
    if (Character.isSurrogate(c) && !paired) {
      throw new IllegalArgumentException("json: a string with half a character at " + i);
    }
  }
}
