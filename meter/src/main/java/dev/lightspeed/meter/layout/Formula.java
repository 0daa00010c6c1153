package dev.lightspeed.meter.layout;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a JDK type is sized: by its content, read through its public methods, never by its fields,
 * which differ between releases.
 *
 * @param types full names of the classes that it holds for
 * @param text the size in words, with n for the number of elements
 * @param bytes the size, its content not included
 * @param walk hands out the content, null for a type without
 */
record Formula(List<String> types, String text, Bytes bytes, @Nullable Walk walk) {

  /** Copies the list. */
  Formula {
    types = List.copyOf(types);
  }

  /** The size of an object. */
  @FunctionalInterface
  interface Bytes {
    /** The size of {@code object} without its content, in bytes. */
    long of(Object object);
  }

  /** The content of an object. */
  @FunctionalInterface
  interface Walk {
    /** Hands what {@code object} holds to {@code out}. */
    void of(Object object, Sink out);
  }

  /** Types that are all of one size and hold nothing. */
  static Formula fixed(int bytes, String... types) {
    return value(Integer.toString(bytes), o -> bytes, types);
  }

  /** Types that hold nothing. */
  static Formula value(String text, Bytes bytes, String... types) {
    return new Formula(List.of(types), text, bytes, null);
  }

  /** Types that hold what {@code walk} hands out. */
  static Formula holder(String text, Bytes bytes, Walk walk, String... types) {
    return new Formula(List.of(types), text, bytes, walk);
  }

  /** Collections that hold their elements. */
  static Formula elements(String text, Bytes bytes, String... types) {
    return holder(text, bytes, (o, out) -> ((Collection<?>) o).forEach(out), types);
  }

  /** Maps that hold their keys and values. */
  static Formula entries(String text, Bytes bytes, String... types) {
    return holder(text, bytes, (o, out) -> ((Map<?, ?>) o).forEach(out), types);
  }
}
