package dev.lightspeed.meter.boot;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.Spliterator;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What instrumented code asks for the size of something that it hands to the JDK. Defined under a
 * name in {@code java.lang}, like {@link Counting}.
 *
 * <p>Only objects of the JDK are asked. One of the application counts itself when the JDK calls it,
 * and asking it could do anything. Null has size 0: the call will say what is wrong with it.
 */
public final class Sizes {

  private static final int STEPS_COLLECTING = 12;
  private static final int STEPS_DISTINCT = 20;

  /** For each binary digit of the number of elements. */
  private static final int STEPS_SORTING = 5;

  private Sizes() {}

  /** Characters. */
  public static int length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }

  /** Characters. */
  public static int length(@Nullable StringBuilder text) {
    return text == null ? 0 : text.length();
  }

  /** Characters; 0 if the type is the application's, or no text at all. */
  public static int length(@Nullable Object text) {
    if (text instanceof String string) {
      return string.length();
    }
    if (text instanceof StringBuilder || text instanceof StringBuffer) {
      return ((CharSequence) text).length();
    }
    return text instanceof java.nio.CharBuffer buffer ? buffer.remaining() : 0;
  }

  /** Elements. */
  public static int length(boolean @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(byte @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(short @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(char @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(int @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(long @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(float @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(double @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements. */
  public static int length(@Nullable Object @Nullable [] array) {
    return array == null ? 0 : array.length;
  }

  /** Elements of a collection or entries of a map of the JDK. */
  public static int elements(@Nullable Object container) {
    if (container instanceof Collection<?> collection) {
      return isPlain(container.getClass()) ? collection.size() : 0;
    }
    if (container instanceof Map<?, ?> map) {
      return isPlain(container.getClass()) ? map.size() : 0;
    }
    return 0;
  }

  /** Elements of a collection that is searched one by one. */
  public static int scanned(@Nullable Object container) {
    return container instanceof List
            || container instanceof ArrayDeque
            || container instanceof PriorityQueue
        ? elements(container)
        : 0;
  }

  /** Elements of a list that moves them when one comes or goes. */
  public static int shifted(@Nullable Object container) {
    return container instanceof List && !(container instanceof LinkedList)
        ? elements(container)
        : 0;
  }

  /** Elements of a container that is a tree. */
  public static int tree(@Nullable Object container) {
    return container instanceof SortedMap
            || container instanceof SortedSet
            || container instanceof PriorityQueue
        ? elements(container)
        : 0;
  }

  /** 1 if the container had no such element before: what {@code Map.put} returned. */
  public static int absent(@Nullable Object previous) {
    return previous == null ? 1 : 0;
  }

  /** 1 if true. */
  public static int yes(boolean value) {
    return value ? 1 : 0;
  }

  /** 1 if boxing the value makes an object, in every JVM. */
  public static int uncached(int value) {
    return value >= -128 && value <= 127 ? 0 : 1;
  }

  /** 1 if boxing the value makes an object, in every JVM. */
  public static int uncached(long value) {
    return value >= -128 && value <= 127 ? 0 : 1;
  }

  /** 1 if boxing the value makes an object, in every JVM. */
  public static int uncached(char value) {
    return value <= 127 ? 0 : 1;
  }

  /** Words of 32 bits. */
  public static int words(@Nullable BigInteger number) {
    return number == null ? 0 : (number.bitLength() >> 5) + 1;
  }

  /** Words of 32 bits of the unscaled value. */
  public static int words(@Nullable BigDecimal number) {
    // log2(10) is 3.32
    return number == null ? 0 : number.precision() / 9 + 1;
  }

  /** Bytes of an array in the pinned layout. */
  public static int memory(@Nullable Object array) {
    if (array == null || !array.getClass().isArray()) {
      return 0;
    }
    return (int) Math.min(Integer.MAX_VALUE, Counting.arrayBytes(array));
  }

  /** The value itself, at least 0. */
  public static int value(int value) {
    return Math.max(0, value);
  }

  /** The value itself, from 0 to the largest int. */
  public static int value(long value) {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, value));
  }

  /**
   * Characters or elements that a search for an index has read: all, if it found nothing.
   *
   * @param index what it returned, -1 for nothing
   */
  public static int sought(int index, int from, int length) {
    return Math.max(0, (index < 0 ? length : index) - from);
  }

  /** Characters between the end of the last match, if there was one, and that of the region. */
  public static int unread(@Nullable Matcher matcher) {
    if (matcher == null) {
      return 0;
    }
    int from = JdkFields.hasMatch(matcher) ? matcher.end() : matcher.regionStart();
    return Math.max(0, matcher.regionEnd() - from);
  }

  /**
   * Characters that a search has read, all of them if it found nothing, times those of its pattern.
   *
   * @param unread what was {@link #unread} before it
   */
  public static int consumed(boolean found, @Nullable Matcher matcher, int unread) {
    if (matcher == null) {
      return 0;
    }
    int left = found ? matcher.regionEnd() - matcher.end() : 0;
    return timesPattern(matcher, Math.max(0, unread - left));
  }

  /**
   * Steps that a stream of the JDK is about to make: one for each element of its source in each
   * stage, more where a stage sorts or drops duplicates; 0 if the size of the source is not known.
   * To be asked where a stream ends only: asking binds it to its source.
   */
  public static int streamed(@Nullable Object stream) {
    return steps(stream, 0);
  }

  /** The same, and what a collector does with each element. */
  public static int collected(@Nullable Object stream) {
    return steps(stream, STEPS_COLLECTING);
  }

  private static int steps(@Nullable Object stream, int atTheEnd) {
    if (stream == null) {
      return 0;
    }
    Object head = JdkFields.head(stream);
    long n = head == null ? 0 : elementsOf(JdkFields.source(head));
    long each = 1L + atTheEnd;
    for (Object stage = stream; n > 0 && stage != head; stage = JdkFields.previous(stage)) {
      String kind = stage.getClass().getName();
      if (kind.startsWith("java.util.stream.SortedOps")) {
        each += (long) STEPS_SORTING * (64 - Long.numberOfLeadingZeros(n));
      } else {
        each += kind.startsWith("java.util.stream.DistinctOps") ? STEPS_DISTINCT : 1;
      }
    }
    return (int) Math.min(Integer.MAX_VALUE, n * each);
  }

  /**
   * Only the JDK's own are asked, and not those that would ask a collection or a spliterator of the
   * application.
   */
  private static long elementsOf(@Nullable Spliterator<?> source) {
    if (source == null || !source.getClass().getName().startsWith("java.util.")) {
      return 0;
    }
    if (JdkFields.isConcatenation(source)) {
      return elementsOf(JdkFields.first(source)) + elementsOf(JdkFields.second(source));
    }
    Object collection = JdkFields.collection(source);
    if (collection != null) {
      return elements(collection);
    }
    return source.hasCharacteristics(Spliterator.SIZED) && !passesOn(source)
        ? Math.min(Integer.MAX_VALUE, source.estimateSize())
        : 0;
  }

  private static boolean passesOn(Spliterator<?> source) {
    String name = source.getClass().getName();
    return name.startsWith("java.util.stream.StreamSpliterators$")
        || name.startsWith("java.util.Collections$");
  }

  /** Characters that a match is looked for in, times those of the pattern. */
  public static int region(@Nullable Matcher matcher) {
    return matcher == null ? 0 : timesPattern(matcher, matcher.regionEnd() - matcher.regionStart());
  }

  /** What a pattern tries at a character grows with its length. */
  private static int timesPattern(Matcher matcher, int characters) {
    long steps = (long) characters * matcher.pattern().pattern().length();
    return (int) Math.min(Integer.MAX_VALUE, steps);
  }

  private static boolean isPlain(Class<?> type) {
    if (type == ArrayList.class
        || type == HashMap.class
        || type == LinkedHashMap.class
        || type == HashSet.class
        || type == LinkedHashSet.class
        || type == TreeMap.class
        || type == TreeSet.class
        || type == ArrayDeque.class
        || type == LinkedList.class) {
      return true;
    }
    String name = type.getName();
    if (!name.startsWith("java.util.")) {
      return false;
    }
    // Wrappers and views pass the question on to what may be the application's.
    return !name.startsWith("java.util.Collections$")
        && !name.startsWith("java.util.AbstractMap$")
        && !name.startsWith("java.util.TreeMap$")
        && !name.startsWith("java.util.ReverseOrder");
  }
}
