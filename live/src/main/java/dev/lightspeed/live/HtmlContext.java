package dev.lightspeed.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Follows a template's HTML just closely enough to know where a slot stands: escaping makes a value
 * safe in text and in a quoted attribute, and nowhere else.
 */
final class HtmlContext {

  private enum State {
    TEXT,
    TAG_NAME,
    IN_TAG,
    ATTRIBUTE_NAME,
    BEFORE_VALUE,
    QUOTED_VALUE,
    OTHER_VALUE,
    COMMENT,
    RAW_TEXT
  }

  /** Attributes whose values are code, where escaping does not help. */
  private static final List<String> CODE_ATTRIBUTES = List.of("style", "srcdoc");

  /** Elements whose content is not HTML text. */
  private static final List<String> RAW_ELEMENTS = List.of("script", "style");

  private static final int NO_SLOT = Integer.MIN_VALUE;

  private final List<Template.InputBinding> inputs = new ArrayList<>();
  private final StringBuilder tag = new StringBuilder();
  private final StringBuilder attribute = new StringBuilder();
  private final StringBuilder value = new StringBuilder();
  private final StringBuilder recent = new StringBuilder();
  private State state = State.TEXT;
  private char otherQuote;
  private int valueSlot = NO_SLOT;
  private int slotsInValue;
  private String inputName = "";
  private int inputNameSlot = Template.END;
  private int inputValueSlot = NO_SLOT;

  boolean inText() {
    return state == State.TEXT;
  }

  boolean inAttributeValue() {
    return state == State.QUOTED_VALUE;
  }

  List<Template.InputBinding> inputs() {
    return inputs;
  }

  /** Takes a slot; returns why it must not stand here, or nothing. */
  String slot(int number) {
    return switch (state) {
      case TEXT -> "";
      case QUOTED_VALUE -> slotInAttribute(number);
      case OTHER_VALUE, BEFORE_VALUE -> "in an attribute value without double quotes";
      case TAG_NAME, IN_TAG, ATTRIBUTE_NAME -> "inside a tag, outside an attribute's value";
      case COMMENT -> "in a comment";
      case RAW_TEXT -> "in a script or style, where escaping does not make it safe";
    };
  }

  private String slotInAttribute(int number) {
    String name = attribute.toString().toLowerCase(Locale.ROOT);
    if (name.startsWith("on") || CODE_ATTRIBUTES.contains(name)) {
      return "in the attribute " + name + ", whose value is code";
    }
    valueSlot = number;
    slotsInValue++;
    return "";
  }

  void literal(char c) {
    switch (state) {
      case TEXT -> text(c);
      case TAG_NAME -> tagName(c);
      case IN_TAG -> inTag(c);
      case ATTRIBUTE_NAME -> attributeName(c);
      case BEFORE_VALUE -> beforeValue(c);
      case QUOTED_VALUE -> quotedValue(c);
      case OTHER_VALUE -> otherValue(c);
      case COMMENT -> comment(c);
      case RAW_TEXT -> rawText(c);
    }
  }

  private void text(char c) {
    if (c == '<') {
      tag.setLength(0);
      inputName = "";
      inputNameSlot = Template.END;
      inputValueSlot = NO_SLOT;
      state = State.TAG_NAME;
    }
  }

  private void tagName(char c) {
    if (c == '>') {
      endTag();
    } else if (isSpace(c)) {
      state = State.IN_TAG;
    } else {
      tag.append(c);
      if (tag.toString().equals("!--")) {
        recent.setLength(0);
        state = State.COMMENT;
      }
    }
  }

  private void inTag(char c) {
    if (c == '>') {
      endTag();
    } else if (!isSpace(c) && c != '/') {
      attribute.setLength(0);
      attribute.append(c);
      state = State.ATTRIBUTE_NAME;
    }
  }

  private void attributeName(char c) {
    if (c == '=') {
      value.setLength(0);
      valueSlot = NO_SLOT;
      slotsInValue = 0;
      state = State.BEFORE_VALUE;
    } else if (c == '>') {
      endTag();
    } else if (isSpace(c)) {
      state = State.IN_TAG;
    } else {
      attribute.append(c);
    }
  }

  private void beforeValue(char c) {
    if (c == '"') {
      state = State.QUOTED_VALUE;
    } else if (!isSpace(c)) {
      otherQuote = c == '\'' ? c : ' ';
      state = State.OTHER_VALUE;
    }
  }

  private void quotedValue(char c) {
    if (c == '"') {
      endAttribute();
      state = State.IN_TAG;
    } else {
      value.append(c);
    }
  }

  private void otherValue(char c) {
    if (otherQuote == ' ' && c == '>') {
      endTag();
    } else if (otherQuote == ' ' ? isSpace(c) : c == otherQuote) {
      state = State.IN_TAG;
    }
  }

  private void comment(char c) {
    recent.append(c);
    if (endsWith("-->")) {
      state = State.TEXT;
    }
  }

  private void rawText(char c) {
    recent.append(Character.toLowerCase(c));
    if (endsWith("</" + tag + ">")) {
      state = State.TEXT;
    }
  }

  private boolean endsWith(String suffix) {
    int start = recent.length() - suffix.length();
    return start >= 0 && recent.substring(start).equals(suffix);
  }

  private void endAttribute() {
    String name = attribute.toString();
    boolean slotAlone = slotsInValue == 1 && value.isEmpty();
    if (name.equals("name")) {
      inputName = slotsInValue == 0 ? value.toString() : "";
      inputNameSlot = slotAlone ? valueSlot : Template.END;
    } else if (name.equals("value") && slotAlone) {
      inputValueSlot = valueSlot;
    }
  }

  private void endTag() {
    String name = tag.toString().toLowerCase(Locale.ROOT);
    boolean named = !inputName.isEmpty() || inputNameSlot != Template.END;
    if (name.equals("input") && named && inputValueSlot >= 0) {
      inputs.add(new Template.InputBinding(inputValueSlot, inputName, inputNameSlot));
    }
    if (RAW_ELEMENTS.contains(name)) {
      tag.setLength(0);
      tag.append(name);
      recent.setLength(0);
      state = State.RAW_TEXT;
    } else {
      state = State.TEXT;
    }
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
  }
}
