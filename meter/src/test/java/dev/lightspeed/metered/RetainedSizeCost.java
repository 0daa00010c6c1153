package dev.lightspeed.metered;

import dev.lightspeed.meter.RetainedSize;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What sizing a session costs in time: prints nanoseconds per call, both graphs walked. */
public final class RetainedSizeCost {

  private enum Role {
    ADMIN,
    EDITOR
  }

  private record Row(int id, String name, String email, Role role, boolean active) {}

  private record Table(Object rows, List<Row> shown, String notice) {}

  private record Counter(int count, int step, String rendered) {}

  private RetainedSizeCost() {}

  /** Prints the best of some rounds for each graph. */
  public static void main(String[] args) {
    measure("counter, 2 objects", new Counter(1, 2, text("a", 1)), new Counter(1, 2, text("b", 1)));
    measure("table, 100 rows, 304 objects", table(100), table(100));
    measure("table, 250 rows, 754 objects", table(250), table(250));
  }

  private static Table table(int size) {
    List<Row> shown = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      shown.add(
          new Row(
              i, text("Name ", i), text("name.surname@example.com", i), Role.EDITOR, i % 3 == 0));
    }
    return new Table(shown.toArray(), shown, text("Updated row ", size));
  }

  private static String text(String start, int i) {
    return start + i;
  }

  private static void measure(String name, Object root, Object twin) {
    RetainedSize size = new RetainedSize();
    long best = Long.MAX_VALUE;
    long bytes = 0;
    int calls = 2_000;
    for (int round = 0; round < 60; round++) {
      long start = System.nanoTime();
      for (int call = 0; call < calls; call++) {
        bytes = size.of(root, twin);
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "%-30s %8d ns  (%d B)%n", name, best / calls, bytes);
  }
}
