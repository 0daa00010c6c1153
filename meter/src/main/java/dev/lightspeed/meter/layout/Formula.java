package dev.lightspeed.meter.layout;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * How a JDK type is sized: by its content, read through its public methods, never by its fields,
 * which differ between releases.
 *
 * @param types full names of the classes that it holds for
 * @param text the size in words, with n for the number of elements
 * @param fixedBytes the size of every object, or -1 where it depends on the object
 * @param bytes the size of an object, its content not included
 * @param content hands out what an object holds, null for a type that holds nothing
 */
record Formula(
    List<String> types,
    String text,
    long fixedBytes,
    ToLongFunction<Object> bytes,
    @Nullable BiConsumer<Object, ReferenceSink> content) {

  /** Copies the list. */
  Formula {
    types = List.copyOf(types);
  }

  /** Types that are all of one size and hold nothing. */
  static Formula fixed(int bytes, String... types) {
    return new Formula(names(types), Integer.toString(bytes), bytes, o -> bytes, null);
  }

  /** Types that hold nothing. */
  static Formula value(String text, ToLongFunction<Object> bytes, String... types) {
    return holder(text, bytes, null, types);
  }

  /** Types that hold what {@code content} hands out. */
  static Formula holder(
      String text,
      ToLongFunction<Object> bytes,
      @Nullable BiConsumer<Object, ReferenceSink> content,
      String... types) {
    return new Formula(names(types), text, -1, bytes, content);
  }

  /** Full names; or what some have in common, and behind it the rest of each. */
  private static List<String> names(String... types) {
    List<String> names = new ArrayList<>();
    for (String type : types) {
      String[] words = type.split(" ", -1);
      for (int i = 1; i < words.length; i++) {
        names.add(words[0] + words[i]);
      }
      if (words.length == 1) {
        names.add(type);
      }
    }
    return names;
  }

  /** Collections that hold their elements. */
  static Formula elements(String text, ToLongFunction<Object> bytes, String... types) {
    return holder(text, bytes, (o, out) -> ((Collection<?>) o).forEach(out), types);
  }

  /** Maps that hold their keys and values. */
  static Formula entries(String text, ToLongFunction<Object> bytes, String... types) {
    return holder(text, bytes, (o, out) -> ((Map<?, ?>) o).forEach(out), types);
  }
}
