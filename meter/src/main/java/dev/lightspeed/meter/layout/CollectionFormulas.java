package dev.lightspeed.meter.layout;

import static dev.lightspeed.meter.layout.Formula.elements;
import static dev.lightspeed.meter.layout.Formula.entries;
import static dev.lightspeed.meter.layout.Formula.fixed;
import static dev.lightspeed.meter.layout.Formula.holder;
import static dev.lightspeed.meter.layout.Formula.value;
import static dev.lightspeed.meter.layout.PinnedLayout.array;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;

/** The sizes of the collections and maps of the JDK. */
final class CollectionFormulas {

  private static final String UTIL = "java.util.";
  private static final String LISTS = "java.util.ImmutableCollections$";
  private static final String VIEWS = "java.util.Collections$";

  /** Reference arrays. */
  private static final int REF = PinnedLayout.REFERENCE;

  private CollectionFormulas() {}

  /** In the order in which they are published. */
  static List<Formula> all() {
    List<Formula> all = new ArrayList<>();
    addLists(all);
    addMapsAndSets(all);
    addImmutables(all);
    addViews(all);
    return all;
  }

  private static void addLists(List<Formula> all) {
    all.add(
        elements(
            "24 + Object[10, 15, 22, 33, 49, … ≥ n; 0 if empty]",
            o -> 24 + array(Capacity.ofArrayList(size(o)), REF),
            UTIL + "ArrayList"));
    all.add(elements("32 + 24 n", o -> 32 + 24L * size(o), UTIL + "LinkedList"));
    all.add(
        elements(
            "24 + Object[17, 36, 74, 111, … > n]",
            o -> 24 + array(Capacity.ofArrayDeque(size(o)), REF),
            UTIL + "ArrayDeque"));
    all.add(
        holder(
            "32 + Object[11, 24, 50, 102, … ≥ n], and its comparator",
            o -> 32 + array(Capacity.ofPriorityQueue(size(o)), REF),
            (o, out) -> {
              ((Collection<?>) o).forEach(out);
              out.accept(((PriorityQueue<?>) o).comparator());
            },
            UTIL + "PriorityQueue"));
    all.add(
        elements(
            "40 + Object[n]",
            o -> 40 + array(size(o), REF),
            UTIL + "concurrent.CopyOnWriteArrayList"));
    all.add(
        elements(
            "56 + Object[n]",
            o -> 56 + array(size(o), REF),
            UTIL + "concurrent.CopyOnWriteArraySet"));
    all.add(
        elements("48 + 24 n", o -> 48 + 24L * size(o), UTIL + "concurrent.ConcurrentLinkedQueue"));
  }

  private static void addMapsAndSets(List<Formula> all) {
    all.add(
        entries(
            "48 + Object[16, 32, 64, … ≥ 4/3 n; none if empty] + 32 n",
            o -> hashMap(entryCount(o)),
            UTIL + "HashMap"));
    all.add(
        entries(
            "as HashMap, + 8 + 8 n", o -> linkedHashMap(entryCount(o)), UTIL + "LinkedHashMap"));
    all.add(
        holder(
            "48 + 40 n, and its comparator",
            o -> treeMap(entryCount(o)),
            (o, out) -> {
              ((Map<?, ?>) o).forEach(out);
              out.accept(((SortedMap<?, ?>) o).comparator());
            },
            UTIL + "TreeMap"));
    all.add(
        entries(
            "64 + Object[as HashMap] + 32 n",
            o -> 64 + table(entryCount(o)) + 32L * entryCount(o),
            UTIL + "concurrent.ConcurrentHashMap"));
    all.add(
        entries(
            "40 + Object[64, 128, … ≥ 3 n]",
            o -> 40 + array(Capacity.ofIdentityHashMap(entryCount(o)), REF),
            UTIL + "IdentityHashMap"));
    all.add(
        entries(
            "40 + Object[constants of the enum; 0 if empty]",
            o -> 40 + array(constants((EnumMap<?, ?>) o), REF),
            UTIL + "EnumMap"));
    all.add(elements("16 + HashMap", o -> 16 + hashMap(size(o)), UTIL + "HashSet"));
    all.add(
        elements("16 + LinkedHashMap", o -> 16 + linkedHashMap(size(o)), UTIL + "LinkedHashSet"));
    all.add(
        holder(
            "16 + TreeMap, and its comparator",
            o -> 16 + treeMap(size(o)),
            (o, out) -> {
              ((Collection<?>) o).forEach(out);
              out.accept(((SortedSet<?>) o).comparator());
            },
            UTIL + "TreeSet"));
    all.add(fixed(32, UTIL + "RegularEnumSet"));
    all.add(
        value(
            "32 + long[words for the constants of the enum]",
            o -> 32 + array((universe((EnumSet<?>) o) + 63) / 64, 8),
            UTIL + "JumboEnumSet"));
  }

