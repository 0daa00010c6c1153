package dev.lightspeed.meter.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Collection;
import java.util.List;
import java.util.Spliterator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What JDK 17 to 25 keep in fields and do not tell. Defined under a name in {@code java.lang}, like
 * {@link Counting}, and so part of the module that the fields are in.
 */
final class JdkFields {

  private static final VarHandle MATCH_START = field(Matcher.class, "first", int.class);

  private static final Class<?> PIPELINE = type("java.util.stream.AbstractPipeline");
  private static final VarHandle HEAD = field(PIPELINE, "sourceStage", PIPELINE);
  private static final VarHandle PREVIOUS = field(PIPELINE, "previousStage", PIPELINE);
  private static final VarHandle SOURCE = field(PIPELINE, "sourceSpliterator", Spliterator.class);

  private static final Class<?> ITERATING = type("java.util.Spliterators$IteratorSpliterator");
  private static final VarHandle COLLECTION = field(ITERATING, "collection", Collection.class);

  private static final Class<?> INDEXING = type("java.util.AbstractList$RandomAccessSpliterator");
  private static final VarHandle LIST = field(INDEXING, "list", List.class);

  private static final Class<?> CONCATENATING = type("java.util.stream.Streams$ConcatSpliterator");
  private static final VarHandle FIRST = field(CONCATENATING, "aSpliterator", Spliterator.class);
  private static final VarHandle SECOND = field(CONCATENATING, "bSpliterator", Spliterator.class);

  private JdkFields() {}

  /** {@code Matcher.hasMatch}, which JDK 17 does not have. Asking by an exception is slow. */
  static boolean hasMatch(Matcher matcher) {
    return (int) MATCH_START.get(matcher) >= 0;
  }

  /**
   * The first stage of the pipeline that {@code stage} is in; null for a stream of another kind.
   */
  static @Nullable Object head(@Nullable Object stage) {
    return PIPELINE.isInstance(stage) ? HEAD.get(stage) : null;
  }

  /** The stage before {@code stage}, which is not the first. */
  static Object previous(Object stage) {
    return PREVIOUS.get(stage);
  }

  /** Where a pipeline's elements come from, unless that was told later or is used up. */
  static @Nullable Spliterator<?> source(Object head) {
    return (Spliterator<?>) SOURCE.get(head);
  }

  /** The collection that a spliterator goes through; null if it is of another kind. */
  static @Nullable Object collection(Spliterator<?> source) {
    if (ITERATING.isInstance(source)) {
      return COLLECTION.get(source);
    }
    return INDEXING.isInstance(source) ? LIST.get(source) : null;
  }

  /** Whether it goes through what {@link #first} does and then what {@link #second} does. */
  static boolean isConcatenation(Spliterator<?> source) {
    return CONCATENATING.isInstance(source);
  }

  static Spliterator<?> first(Spliterator<?> concatenation) {
    return (Spliterator<?>) FIRST.get(concatenation);
  }

  static Spliterator<?> second(Spliterator<?> concatenation) {
    return (Spliterator<?>) SECOND.get(concatenation);
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this JDK has no " + name, e);
    }
  }

  private static VarHandle field(Class<?> owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK's " + owner + " has no field " + name, e);
    }
  }
}
