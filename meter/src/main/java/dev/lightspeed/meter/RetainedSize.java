package dev.lightspeed.meter;

import dev.lightspeed.meter.RefusedLayout.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Retained memory in the pinned layout: bytes that depend on the objects alone, never on the JVM,
 * its release or its flags. The rules are in docs/COUNTERS.md. An instance is used by one thread,
 * again and again: it keeps its tables.
 */
public final class RetainedSize {

  private final IdentitySet found = new IdentitySet();

  private Class<?> lastType = Object.class;
  private Layout lastLayout = Layouts.INSTANCE.get(lastType);

  private final Sink sink =
      new Sink() {
        @Override
        public void accept(@Nullable Object object) {
          if (object != null) {
            found.add(object);
          }
        }
      };

  /** An instance with tables of its own. */
  public RetainedSize() {}

  /**
   * Bytes of everything that {@code root} reaches, at least 0.
   *
   * @throws UnsizedObjectException if that includes something without a size
   */
  public long of(Object root) {
    try {
      return bytesFrom(root);
    } finally {
      found.clear();
    }
  }

  /**
   * Bytes of everything that {@code root} reaches and {@code twin} does not, at least 0. The twin
   * is a second session of the same workload that was fed the same events: what two independent
   * sessions have in common (templates, constants, cached strings) belongs to neither.
   *
   * @throws UnsizedObjectException if either reaches something without a size
   */
  public long of(Object root, Object twin) {
    try {
      skipAllFrom(twin);
      return bytesFrom(root);
    } finally {
      found.clear();
    }
  }

  /**
   * The bytes of {@link #of(Object, Object)} by type, in the order of the types' names. What the
   * layout sizes as a part of another object, such as the characters of a string, is in that one;
   * what is free is left out; together they are all.
   *
   * @throws UnsizedObjectException if either reaches something without a size
   */
  public List<RetainedType> byType(Object root, Object twin) {
    try {
      skipAllFrom(twin);
      int first = found.size();
      bytesFrom(root);
      Map<String, long[]> sums = new TreeMap<>();
      for (int i = first; i < found.size(); i++) {
        Object object = found.get(i);
        Layout layout = layoutOf(object.getClass());
        long bytes = layout.fixedBytes >= 0 ? layout.fixedBytes : layout.bytes(object);
        if (bytes > 0) {
          long[] sum =
              sums.computeIfAbsent(RetainedType.name(object.getClass()), type -> new long[2]);
          sum[0]++;
          sum[1] += bytes;
        }
      }
      List<RetainedType> types = new ArrayList<>();
      sums.forEach((type, sum) -> types.add(new RetainedType(type, sum[0], sum[1])));
      return types;
    } finally {
      found.clear();
    }
  }

  /** Whatever is found here is not found again, so it is not charged. */
  private void skipAllFrom(Object twin) {
    found.add(twin);
    try {
      for (int next = 0; next < found.size(); next++) {
        Object object = found.get(next);
        Layout layout = layoutOf(object.getClass());
        if (!layout.leaf) {
          layout.walk(object, sink);
        }
      }
    } catch (Refusal refusal) {
      throw unsized(twin, refusal);
    }
  }

  private long bytesFrom(Object root) {
    int next = found.size();
    found.add(root);
    long bytes = 0;
    try {
      for (; next < found.size(); next++) {
        Object object = found.get(next);
        Layout layout = layoutOf(object.getClass());
        bytes += layout.fixedBytes >= 0 ? layout.fixedBytes : layout.bytes(object);
        if (!layout.leaf) {
          layout.walk(object, sink);
        }
      }
    } catch (Refusal refusal) {
      throw unsized(root, refusal);
    }
    return bytes;
  }

  /** Neighbours are often of one class: the elements of a list, the names of its rows. */
  private Layout layoutOf(Class<?> type) {
    if (type != lastType) {
      lastLayout = Layouts.INSTANCE.get(type);
      lastType = type;
    }
    return lastLayout;
  }

  private static UnsizedObjectException unsized(Object root, Refusal refusal) {
    String path = PathFinder.find(root, refusal.object);
    return new UnsizedObjectException(
        "retained() "
            + (path.isEmpty() ? "returns" : "reaches")
            + " a "
            + refusal.object.getClass().getName()
            + (path.isEmpty() ? "" : ": " + path)
            + ". "
            + refusal.reason);
  }
}