  private static void addImmutables(List<Formula> all) {
    all.add(fixed(0, VIEWS + "EmptyList", VIEWS + "EmptySet", VIEWS + "EmptyMap"));
    all.add(elements("24", o -> 24, LISTS + "List12", LISTS + "Set12", VIEWS + "SingletonList"));
    all.add(elements("16", o -> 16, VIEWS + "SingletonSet"));
    all.add(entries("40", o -> 40, VIEWS + "SingletonMap"));
    all.add(
        holder(
            "24",
            o -> 24,
            (o, out) -> out.accept(size(o) == 0 ? null : ((List<?>) o).get(0)),
            VIEWS + "CopiesList"));
    all.add(
        elements(
            "24 + Object[n]; 0 if empty",
            o -> size(o) == 0 ? 0 : 24 + array(size(o), REF),
            LISTS + "ListN"));
    all.add(
        elements(
            "24 + Object[2 n]; 0 if empty",
            o -> size(o) == 0 ? 0 : 24 + array(2L * size(o), REF),
            LISTS + "SetN"));
    all.add(entries("32", o -> 32, LISTS + "Map1"));
    all.add(
        entries(
            "32 + Object[4 n]; 0 if empty",
            o -> entryCount(o) == 0 ? 0 : 32 + array(4L * entryCount(o), REF),
            LISTS + "MapN"));
    all.add(elements("24 + Object[n]", o -> 24 + array(size(o), REF), UTIL + "Arrays$ArrayList"));
  }

  /** What is behind a view is out of sight: it is charged as a container of its own. */
  private static void addViews(List<Formula> all) {
    all.add(
        elements(
            "48 + Object[n]",
            o -> 48 + array(size(o), REF),
            VIEWS + "UnmodifiableList",
            VIEWS + "UnmodifiableRandomAccessList",
            VIEWS + "UnmodifiableCollection",
            VIEWS + "UnmodifiableSequencedCollection",
            VIEWS + "SynchronizedList",
            VIEWS + "SynchronizedRandomAccessList",
            VIEWS + "SynchronizedCollection",
            UTIL + "ArrayList$SubList",
            LISTS + "SubList"));
    all.add(
        elements(
            "24 + HashSet",
            o -> 40 + hashMap(size(o)),
            VIEWS + "UnmodifiableSet",
            VIEWS + "UnmodifiableSequencedSet",
            VIEWS + "SynchronizedSet",
            VIEWS + "SetFromMap"));
    all.add(
        entries(
            "32 + HashMap",
            o -> 32 + hashMap(entryCount(o)),
            VIEWS + "UnmodifiableMap",
            VIEWS + "UnmodifiableSequencedMap",
            VIEWS + "SynchronizedMap"));
    all.add(
        elements(
            "24 + TreeSet",
            o -> 40 + treeMap(size(o)),
            VIEWS + "UnmodifiableSortedSet",
            VIEWS + "UnmodifiableNavigableSet",
            VIEWS + "SynchronizedSortedSet",
            VIEWS + "SynchronizedNavigableSet"));
    all.add(
        entries(
            "32 + TreeMap",
            o -> 32 + treeMap(entryCount(o)),
            VIEWS + "UnmodifiableSortedMap",
            VIEWS + "UnmodifiableNavigableMap",
            VIEWS + "SynchronizedSortedMap",
            VIEWS + "SynchronizedNavigableMap"));
  }

  private static int size(Object collection) {
    return ((Collection<?>) collection).size();
  }

  private static int entryCount(Object map) {
    return ((Map<?, ?>) map).size();
  }

  private static long table(int n) {
    return n == 0 ? 0 : array(Capacity.ofHashTable(n), REF);
  }

  private static long hashMap(int n) {
    return 48 + table(n) + 32L * n;
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
