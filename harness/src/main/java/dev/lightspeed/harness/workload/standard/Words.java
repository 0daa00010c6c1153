package dev.lightspeed.harness.workload.standard;

import dev.lightspeed.harness.workload.SplitMix64;
import java.util.List;

/** The text that sessions are made of, drawn word by word. */
final class Words {

  private static final List<String> WORDS =
      List.of(
          """
          amber anchor aspen atlas basil birch breeze brook canyon cedar cinder clover cobalt coral \
          crane delta ember falcon fern flint forest garnet glacier grove harbor hazel heron indigo \
          iris ivory jade juniper lagoon larch lark linden lotus maple marble meadow mesa mint nova \
          oasis ocean olive onyx opal orchid pearl pebble pine prairie quartz raven reef river robin \
          sage sierra slate spruce tulip willow"""
              .split(" "));

  private Words() {}

  /** One of 64 words in lower case; draws once. */
  static String word(SplitMix64 random) {
    return WORDS.get(random.below(64));
  }

  /** The word with its first letter in upper case. */
  static String title(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  /** Two titled words; draws twice. */
  static String name(SplitMix64 random) {
    String first = title(word(random));
    return first + " " + title(word(random));
  }

  /** 6 to 15 words with a full stop; draws their number, then each. */
  static String sentence(SplitMix64 random) {
    int words = 6 + random.below(10);
    StringBuilder text = new StringBuilder(title(word(random)));
    for (int i = 1; i < words; i++) {
      text.append(' ').append(word(random));
    }
    return text.append('.').toString();
  }
}
