package dev.lightspeed.harness.workload.standard;

/** Text as the sequence of its Unicode code points, which is what users call characters. */
final class CodePoints {

  private CodePoints() {}

  /** The number of code points. */
  static int count(String text) {
    return text.codePointCount(0, text.length());
  }

  /**
   * Compares by code point. {@link String#compareTo} compares UTF-16 units instead, and so puts
   * U+1F600, whose first unit is D83D, before U+FF21.
   */
  static int compare(String left, String right) {
    int shared = Math.min(left.length(), right.length());
    for (int i = 0; i < shared; i++) {
      char l = left.charAt(i);
      char r = right.charAt(i);
      if (l != r) {
        return Character.isSurrogate(l) || Character.isSurrogate(r)
            ? compareAt(left, right, i)
            : l - r;
      }
    }
    return left.length() - right.length();
  }

  /** Compares the code points that the first differing unit belongs to. */
  private static int compareAt(String left, String right, int unit) {
    boolean secondHalf =
        unit > 0
            && Character.isHighSurrogate(left.charAt(unit - 1))
            && (Character.isLowSurrogate(left.charAt(unit))
                || Character.isLowSurrogate(right.charAt(unit)));
    int start = secondHalf ? unit - 1 : unit;
    return left.codePointAt(start) - right.codePointAt(start);
  }
}
