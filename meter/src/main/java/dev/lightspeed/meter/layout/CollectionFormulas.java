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

  private static final String UTIL = "java.util.";
  private static final String CONCURRENT = "java.util.concurrent.";
  private static final String CONSTANT = "java.util.ImmutableCollections$";
  private static final String VIEW = "java.util.Collections$";

  private CollectionFormulas() {}

  static List<Formula> lists() {
    return List.of(
        elements(
            "24 + Object[10, 15, 22, 33, 49, … ≥ n; 0 if empty]",
            o -> 24 + references(Growth.ofArrayList(size(o))),
            UTIL + "ArrayList"),
        elements("32 + 24 n", o -> 32 + 24L * size(o), UTIL + "LinkedList"),
        elements(
            "24 + Object[17, 36, 74, 111, … > n]",
            o -> 24 + references(Growth.ofArrayDeque(size(o))),
            UTIL + "ArrayDeque"),
        holder(
            "32 + Object[11, 24, 50, 102, … ≥ n], and its comparator",
            o -> 32 + references(Growth.ofPriorityQueue(size(o))),
            (o, out) -> {
              ((Collection<?>) o).forEach(out);
              out.accept(((PriorityQueue<?>) o).comparator());
            },
            UTIL + "PriorityQueue"),
        elements("40 + Object[n]", o -> 40 + exactly(o), CONCURRENT + "CopyOnWriteArrayList"),
        elements("56 + Object[n]", o -> 56 + exactly(o), CONCURRENT + "CopyOnWriteArraySet"),
        elements("48 + 24 n", o -> 48 + 24L * size(o), CONCURRENT + "ConcurrentLinkedQueue"));
  }

  static List<Formula> mapsAndSets() {
    return List.of(
        entries(
            "48 + Object[16, 32, 64, … ≥ 4/3 n; none if empty] + 32 n",
            o -> hashMap(entryCount(o)),
            UTIL + "HashMap"),
        entries("as HashMap, + 8 + 8 n", o -> linkedHashMap(entryCount(o)), UTIL + "LinkedHashMap"),
        holder(
            "48 + 40 n, and its comparator",
            o -> treeMap(entryCount(o)),
            (o, out) -> {
              ((Map<?, ?>) o).forEach(out);
              out.accept(((SortedMap<?, ?>) o).comparator());
            },
            UTIL + "TreeMap"),
        entries(
            "64 + Object[as HashMap] + 32 n",
            o -> 16 + hashMap(entryCount(o)),
            CONCURRENT + "ConcurrentHashMap"),
        entries(
            "40 + Object[64, 128, … ≥ 3 n]",
            o -> 40 + references(Growth.ofIdentityHashMap(entryCount(o))),
            UTIL + "IdentityHashMap"),
        entries(
            "40 + Object[constants of the enum; 0 if empty]",
            o -> 40 + references(constants((EnumMap<?, ?>) o)),
            UTIL + "EnumMap"),
        elements("16 + HashMap", o -> 16 + hashMap(size(o)), UTIL + "HashSet"),
        elements("16 + LinkedHashMap", o -> 16 + linkedHashMap(size(o)), UTIL + "LinkedHashSet"),
        holder(
            "16 + TreeMap, and its comparator",
            o -> 16 + treeMap(size(o)),
            (o, out) -> {
              ((Collection<?>) o).forEach(out);
              out.accept(((SortedSet<?>) o).comparator());
            },
            UTIL + "TreeSet"),
        fixed(32, UTIL + "RegularEnumSet"),
        value(
            "32 + long[words for the constants of the enum]",
            o -> 32 + array((universe((EnumSet<?>) o) + 63) / 64, 8),
            UTIL + "JumboEnumSet"));
  }

  static List<Formula> immutables() {
    return List.of(
        fixed(0, VIEW + "EmptyList", VIEW + "EmptySet", VIEW + "EmptyMap"),
        elements("24", o -> 24, CONSTANT + "List12", CONSTANT + "Set12", VIEW + "SingletonList"),
        elements("16", o -> 16, VIEW + "SingletonSet"),
        entries("40", o -> 40, VIEW + "SingletonMap"),
        holder(
            "24",
            o -> 24,
            (o, out) -> out.accept(size(o) == 0 ? null : ((List<?>) o).get(0)),
            VIEW + "CopiesList"),
        elements(
            "24 + Object[n]; 0 if empty",
            o -> size(o) == 0 ? 0 : 24 + exactly(o),
            CONSTANT + "ListN"),
        elements(
            "24 + Object[2 n]; 0 if empty",
            o -> size(o) == 0 ? 0 : 24 + references(2L * size(o)),
            CONSTANT + "SetN"),
        entries("32", o -> 32, CONSTANT + "Map1"),
        entries(
            "32 + Object[4 n]; 0 if empty",
            o -> entryCount(o) == 0 ? 0 : 32 + references(4L * entryCount(o)),
            CONSTANT + "MapN"),
        elements("24 + Object[n]", o -> 24 + exactly(o), UTIL + "Arrays$ArrayList"));
  }

  /** What is behind a view is out of sight: it is charged as a container of its own. */
  static List<Formula> views() {
    return List.of(
        elements(
            "48 + Object[n]",
            o -> 48 + exactly(o),
            VIEW + "UnmodifiableList",
            VIEW + "UnmodifiableRandomAccessList",
            VIEW + "UnmodifiableCollection",
            VIEW + "UnmodifiableSequencedCollection",
            VIEW + "SynchronizedList",
            VIEW + "SynchronizedRandomAccessList",
            VIEW + "SynchronizedCollection",
            UTIL + "ArrayList$SubList",
            CONSTANT + "SubList"),
        elements(
            "24 + HashSet",
            o -> 40 + hashMap(size(o)),
            VIEW + "UnmodifiableSet",
            VIEW + "UnmodifiableSequencedSet",
            VIEW + "SynchronizedSet",
            VIEW + "SetFromMap"),
        entries(
            "32 + HashMap",
            o -> 32 + hashMap(entryCount(o)),
            VIEW + "UnmodifiableMap",
            VIEW + "UnmodifiableSequencedMap",
            VIEW + "SynchronizedMap"),
        elements(
            "24 + TreeSet",
            o -> 40 + treeMap(size(o)),
            VIEW + "UnmodifiableSortedSet",
            VIEW + "UnmodifiableNavigableSet",
            VIEW + "SynchronizedSortedSet",
            VIEW + "SynchronizedNavigableSet"),
        entries(
            "32 + TreeMap",
            o -> 32 + treeMap(entryCount(o)),
            VIEW + "UnmodifiableSortedMap",
            VIEW + "UnmodifiableNavigableMap",
            VIEW + "SynchronizedSortedMap",
            VIEW + "SynchronizedNavigableMap"));
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
