package dev.lightspeed.meter;

import dev.lightspeed.meter.layout.ObjectGraph;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Retained memory in the pinned layout: bytes that depend on the objects alone, never on the JVM,
 * its release or its flags. The rules are in docs/COUNTERS.md. An instance is used by one thread,
 * again and again: it keeps its tables.
 */
public final class RetainedSize {

  private final ObjectGraph graph = new ObjectGraph(UnsizedObjectException::new);

  /** An instance with tables of its own. */
  public RetainedSize() {}

  /**
   * Bytes of everything that {@code root} reaches, at least 0.
   *
   * @throws UnsizedObjectException if that includes something without a size
   */
  public long of(Object root) {
    try {
      return graph.addAndSize(root);
    } finally {
      graph.clear();
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
      graph.add(twin);
      return graph.addAndSize(root);
    } finally {
      graph.clear();
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
      graph.add(twin);
      int first = graph.size();
      graph.add(root);
      Map<String, long[]> sums = new TreeMap<>();
      for (int i = first; i < graph.size(); i++) {
        Object object = graph.get(i);
        long bytes = graph.bytes(object);
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
      graph.clear();
    }
  }
}
