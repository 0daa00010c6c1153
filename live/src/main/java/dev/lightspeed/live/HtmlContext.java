package dev.lightspeed.live;

import java.util.List;

/**
 * Follows a template's HTML as a browser reads it (the tokenizer of the HTML standard, as far as it
 * goes), just closely enough to know where a slot stands: escaping makes a value safe in text and
 * in most quoted attributes, see {@link SlotPolicy}, and nowhere else. What browsers read in more
 * than one way is refused.
 */
final class HtmlContext {

  private enum State {
    TEXT,
    TAG_OPEN,
    TAG_NAME,
    IN_TAG,
    ATTRIBUTE_NAME,
    AFTER_NAME,
    BEFORE_VALUE,
    QUOTED_VALUE,
    OTHER_VALUE,
    DECLARATION,
    COMMENT,
    PLAIN_TEXT
  }

  /** Elements that hold text but no tags: what is escaped in them is shown as it was. */
  private static final List<String> TEXT_ELEMENTS = List.of("textarea", "title");

  /** Elements that hold neither tags nor escapes. */
  private static final List<String> RAW_ELEMENTS =
      List.of("iframe", "noembed", "noframes", "noscript", "plaintext", "script", "style", "xmp");

  private final InputFinder inputs = new InputFinder();
  private final StringBuilder tag = new StringBuilder();
  private final StringBuilder attribute = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder recent = new StringBuilder();
  private State state = State.TEXT;
  private char otherQuote;
  private int valueSlot;
  private int slotsInValue;
  private String refusal = "";

  boolean inText() {
    return state == State.TEXT;
  }

  /** Whether a slot that stands here must hold text, and no markup. */
  boolean takesTextOnly() {
    return state == State.QUOTED_VALUE || state == State.PLAIN_TEXT;
  }

  List<Template.InputBinding> inputs() {
    return inputs.inputs();
  }

  /** Takes a slot; returns why it must not stand here, or nothing. */
  String slot(int number) {
    return switch (state) {
      case TEXT -> "";
      case QUOTED_VALUE -> slotInAttribute(number);
      case OTHER_VALUE, BEFORE_VALUE -> "in an attribute value without double quotes";
      case TAG_OPEN, TAG_NAME, IN_TAG, ATTRIBUTE_NAME, AFTER_NAME ->
          "inside a tag, outside an attribute's value";
      case DECLARATION -> "in a declaration";
      case COMMENT -> "in a comment";
      case PLAIN_TEXT -> slotInPlainText();
    };
  }

  private String slotInAttribute(int number) {
    valueSlot = number;
    slotsInValue++;
    return SlotPolicy.refusal(tag.toString(), attribute.toString(), value.toString());
  }

  private String slotInPlainText() {
    if (!TEXT_ELEMENTS.contains(tag.toString())) {
      return "in the element " + tag + ", where escaping does not make it safe";
    }
    int open = recent.lastIndexOf("<");
    if (open >= 0 && ("</" + tag).startsWith(recent.substring(open))) {
      return "inside a tag, outside an attribute's value";
    }
    recent.setLength(0);
    return "";
  }

  /** Takes a character of the template; returns why it must not stand here, or nothing. */
  String literal(char c) {
    switch (state) {
      case TEXT -> text(c);
      case TAG_OPEN -> tagOpen(c);
      case TAG_NAME -> tagName(c);
      case IN_TAG -> inTag(c);
      case ATTRIBUTE_NAME -> attributeName(c);
      case AFTER_NAME -> afterName(c);
      case BEFORE_VALUE -> beforeValue(c);
      case QUOTED_VALUE -> quotedValue(c);
      case OTHER_VALUE -> otherValue(c);
      case DECLARATION -> declaration(c);
      case COMMENT -> comment(c);
      case PLAIN_TEXT -> plainText(c);
    }
    return refusal;
  }

  private void text(char c) {
    if (c == '<') {
      tag.setLength(0);
      state = State.TAG_OPEN;
    }
  }

