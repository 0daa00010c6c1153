package dev.lightspeed.meter.layout;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds how one object reaches another. Only when something is wrong: it is not made for speed. */
final class PathFinder {

  private final IdentitySet found = new IdentitySet();

  /** By number of the object in {@link #found}: the number of the one that referred to it first. */
  private final List<Integer> parents = new ArrayList<>();

  /** By number of the object: which of its parent's references it was. */
  private final List<Integer> positions = new ArrayList<>();

  private PathFinder() {}

  /** The shortest path, {@code Session.worker -> Worker.thread}; empty if both are one. */
  static String find(Object root, Object target) {
    PathFinder finder = new PathFinder();
    finder.add(root, -1, -1);
    for (int next = 0; next < finder.found.size(); next++) {
      if (finder.found.get(next) == target) {
        return finder.pathTo(next);
      }
      finder.walk(next);
    }
    throw new IllegalStateException("the object is gone: retained() changes while it is walked");
  }

  private void walk(int parent) {
    Object object = found.get(parent);
    Layout layout = Layouts.INSTANCE.get(object.getClass());
    if (layout.leaf || layout instanceof RefusedLayout) {
      return;
    }
    layout.walk(
        object,
        new ReferenceSink() {
          private int position;

          @Override
          public void accept(@Nullable Object child) {
            if (child != null) {
              add(child, parent, position);
            }
            position++;
          }
        });
  }

  private void add(Object object, int parent, int position) {
    if (found.add(object)) {
      parents.add(parent);
      positions.add(position);
    }
  }

  private String pathTo(int target) {
    List<String> edges = new ArrayList<>();
    for (int at = target; parents.get(at) >= 0; at = parents.get(at)) {
      Object parent = found.get(parents.get(at));
      edges.add(Layouts.INSTANCE.get(parent.getClass()).edge(parent, positions.get(at)));
    }
    Collections.reverse(edges);
    return String.join(" -> ", edges);
  }
}
