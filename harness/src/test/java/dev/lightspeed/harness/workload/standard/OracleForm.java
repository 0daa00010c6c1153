package dev.lightspeed.harness.workload.standard;

import java.util.Set;

/** The form's rules by regular expression, as their definition puts them. */
final class OracleForm {

  private static final Set<String> COUNTRIES =
      Set.of(
          "Aland", "Brant", "Corvo", "Delos", "Elba", "Faro", "Gozo", "Hven", "Iona", "Jura",
          "Korcula", "Lundy");

  private OracleForm() {}

  /** The field's error, empty for none. */
  static String error(String field, String value) {
    return switch (field) {
      case "name" -> required(value, matches("(?s).{2,}", value), "is too short");
      case "email" ->
          required(
              value,
              matches(
                  "[^@\\p{IsWhite_Space}]+@[^@\\p{IsWhite_Space}]+\\.[^@\\p{IsWhite_Space}]+",
                  value),
              "is invalid");
      case "password" -> required(value, matches("(?s).{8,}", value), "is too short");
      case "street", "city" -> required(value, true, "");
      case "postcode" -> required(value, matches("[0-9]{5}", value), "must be five digits");
      case "country" -> required(value, COUNTRIES.contains(value), "is invalid");
      case "theme" -> required(value, matches("light|dark|system", value), "is invalid");
      case "newsletter" -> matches("|true|false", value) ? "" : "is invalid";
      case "bio" -> matches("(?s).{0,200}", value) ? "" : "is too long";
      default -> throw new IllegalArgumentException(field);
    };
  }

  private static String required(String value, boolean valid, String error) {
    if (value.isEmpty()) {
      return "is required";
    }
    return valid ? "" : error;
  }

  private static boolean matches(String regex, String value) {
    return value.matches(regex);
  }
}
