package dev.lightspeed.harness.workload.standard;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the form accepts. Lengths are in characters, which are code points. */
final class Validation {

  /** The countries that the form knows, in the order in which they are drawn. */
  static final List<String> COUNTRIES =
      List.of(
          "Aland", "Brant", "Corvo", "Delos", "Elba", "Faro", "Gozo", "Hven", "Iona", "Jura",
          "Korcula", "Lundy");

  /** The themes that the form knows, in the order in which they are drawn. */
  static final List<String> THEMES = List.of("light", "dark", "system");

  private static final String REQUIRED = "is required";
  private static final String INVALID = "is invalid";
  private static final String TOO_SHORT = "is too short";

  private static final int MIN_NAME = 2;
  private static final int MIN_PASSWORD = 8;
  private static final int MAX_BIO = 200;
  private static final int POSTCODE_DIGITS = 5;

  private Validation() {}

  /** The first error of a field with this value; null if it has none. */
  static @Nullable String error(Field field, String value) {
    return switch (field) {
      case NAME -> atLeast(MIN_NAME, value);
      case EMAIL -> required(value, isEmail(value), INVALID);
      case PASSWORD -> atLeast(MIN_PASSWORD, value);
      case STREET, CITY -> required(value, true, INVALID);
      case POSTCODE -> required(value, isPostcode(value), "must be five digits");
      case COUNTRY -> required(value, COUNTRIES.contains(value), INVALID);
      case THEME -> required(value, THEMES.contains(value), INVALID);
      case NEWSLETTER ->
          value.isEmpty() || value.equals("true") || value.equals("false") ? null : INVALID;
      case BIO -> CodePoints.count(value) > MAX_BIO ? "is too long" : null;
    };
  }

  private static @Nullable String atLeast(int characters, String value) {
    return required(value, CodePoints.count(value) >= characters, TOO_SHORT);
  }

  private static @Nullable String required(String value, boolean valid, String error) {
    if (value.isEmpty()) {
      return REQUIRED;
    }
    return valid ? null : error;
  }

  private static boolean isPostcode(String value) {
    if (value.length() != POSTCODE_DIGITS) {
      return false;
    }
    for (int i = 0; i < POSTCODE_DIGITS; i++) {
      char c = value.charAt(i);
      if (c < '0' || c > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether the value is one or more characters, "@", one or more characters, ".", one or more
   * characters, none of them "@" or white space. They may be dots themselves: any dot that has a
   * character between it and the "@", and one behind it, will do, and if any will, the last that
   * has one behind it does.
   */
  private static boolean isEmail(String value) {
    int at = -1;
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '@') {
        if (at >= 0) {
          return false;
        }
        at = i;
      } else if (isWhiteSpace(c)) {
        return false;
      }
    }
    return at > 0 && value.lastIndexOf('.', value.length() - 2) >= at + 2;
  }

  /** Unicode's property White_Space: 25 characters, all of a single UTF-16 unit. */
  private static boolean isWhiteSpace(char c) {
    return c == ' '
        || (c >= '\t' && c <= '\r')
        || (c >= '\u0085' && (c == '\u0085' || Character.isSpaceChar(c)));
  }
}
