package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Splits a template at its slots, and refuses slots where {@link HtmlContext} says so. */
final class TemplateParser {

  private static final String KEY_NAME = "key";

  private final String source;
  private final HtmlContext context = new HtmlContext();
  private final Map<String, Integer> numbers = new LinkedHashMap<>();
  private final List<Boolean> textOnly = new ArrayList<>();
  private final List<String> literals = new ArrayList<>();
  private final List<Integer> slots = new ArrayList<>();
  private final StringBuilder literal = new StringBuilder();
  private final StringBuilder canonical = new StringBuilder();
  private int position;
  private int line = 1;
  private int lineStart;

  TemplateParser(String source) {
    this.source = source;
  }

  Template parse() {
    skipIndentation();
    while (position < source.length()) {
      char c = source.charAt(position);
      if (c == '\n' || c == '\r') {
        newLine(c);
      } else if (c != '{' && c != '}') {
        literal(c);
        position++;
      } else if (position + 1 < source.length() && source.charAt(position + 1) == c) {
        literal(c);
        canonical.append(c);
        position += 2;
      } else if (c == '{') {
        slot();
      } else {
        throw error("a brace is closed that was never opened; write }} for a brace");
      }
    }
    if (!context.inText()) {
      throw error("the template ends inside a tag, a comment or an element that holds no tags");
    }
    literals.add(literal.toString());
    return template();
  }

  private Template template() {
    int[] slotNumbers = slots.stream().mapToInt(Integer::intValue).toArray();
    boolean[] takesTextOnly = new boolean[textOnly.size()];
    for (int i = 0; i < takesTextOnly.length; i++) {
      takesTextOnly[i] = textOnly.get(i);
    }
    return new Template(
        canonical.toString(),
        literals.toArray(String[]::new),
        slotNumbers,
        takesTextOnly,
        context.inputs());
  }

  private void newLine(char c) {
    position++;
    if (c == '\n') {
      line++;
      lineStart = position;
      skipIndentation();
    }
  }

  private void skipIndentation() {
    while (position < source.length()
        && (source.charAt(position) == ' ' || source.charAt(position) == '\t')) {
      position++;
    }
  }

  private void literal(char c) {
    literal.append(c);
    canonical.append(c);
    String refusal = context.literal(c);
    if (!refusal.isEmpty()) {
      throw error(refusal);
    }
  }

  private void slot() {
    int end = source.indexOf('}', position);
    String name = end < 0 ? "" : source.substring(position + 1, end);
    if (!isName(name)) {
      throw error("{ opens no slot; write {name}, or {{ for a brace");
    }
    int number = name.equals(KEY_NAME) ? Template.KEY : number(name);
    String refusal = context.slot(number);
    if (!refusal.isEmpty()) {
      throw error("the slot {" + name + "} stands " + refusal);
    }
    if (number != Template.KEY && context.takesTextOnly()) {
      textOnly.set(number, true);
    }
    literals.add(literal.toString());
    literal.setLength(0);
    slots.add(number);
    canonical.append('{').append(number == Template.KEY ? KEY_NAME : number).append('}');
    position = end + 1;
  }

  private int number(String name) {
    Integer known = numbers.get(name);
    if (known != null) {
      return known;
    }
    int number = numbers.size();
    numbers.put(name, number);
    textOnly.add(false);
    return number;
  }

  private static boolean isName(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!letter && !(c >= '0' && c <= '9')) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  private TemplateException error(String reason) {
    return new TemplateException(line, position - lineStart + 1, reason);
  }
}
