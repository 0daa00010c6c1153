package dev.lightspeed.meter.boot;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Spliterator;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * What JDK 17 to 25 keep in fields and do not tell. Defined under a name in {@code java.lang}, like
 * {@link Counting}, and so part of the module that the fields are in.
 */
final class JdkFields {

  private static final VarHandle MATCH_START = field("java.util.regex.Matcher", "first", int.class);

  private static final String PIPELINE = "java.util.stream.AbstractPipeline";
  private static final VarHandle HEAD = field(PIPELINE, "sourceStage", type(PIPELINE));
  private static final VarHandle PREVIOUS = field(PIPELINE, "previousStage", type(PIPELINE));
  private static final VarHandle SOURCE = field(PIPELINE, "sourceSpliterator", Spliterator.class);

  private static final String ITERATING = "java.util.Spliterators$IteratorSpliterator";
  private static final VarHandle COLLECTION =
      field(ITERATING, "collection", java.util.Collection.class);

  private JdkFields() {}

  /** {@code Matcher.hasMatch}, which JDK 17 does not have. Asking by an exception is slow. */
  static boolean hasMatch(Matcher matcher) {
    return (int) MATCH_START.get(matcher) >= 0;
  }

  /**
   * The first stage of the pipeline that {@code stage} is in; null for a stream of another kind.
   */
  static @Nullable Object head(@Nullable Object stage) {
    return type(PIPELINE).isInstance(stage) ? HEAD.get(stage) : null;
  }

  /** The stage before {@code stage}, which is not the first. */
  static Object previous(Object stage) {
    return PREVIOUS.get(stage);
  }

  /** Where a pipeline's elements come from, unless that was told later or is used up. */
  static @Nullable Spliterator<?> source(Object head) {
    return (Spliterator<?>) SOURCE.get(head);
  }

  /** The collection that a spliterator iterates over; null if it is of another kind. */
  static @Nullable Object collection(Spliterator<?> source) {
    return source.getClass().getName().equals(ITERATING) ? COLLECTION.get(source) : null;
  }

  private static Class<?> type(String name) {
    try {
      return Class.forName(name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("this JDK has no " + name, e);
    }
  }

  private static VarHandle field(String owner, String name, Class<?> type) {
    try {
      return MethodHandles.privateLookupIn(type(owner), MethodHandles.lookup())
          .findVarHandle(type(owner), name, type);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this JDK's " + owner + " has no field " + name, e);
    }
  }
}
