package dev.lightspeed.live;

import java.util.List;

/**
 * A template with the values of its slots. Immutable; the statics are the template's and shared, so
 * that a page costs its dynamic values alone. Made by {@link Template#render}.
 */
public final class Rendered implements Dynamic {

  private final Template template;
  private final Dynamic[] values;

  Rendered(Template template, Dynamic[] values) {
    this.template = template;
    this.values = values;
  }

  /** The template. */
  public Template template() {
    return template;
  }

  /** The value of each slot, by number. */
  public List<Dynamic> values() {
    return List.of(values);
  }

  /** The page as a browser would show it when it is loaded afresh. */
  public String html() {
    return HtmlRenderer.html(this);
  }

  Dynamic value(int slot) {
    return values[slot];
  }

  /** The text in a slot, or nothing if it holds anything else. */
  String text(int slot) {
    return values[slot] instanceof Text text ? text.value() : "";
  }

  int size() {
    return values.length;
  }

  /** This with another value in one slot. */
  Rendered with(int slot, Dynamic value) {
    if (values[slot] == value) {
      return this;
    }
    Dynamic[] changed = values.clone();
    changed[slot] = value;
    return new Rendered(template, changed);
  }
}
