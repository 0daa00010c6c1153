package dev.lightspeed.live;

/** The characters that frames are made of, and what is escaped where. */
final class FrameSyntax {

  static final char DEFINE = '#';
  static final char REPLACE = '!';
  static final char APPEND = '+';
  static final char PREPEND = '^';
  static final char REMOVE = '-';
  static final char REPLACE_SEGMENTS = '@';
  static final char UPDATE_SEGMENTS = '~';
  static final char UPSERT_KEYED = '*';
  static final char REMOVE_KEYED = 'x';
  static final char PARK_KEYED = 'p';
  static final char REORDER_KEYED = 'o';

  static final char END_OF_LINE = '\n';
  static final char FIELD = '|';
  static final char ENTRY = ';';
  static final char KEY = ',';
  static final char BELOW = '.';
  static final char ITEM = ':';
  static final char EQUALS = '=';
  static final char HTML = '<';
  static final char OPEN_NODE = '{';
  static final char CLOSE_NODE = '}';
  static final char OPEN_ITEMS = '[';
  static final char CLOSE_ITEMS = ']';
  static final char ESCAPE = '\\';
  static final char ESCAPED_NEW_LINE = 'n';

  static final Escapes IN_DEFINITION = new Escapes("");
  static final Escapes IN_HTML = new Escapes("|;{}[]");
  static final Escapes IN_TEXT = new Escapes("|;{}[]<");
  static final Escapes IN_KEY = new Escapes("|;{}[]<,.:=");

  private FrameSyntax() {}

  /**
   * The ASCII characters that are escaped in one place; the escape and the line's end always are.
   */
  static final class Escapes {

    private final long low;
    private final long high;

    Escapes(String characters) {
      long lowBits = 1L << END_OF_LINE;
      long highBits = 1L << (ESCAPE - 64);
      for (int i = 0; i < characters.length(); i++) {
        char c = characters.charAt(i);
        if (c < 64) {
          lowBits |= 1L << c;
        } else {
          highBits |= 1L << (c - 64);
        }
      }
      this.low = lowBits;
      this.high = highBits;
    }

    /** Whether the ASCII character {@code c} is escaped. */
    boolean has(char c) {
      return (((c < 64 ? low : high) >>> c) & 1) != 0;
    }
  }
}
