package dev.lightspeed.meter;

import java.util.List;
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
}
