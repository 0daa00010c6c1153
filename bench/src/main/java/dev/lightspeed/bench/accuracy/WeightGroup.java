package dev.lightspeed.bench.accuracy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Kinds of bytecode that are fitted together. There are more kinds than a corpus of this size can
 * tell apart, and some are hardly ever executed.
 */
enum WeightGroup {
  MOVES("constant", "local variable", "operand stack"),
  ARITHMETIC("arithmetic", "conversion", "comparison"),
  CONTROL("branch", "switch", "return", "no operation"),
  FIELDS("field"),
  ARRAYS("array element"),
  TYPE_CHECKS("type check"),
  DIRECT_CALLS("direct call"),
  DISPATCHED_CALLS("virtual call", "interface call"),
  DIVISIONS("division"),
  ALLOCATIONS("allocation", "nested allocation"),
  RARE("monitor", "throw"),
  MEMORY("allocated byte"),
  RECURSION("recursive call"),
  /** The prices of calls into the JDK. */
  PRICES("calls");

  private final List<String> kinds;

  WeightGroup(String... kinds) {
    this.kinds = List.of(kinds);
  }

  /** The kinds of this group, as the agent's option names them. */
  List<String> kinds() {
    return kinds;
  }

  /** The weights of this group out of all of {@code weights}. */
  SortedMap<String, Integer> of(SortedMap<String, Integer> weights) {
    SortedMap<String, Integer> own = new TreeMap<>(weights);
    own.keySet().retainAll(kinds);
    return own;
  }

  /**
   * Makes sure that every kind of the meter's table is in one group.
   *
   * @throws IllegalStateException if the table has changed and the groups have not
   */
  static void requireComplete(Set<String> kinds) {
    List<String> grouped = new ArrayList<>();
    Arrays.stream(values()).forEach(group -> grouped.addAll(group.kinds));
    if (!new TreeSet<>(grouped).equals(new TreeSet<>(kinds))
        || new TreeSet<>(grouped).size() != grouped.size()) {
      throw new IllegalStateException("groups of " + grouped + ", kinds " + kinds);
    }
  }
}
