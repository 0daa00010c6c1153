package dev.lightspeed.corpus.programs;

import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayList;
import java.util.List;

/** Inputs that look like what programs are given, drawn from seeds: the same in every JVM. */
final class Inputs {

  private static final List<String> SYLLABLES =
      List.of(
          "ka", "lo", "mer", "ti", "son", "ra", "vel", "do", "nis", "pa", "ter", "gu", "el", "bri",
          "mo", "sha", "qui", "fen", "zar", "ol");

  private Inputs() {}

  /** The generator for {@code purpose}; programs do not share numbers. */
  static SplitMix64 random(String purpose) {
    return SplitMix64.forSession("corpus:" + purpose, 0);
  }

  /** A word of one to four syllables. */
  static String word(SplitMix64 random) {
    StringBuilder word = new StringBuilder();
    for (int syllables = 1 + random.below(4); syllables > 0; syllables--) {
      word.append(SYLLABLES.get(random.below(SYLLABLES.size())));
    }
    return word.toString();
  }

  /** Some words, of which a few are frequent and many are rare. */
  static List<String> words(SplitMix64 random, int count) {
    List<String> vocabulary = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      vocabulary.add(word(random));
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(vocabulary.get(random.below(1 + random.below(vocabulary.size()))));
    }
    return words;
  }

  /** A paragraph of {@code sentences} sentences of 4 to 15 words. */
  static String paragraph(SplitMix64 random, int sentences) {
    StringBuilder text = new StringBuilder();
    for (int sentence = 0; sentence < sentences; sentence++) {
      String separator = sentence == 0 ? "" : " ";
      int start = text.length() + separator.length();
      for (int words = 4 + random.below(12); words > 0; words--) {
        text.append(separator).append(word(random));
        separator = random.below(9) == 0 ? ", " : " ";
      }
      text.setCharAt(start, Character.toUpperCase(text.charAt(start)));
      text.append('.');
    }
    return text.toString();
  }

  /** {@code count} people. */
  static List<Person> people(SplitMix64 random, int count) {
    List<Person> people = new ArrayList<>();
    for (int id = 0; id < count; id++) {
      List<String> tags = new ArrayList<>();
      for (int tag = random.below(4); tag > 0; tag--) {
        tags.add(word(random));
      }
      String last = word(random);
      people.add(
          new Person(
              id,
              word(random) + (id % 7 == 0 ? " & <" + last + ">" : " " + last),
              last + id + "@example.com",
              18 + random.below(60),
              random.below(1_000_000) / 100.0,
              random.below(3) > 0,
              tags));
    }
    return people;
  }

  /** {@code count} numbers of all sizes below 2^63. */
  static long[] numbers(SplitMix64 random, int count) {
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.next() >>> (1 + random.below(40));
    }
    return numbers;
  }

  /** {@code count} numbers from -1 (inclusive) to 1, evenly spread. */
  static double[] fractions(SplitMix64 random, int count) {
    double[] fractions = new double[count];
    for (int i = 0; i < count; i++) {
      fractions[i] = (random.next() >> 11) * 0x1p-52;
    }
    return fractions;
  }
}
