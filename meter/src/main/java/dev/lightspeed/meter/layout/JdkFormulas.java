package dev.lightspeed.meter.layout;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sizes of JDK types in the pinned layout: the whole table. */
final class JdkFormulas {

  private static final List<Formula> ALL = all();
  private static final Map<String, Formula> BY_NAME = byName();

  private JdkFormulas() {}

  /** The formula of the JDK class {@code name}, null if it has none. */
  static @Nullable Formula find(String name) {
    return BY_NAME.get(name);
  }

  /** The table, in the order in which it is published. */
  static List<Formula> table() {
    return ALL;
  }

  private static List<Formula> all() {
    return Stream.of(
            ValueFormulas.values(),
            ValueFormulas.times(),
            ValueFormulas.holders(),
            CollectionFormulas.lists(),
            CollectionFormulas.mapsAndSets(),
            CollectionFormulas.immutables(),
            CollectionFormulas.views())
        .flatMap(List::stream)
        .toList();
  }

  private static Map<String, Formula> byName() {
    Map<String, Formula> map = new LinkedHashMap<>();
    for (Formula formula : ALL) {
      for (String type : formula.types()) {
        map.put(type, formula);
      }
    }
    return map;
  }
}
