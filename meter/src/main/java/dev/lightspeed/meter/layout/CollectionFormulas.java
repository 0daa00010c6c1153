package dev.lightspeed.meter.layout;

import static dev.lightspeed.meter.layout.Formula.elements;
import static dev.lightspeed.meter.layout.Formula.entries;
import static dev.lightspeed.meter.layout.Formula.fixed;
import static dev.lightspeed.meter.layout.Formula.holder;
import static dev.lightspeed.meter.layout.Formula.value;
import static dev.lightspeed.meter.layout.PinnedLayout.array;

import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;

/** The sizes of the collections and maps of the JDK, in the order in which they are published. */
final class CollectionFormulas {

  private CollectionFormulas() {}

  static List<Formula> lists() {
    return List.of(
        elements(
            "24 + Object[10, 15, 22, 33, 49, … ≥ n; 0 if empty]",
            o -> 24 + references(Growth.ofArrayList(size(o))),
            "java.util.ArrayList"),
        elements("32 + 24 n", o -> 32 + 24L * size(o), "java.util.LinkedList"),
        elements(
            "24 + Object[17, 36, 74, 111, … > n]",
            o -> 24 + references(Growth.ofArrayDeque(size(o))),
            "java.util.ArrayDeque"),
        holder(
            "32 + Object[11, 24, 50, 102, … ≥ n], and its comparator",
            o -> 32 + references(Growth.ofPriorityQueue(size(o))),
            (o, out) -> {
              ((Collection<?>) o).forEach(out);
              out.accept(((PriorityQueue<?>) o).comparator());
            },
            "java.util.PriorityQueue"),
        elements(
            "40 + Object[n]", o -> 40 + exactly(o), "java.util.concurrent.CopyOnWriteArrayList"),
        elements(
            "56 + Object[n]", o -> 56 + exactly(o), "java.util.concurrent.CopyOnWriteArraySet"),
        elements(
            "48 + 24 n", o -> 48 + 24L * size(o), "java.util.concurrent.ConcurrentLinkedQueue"));
  }

  static List<Formula> mapsAndSets() {
    return List.of(
        entries(
            "48 + Object[16, 32, 64, … ≥ 4/3 n; none if empty] + 32 n",
            o -> hashMap(entryCount(o)),
            "java.util.HashMap"),
        entries(
            "as HashMap, + 8 + 8 n", o -> linkedHashMap(entryCount(o)), "java.util.LinkedHashMap"),
        holder(
            "48 + 40 n, and its comparator",
            o -> treeMap(entryCount(o)),
            (o, out) -> {
              ((Map<?, ?>) o).forEach(out);
              out.accept(((SortedMap<?, ?>) o).comparator());
            },
            "java.util.TreeMap"),
        entries(
            "64 + Object[as HashMap] + 32 n",
            o -> 16 + hashMap(entryCount(o)),
            "java.util.concurrent.ConcurrentHashMap"),
        entries(
            "40 + Object[64, 128, … ≥ 3 n]",
            o -> 40 + references(Growth.ofIdentityHashMap(entryCount(o))),
            "java.util.IdentityHashMap"),
        entries(
            "40 + Object[constants of the enum; 0 if empty]",
            o -> 40 + references(constants((EnumMap<?, ?>) o)),
            "java.util.EnumMap"),
        elements("16 + HashMap", o -> 16 + hashMap(size(o)), "java.util.HashSet"),
        elements("16 + LinkedHashMap", o -> 16 + linkedHashMap(size(o)), "java.util.LinkedHashSet"),
        holder(
            "16 + TreeMap, and its comparator",
            o -> 16 + treeMap(size(o)),
            (o, out) -> {
              ((Collection<?>) o).forEach(out);
              out.accept(((SortedSet<?>) o).comparator());
            },
            "java.util.TreeSet"),
        fixed(32, "java.util.RegularEnumSet"),
        value(
            "32 + long[words for the constants of the enum]",
            o -> 32 + array((universe((EnumSet<?>) o) + 63) / 64, 8),
            "java.util.JumboEnumSet"));
  }

