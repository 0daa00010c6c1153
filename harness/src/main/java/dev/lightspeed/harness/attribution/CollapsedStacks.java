package dev.lightspeed.harness.attribution;

import dev.lightspeed.harness.attribution.PathTable.Side;
import java.util.ArrayList;
import java.util.List;

/**
 * Collapsed stacks, the lines that flame graph tools read: {@code workload;event;method;method
 * units}, a line for each call path that has CPU units of its own.
 */
public final class CollapsedStacks {

  private CollapsedStacks() {}

  /** The lines of {@code attribution}, each with its line end. */
  public static String text(Attribution attribution) {
    StringBuilder text = new StringBuilder();
    for (WorkloadAttribution workload : attribution.workloads()) {
      PathTable table = PathTable.of(workload);
      List<String> path = new ArrayList<>();
      for (int node = 0; node < table.size(); node++) {
        while (path.size() > table.depth(node)) {
          path.remove(path.size() - 1);
        }
        path.add(word(MethodName.of(table.frame(node)).full()));
        long units = table.own(node, Measure.CPU_UNITS, Side.NOW);
        if (units > 0) {
          text.append(String.join(";", path)).append(' ').append(units).append('\n');
        }
      }
    }
    return text.toString();
  }

  /** The name without what separates: semicolons, and anything that ends a line. */
  private static String word(String name) {
    StringBuilder word = new StringBuilder();
    name.codePoints()
        .map(c -> c == ';' ? ':' : Character.isISOControl(c) || isLineEnd(c) ? ' ' : c)
        .forEach(word::appendCodePoint);
    return word.isEmpty() ? "(no name)" : word.toString();
  }

  private static boolean isLineEnd(int c) {
    return Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }
}
