package dev.lightspeed.meter.layout;

import dev.lightspeed.meter.layout.RefusedLayout.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks object graphs and sizes what it finds, for {@code RetainedSize}: every object once, in the
 * order in which it was found. Made to be filled and emptied again and again by one thread: it
 * keeps its tables.
 */
public final class ObjectGraph {

  private final IdentitySet found = new IdentitySet();
  private final Function<String, RuntimeException> refusals;

  private Class<?> lastType = Object.class;
  private Layout lastLayout = Layouts.INSTANCE.get(lastType);

  private final ReferenceSink sink =
      new ReferenceSink() {
        @Override
        public void accept(@Nullable Object object) {
          if (object != null) {
            found.add(object);
          }
        }
      };

  /**
   * An empty graph.
   *
   * @param refusals makes what is thrown for something without a size; its message has the path
   */
  public ObjectGraph(Function<String, RuntimeException> refusals) {
    this.refusals = refusals;
  }

  /** Number of the objects found so far, at least 0. */
  public int size() {
    return found.size();
  }

  /** The object that was found as number {@code index}, from 0. */
  public Object get(int index) {
    return found.get(index);
  }

  /** Bytes of {@code object} alone, at least 0. */
  public long bytes(Object object) {
    return bytes(layoutOf(object.getClass()), object);
  }

  private static long bytes(Layout layout, Object object) {
    return layout.fixedBytes >= 0 ? layout.fixedBytes : layout.bytes(object);
  }

  /** Adds everything that {@code root} reaches, without sizing it. */
  public void add(Object root) {
    int next = found.size();
    found.add(root);
    try {
      for (; next < found.size(); next++) {
        Object object = found.get(next);
        Layout layout = layoutOf(object.getClass());
        if (!layout.leaf) {
          layout.walk(object, sink);
        }
      }
    } catch (Refusal refusal) {
      throw unsized(root, refusal);
    }
  }

  /**
   * The same; bytes of everything that was not there before, at least 0. A loop of its own: the JIT
   * makes less of one that asks each time.
   */
  public long addAndSize(Object root) {
    int next = found.size();
    found.add(root);
    long bytes = 0;
    try {
      for (; next < found.size(); next++) {
        Object object = found.get(next);
        Layout layout = layoutOf(object.getClass());
        bytes += bytes(layout, object);
        if (!layout.leaf) {
          layout.walk(object, sink);
        }
      }
    } catch (Refusal refusal) {
      throw unsized(root, refusal);
    }
    return bytes;
  }

  /** Forgets all objects, so that nothing is kept alive. */
  public void clear() {
    found.clear();
  }

  /** Neighbours are often of one class: the elements of a list, the names of its rows. */
  private Layout layoutOf(Class<?> type) {
    if (type != lastType) {
      lastLayout = Layouts.INSTANCE.get(type);
      lastType = type;
    }
    return lastLayout;
  }

  private RuntimeException unsized(Object root, Refusal refusal) {
    String path = PathFinder.find(root, refusal.object);
    return refusals.apply(
        "retained() "
            + (path.isEmpty() ? "returns" : "reaches")
            + " a "
            + refusal.object.getClass().getName()
            + (path.isEmpty() ? "" : ": " + path)
            + ". "
            + refusal.reason);
  }
}