  static List<Formula> immutables() {
    return List.of(
        fixed(0, "java.util.Collections$ EmptyList EmptySet EmptyMap"),
        elements(
            "24",
            o -> 24,
            "java.util.ImmutableCollections$ List12 Set12",
            "java.util.Collections$SingletonList"),
        elements("16", o -> 16, "java.util.Collections$SingletonSet"),
        entries("40", o -> 40, "java.util.Collections$SingletonMap"),
        holder(
            "24",
            o -> 24,
            (o, out) -> out.accept(size(o) == 0 ? null : ((List<?>) o).get(0)),
            "java.util.Collections$CopiesList"),
        elements(
            "24 + Object[n]; 0 if empty",
            o -> size(o) == 0 ? 0 : 24 + exactly(o),
            "java.util.ImmutableCollections$ListN"),
        elements(
            "24 + Object[2 n]; 0 if empty",
            o -> size(o) == 0 ? 0 : 24 + references(2L * size(o)),
            "java.util.ImmutableCollections$SetN"),
        entries("32", o -> 32, "java.util.ImmutableCollections$Map1"),
        entries(
            "32 + Object[4 n]; 0 if empty",
            o -> entryCount(o) == 0 ? 0 : 32 + references(4L * entryCount(o)),
            "java.util.ImmutableCollections$MapN"),
        elements("24 + Object[n]", o -> 24 + exactly(o), "java.util.Arrays$ArrayList"));
  }

  /** What is behind a view is out of sight: it is charged as a container of its own. */
  static List<Formula> views() {
    return List.of(
        elements(
            "48 + Object[n]",
            o -> 48 + exactly(o),
            "java.util.Collections$ UnmodifiableList UnmodifiableRandomAccessList"
                + " UnmodifiableCollection UnmodifiableSequencedCollection SynchronizedList"
                + " SynchronizedRandomAccessList SynchronizedCollection",
            "java.util.ArrayList$SubList",
            "java.util.ImmutableCollections$SubList"),
        elements(
            "24 + HashSet",
            o -> 40 + hashMap(size(o)),
            "java.util.Collections$ UnmodifiableSet UnmodifiableSequencedSet"
                + " SynchronizedSet SetFromMap"),
        entries(
            "32 + HashMap",
            o -> 32 + hashMap(entryCount(o)),
            "java.util.Collections$ UnmodifiableMap UnmodifiableSequencedMap SynchronizedMap"),
        elements(
            "24 + TreeSet",
            o -> 40 + treeMap(size(o)),
            "java.util.Collections$ UnmodifiableSortedSet UnmodifiableNavigableSet"
                + " SynchronizedSortedSet SynchronizedNavigableSet"),
        entries(
            "32 + TreeMap",
            o -> 32 + treeMap(entryCount(o)),
            "java.util.Collections$ UnmodifiableSortedMap UnmodifiableNavigableMap"
                + " SynchronizedSortedMap SynchronizedNavigableMap"));
  }

  private static int size(Object collection) {
    return ((Collection<?>) collection).size();
  }

  private static int entryCount(Object map) {
    return ((Map<?, ?>) map).size();
  }

  private static long references(long length) {
    return array(length, PinnedLayout.REFERENCE);
  }

  /** An array of exactly the elements. */
  private static long exactly(Object collection) {
    return references(size(collection));
  }

  private static long hashMap(int n) {
    return 48 + (n == 0 ? 0 : references(Growth.ofHashTable(n))) + 32L * n;
  }

  private static long linkedHashMap(int n) {
    return hashMap(n) + 8 + 8L * n;
  }

  private static long treeMap(int n) {
    return 48 + 40L * n;
  }

  private static int constants(EnumMap<?, ?> map) {
    return map.isEmpty()
        ? 0
        : map.keySet().iterator().next().getDeclaringClass().getEnumConstants().length;
  }

  private static <E extends Enum<E>> int universe(EnumSet<E> set) {
    return set.size() + EnumSet.complementOf(set).size();
  }
}
