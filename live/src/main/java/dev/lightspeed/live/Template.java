package dev.lightspeed.live;

import java.util.List;
import java.util.function.IntFunction;

/**
 * HTML with slots, parsed once into its static parts and a fingerprint.
 *
 * <p>A slot is written {@code {name}}, in text or inside a double-quoted attribute value (of an
 * address such as {@code href}, behind its beginning: {@code "/users/{id}"}, not {@code "{url}"},
 * which could be {@code javascript:}; an address that is checked elsewhere comes as {@link
 * TrustedHtml} with its whole element). Slots are numbered by first appearance, and a name that is
 * used again is the same slot, so that its value is sent once. {@code {key}} is the key of the list
 * item that the template shows. A brace is written twice. Line breaks and the indentation in front
 * of lines are for the reader only and are not part of the HTML.
 *
 * <p>A template is a constant of a view and shared by all its sessions.
 */
public final class Template {

  /** What {@link #slotAfter} says where the item's key goes. */
  static final int KEY = -1;

  /** What {@link #slotAfter} says after the last literal. */
  static final int END = -2;

  private final String source;
  private final long fingerprint;
  private final String[] literals;
  private final int[] slots;
  private final int slotCount;
  private final boolean[] textOnly;
  private final InputBinding[] inputs;

  Template(
      String source,
      String[] literals,
      int[] slots,
      boolean[] textOnly,
      List<InputBinding> inputs) {
    this.source = source;
    this.fingerprint = fnv1a64(source);
    this.literals = literals;
    this.slots = slots;
    this.slotCount = textOnly.length;
    this.textOnly = textOnly;
    this.inputs = inputs.toArray(InputBinding[]::new);
  }

  /**
   * An input whose {@code value} is a slot: what the user types changes that slot in the browser.
   *
   * @param slot the slot of the value
   * @param name the input's name, if it is written in the template, else empty
   * @param nameSlot the slot of its name, {@link #KEY} for the item's key, {@link #END} if it is
   *     written in the template
   */
  record InputBinding(int slot, String name, int nameSlot) {

    /** The input's name in the item {@code key}, in a template whose slots hold {@code texts}. */
    String name(String key, IntFunction<String> texts) {
      return switch (nameSlot) {
        case END -> name;
        case KEY -> key;
        default -> texts.apply(nameSlot);
      };
    }
  }

  /**
   * Parses a template.
   *
   * @throws TemplateException if a brace is not closed, a slot stands where escaping would not make
   *     it safe, or browsers could disagree on where it stands; the message names line and column
   */
  public static Template parse(String source) {
    return new TemplateParser(source).parse();
  }

  /**
   * This template with a value for each slot, by number.
   *
   * @throws IllegalArgumentException if there are more or fewer values than slots, or a slot in an
   *     attribute, a title or a textarea is given anything but text
   */
  public Rendered render(Dynamic... values) {
    if (values.length != slotCount) {
      throw new IllegalArgumentException(
          "template: " + values.length + " values for " + slotCount + " slots of " + source);
    }
    for (int slot = 0; slot < slotCount; slot++) {
      if (textOnly[slot] && !(values[slot] instanceof Text)) {
        throw new IllegalArgumentException(
            "template: slot "
                + slot
                + " stands in an attribute, a title or a textarea and takes text only, in "
                + source);
      }
    }
    return new Rendered(this, values);
  }

  /** The number of slots, those named {@code key} left out. */
  public int slotCount() {
    return slotCount;
  }

  /** A hash of all that is static, the same for the same template everywhere (FNV-1a, 64 bits). */
  public long fingerprint() {
    return fingerprint;
  }

  /** The template as one line, its slots named by their numbers: parsing it gives it again. */
  public String source() {
    return source;
  }

  /** Whether the other one has the same static parts, be it this object or parsed once more. */
  boolean isSame(Template other) {
    return this == other || fingerprint == other.fingerprint;
  }

  int partCount() {
    return literals.length;
  }

  String literal(int part) {
    return literals[part];
  }

  /** The slot behind literal {@code part}, or {@link #KEY}, or {@link #END}. */
  int slotAfter(int part) {
    return part < slots.length ? slots[part] : END;
  }

  boolean takesTextOnly(int slot) {
    return textOnly[slot];
  }

  boolean hasInputs() {
    return inputs.length > 0;
  }

  InputBinding[] inputs() {
    return inputs;
  }

  private static long fnv1a64(String text) {
    long hash = 0xCBF29CE484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ (text.charAt(i) & 0xFF)) * 0x100000001B3L;
      hash = (hash ^ (text.charAt(i) >>> 8)) * 0x100000001B3L;
    }
    return hash;
  }

  @Override
  public String toString() {
    return source;
  }
}