  private void tagOpen(char c) {
    boolean closing = !tag.isEmpty();
    if (isLetter(c)) {
      inputs.startTag();
      tag.append(Character.toLowerCase(c));
      state = State.TAG_NAME;
    } else if (closing) {
      state = c == '>' ? State.TEXT : State.DECLARATION;
    } else if (c == '/') {
      tag.append(c);
    } else if (c == '!' || c == '?') {
      tag.append(c);
      state = State.DECLARATION;
    } else {
      state = State.TEXT;
      text(c);
    }
  }

  private void tagName(char c) {
    if (c == '>') {
      endTag();
    } else if (isSpace(c) || c == '/') {
      state = State.IN_TAG;
    } else {
      tag.append(Character.toLowerCase(c));
    }
  }

  private void inTag(char c) {
    if (c == '>') {
      endTag();
    } else if (!isSpace(c) && c != '/') {
      attribute.setLength(0);
      attribute.append(Character.toLowerCase(c));
      state = State.ATTRIBUTE_NAME;
    }
  }

  private void attributeName(char c) {
    if (c == '=') {
      value.setLength(0);
      slotsInValue = 0;
      state = State.BEFORE_VALUE;
    } else if (c == '>') {
      endTag();
    } else if (c == '/') {
      state = State.IN_TAG;
    } else if (isSpace(c)) {
      state = State.AFTER_NAME;
    } else {
      attribute.append(Character.toLowerCase(c));
    }
  }

  /** A value may still come. */
  private void afterName(char c) {
    if (c == '=') {
      attributeName(c);
    } else if (!isSpace(c)) {
      state = State.IN_TAG;
      inTag(c);
    }
  }

  private void beforeValue(char c) {
    if (c == '"') {
      state = State.QUOTED_VALUE;
    } else if (c == '>') {
      endTag();
    } else if (!isSpace(c)) {
      otherQuote = c == '\'' ? c : ' ';
      state = State.OTHER_VALUE;
      if (otherQuote == ' ') {
        value.append(c);
      }
    }
  }

  private void quotedValue(char c) {
    if (c == '"') {
      endAttribute();
    } else {
      value.append(c);
    }
  }

  private void otherValue(char c) {
    if (otherQuote == ' ' ? isSpace(c) || c == '>' : c == otherQuote) {
      endAttribute();
      if (c == '>') {
        endTag();
      }
    } else {
      value.append(c);
    }
  }

  private void declaration(char c) {
    tag.append(c);
    if (tag.toString().equals("!--")) {
      recent.setLength(0);
      recent.append("--");
      state = State.COMMENT;
    } else if (tag.toString().equals("![CDATA[")) {
      refusal = "a CDATA section is text in SVG and a comment in HTML; write &lt; for <";
    } else if (c == '>') {
      state = State.TEXT;
    }
  }

  /** The dashes that open a comment may be those that close it: {@code <!-->}. */
  private void comment(char c) {
    recent.append(c);
    if (endsWith("-->") || (endsWith("--!>") && recent.length() > "----!".length())) {
      state = State.TEXT;
    }
  }

  private void plainText(char c) {
    if (endsWith("</" + tag) && (isSpace(c) || c == '/' || c == '>')) {
      tag.insert(0, '/');
      state = State.IN_TAG;
      inTag(c);
      return;
    }
    recent.append(Character.toLowerCase(c));
    if (tag.toString().equals("script") && endsWith("<!--")) {
      refusal = "<!-- in a script may keep </script> from ending it; leave it out";
    }
  }

  private boolean endsWith(String suffix) {
    int start = recent.length() - suffix.length();
    return start >= 0 && recent.substring(start).equals(suffix);
  }

  private void endAttribute() {
    if (slotsInValue == 0) {
      inputs.literalAttribute(attribute.toString(), value.toString());
    } else if (slotsInValue == 1 && value.isEmpty()) {
      inputs.slotAttribute(attribute.toString(), valueSlot);
    }
    state = State.IN_TAG;
  }

  private void endTag() {
    String element = tag.toString();
    inputs.endTag(element);
    recent.setLength(0);
    boolean plain = TEXT_ELEMENTS.contains(element) || RAW_ELEMENTS.contains(element);
    state = plain ? State.PLAIN_TEXT : State.TEXT;
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
