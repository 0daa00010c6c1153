package dev.lightspeed.live;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Where in a start tag a slot may stand: in the value of an attribute in which an escaped text is
 * no more than a text. It never is where the browser runs, loads or animates what the value says,
 * and in an address only behind the part that decides how the address is opened, because {@code
 * javascript:} needs no character that escaping would touch.
 */
final class SlotPolicy {

  /** Attributes whose values are code. */
  private static final List<String> CODE_ATTRIBUTES = List.of("style", "srcdoc");

  /** Elements that run what an attribute names, or change how others are read. */
  private static final List<String> ACTIVE_ELEMENTS =
      List.of("animate", "base", "embed", "link", "object", "script", "set");

  /** Attributes whose values are addresses. */
  private static final List<String> ADDRESS_ATTRIBUTES =
      List.of(
          "action",
          "background",
          "cite",
          "data",
          "formaction",
          "href",
          "ping",
          "poster",
          "src",
          "srcset",
          "xlink:href");

  /** An address that nothing appended can turn into one of another scheme. */
  private static final Pattern SAFE_BEGINNING =
      Pattern.compile("(https?://|mailto:|tel:|[^:/?#]*[/?#]).*", Pattern.CASE_INSENSITIVE);

  private SlotPolicy() {}

  /**
   * Why a slot must not stand in an attribute's value, or nothing.
   *
   * @param element the name of the tag, in lower case
   * @param attribute the name of the attribute, in lower case
   * @param before the literal text of the value in front of the slot
   */
  static String refusal(String element, String attribute, String before) {
    if (attribute.startsWith("on") || CODE_ATTRIBUTES.contains(attribute)) {
      return "in the attribute " + attribute + ", whose value is code";
    }
    if (ACTIVE_ELEMENTS.contains(element)) {
      return "in the element " + element + ", where a value may become code";
    }
    if (ADDRESS_ATTRIBUTES.contains(attribute) && !SAFE_BEGINNING.matcher(before).matches()) {
      return "at the start of the address in "
          + attribute
          + ", where javascript: would be code; write its beginning, such as / or https://, in"
          + " front of it";
    }
    return "";
  }
}
