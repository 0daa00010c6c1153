package dev.lightspeed.meter.layout;

/** Sizes of character data: by content, a byte per character where all are Latin-1, else two. */
final class Text {

  private static final int LATIN_1 = 0xFF;

  private Text() {}

  /** A {@code String} of its own with the characters of {@code text}. */
  static long string(String text) {
    return 24 + PinnedLayout.array(text.length(), bytesPerChar(text));
  }

  /** 1 or 2. */
  static int bytesPerChar(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > LATIN_1) {
        return 2;
      }
    }
    return 1;
  }

  /** 1 or 2. */
  static int bytesPerChar(String text) {
    int all = 0;
    for (int i = 0, length = text.length(); i < length; i++) {
      all |= text.charAt(i);
    }
    return all > LATIN_1 ? 2 : 1;
  }
}
