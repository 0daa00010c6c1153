package dev.lightspeed.meter;

import static dev.lightspeed.meter.Layout.array;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The sizes of JDK types in the pinned layout: the whole table. */
final class JdkFormulas {

  private static final String TIME = "java.time.";
  private static final String UTIL = "java.util.";
  private static final String ATOMIC = "java.util.concurrent.atomic.";
  private static final String LISTS = "java.util.ImmutableCollections$";
  private static final String VIEWS = "java.util.Collections$";

  /** Reference arrays. */
  private static final int REF = Layout.REFERENCE;

  private static final List<Formula> ALL = all();
  private static final Map<String, Formula> BY_NAME = byName();

  private JdkFormulas() {}

  /** The formula of the JDK class {@code name}, null if it has none. */
  static @Nullable Formula find(String name) {
    return BY_NAME.get(name);
  }

  /**
   * Header and fields of a superclass without content of its own, which needs no formula; 0 for any
   * other class.
   */
  static int bareBytes(String name) {
    return switch (name) {
      case "java.lang.Object",
          "java.lang.Record",
          "java.lang.Number",
          "java.util.AbstractCollection",
          "java.util.AbstractSet",
          "java.util.AbstractQueue" ->
          Layout.HEADER;
      case "java.util.AbstractList", "java.util.AbstractSequentialList" -> Layout.HEADER + 4;
      case "java.util.AbstractMap" -> Layout.HEADER + 8;
      default -> 0;
    };
  }

  /** The table, in the order in which it is published. */
  static List<Formula> table() {
    return ALL;
  }

  private static List<Formula> all() {
    List<Formula> all = new ArrayList<>();
    addValues(all);
    addTimes(all);
    addHolders(all);
    addLists(all);
    addMapsAndSets(all);
    addImmutables(all);
    addViews(all);
    return all;
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

  private static void addValues(List<Formula> all) {
    String lang = "java.lang.";
    all.add(
        value(
            "24 + byte[n], n chars of 1 B (all Latin-1) or 2 B",
            o -> Text.string((String) o),
            lang + "String"));
    all.add(
        value(
            "24 + byte[capacity], as String",
            o -> {
              CharSequence text = (CharSequence) o;
              int capacity =
                  o instanceof StringBuilder b ? b.capacity() : ((StringBuffer) o).capacity();
              return 24 + array(capacity, Text.bytesPerChar(text));
            },
            lang + "StringBuilder",
            lang + "StringBuffer"));
    all.add(fixed(0, lang + "Boolean", lang + "Byte"));
    all.add(value("16; 0 up to 127", o -> (Character) o <= 127 ? 0 : 16, lang + "Character"));
    all.add(
        value(
            "16; 0 in -128..127",
            o -> isCached((Number) o) ? 0 : 16,
            lang + "Short",
            lang + "Integer"));
    all.add(value("24; 0 in -128..127", o -> isCached((Number) o) ? 0 : 24, lang + "Long"));
    all.add(fixed(16, lang + "Float", lang + "Object"));
    all.add(fixed(24, lang + "Double"));
    all.add(
        value(
            "40 + int[words of the magnitude]",
            o -> bigInteger((BigInteger) o),
            "java.math.BigInteger"));
    all.add(
        value(
            "40, and its BigInteger beyond 18 digits",
            o ->
                40
                    + (((BigDecimal) o).precision() > 18
                        ? bigInteger(((BigDecimal) o).unscaledValue())
                        : 0),
            "java.math.BigDecimal"));
    all.add(fixed(32, UTIL + "UUID", UTIL + "Locale", UTIL + "Currency"));
    all.add(value("80 + String", o -> 80 + Text.string(((URI) o).toString()), "java.net.URI"));
    all.add(
        value(
            "72 + String + 32 × its chars",
            o -> 72 + Text.string(((Pattern) o).pattern()) + 32L * ((Pattern) o).pattern().length(),
            UTIL + "regex.Pattern"));
    all.add(
        value(
            "24 + long[words up to the highest bit, at least 1]",
            o -> 24 + array(Math.max(1, (((BitSet) o).length() + 63) / 64), 8),
            UTIL + "BitSet"));
    all.add(fixed(0, VIEWS + "ReverseComparator", lang + "String$CaseInsensitiveComparator"));
    all.add(fixed(56, UTIL + "Random"));
    all.add(fixed(24, UTIL + "Date"));
  }

  private static void addTimes(List<Formula> all) {
    all.add(fixed(16, TIME + "Year"));
    all.add(
        fixed(
            24,
            TIME + "LocalDate",
            TIME + "LocalTime",
            TIME + "Instant",
            TIME + "Duration",
            TIME + "Period",
            TIME + "YearMonth",
            TIME + "MonthDay",
            TIME + "ZoneOffset",
            TIME + "ZoneRegion"));
    all.add(fixed(72, TIME + "LocalDateTime"));
    all.add(
        holder(
            "48, and its offset",
            o -> 48,
            (o, out) -> out.accept(((OffsetTime) o).getOffset()),
            TIME + "OffsetTime"));
    all.add(
        holder(
            "96, and its offset",
            o -> 96,
            (o, out) -> out.accept(((OffsetDateTime) o).getOffset()),
            TIME + "OffsetDateTime"));
    all.add(
        holder(
            "96, its offset and zone",
            o -> 96,
            (o, out) -> out.accept(((ZonedDateTime) o).getOffset(), ((ZonedDateTime) o).getZone()),
            TIME + "ZonedDateTime"));
  }

  private static void addHolders(List<Formula> all) {
    all.add(
        holder(
            "16",
            o -> 16,
            (o, out) -> out.accept(((Optional<?>) o).orElse(null)),
            UTIL + "Optional"));
    all.add(fixed(24, UTIL + "OptionalInt", UTIL + "OptionalLong", UTIL + "OptionalDouble"));
    all.add(fixed(16, ATOMIC + "AtomicInteger", ATOMIC + "AtomicBoolean"));
    all.add(fixed(24, ATOMIC + "AtomicLong"));
    all.add(
        holder(
            "16",
            o -> 16,
            (o, out) -> out.accept(((AtomicReference<?>) o).get()),
            ATOMIC + "AtomicReference"));
    all.add(
        value(
            "16 + int[n]",
            o -> 16 + array(((AtomicIntegerArray) o).length(), 4),
            ATOMIC + "AtomicIntegerArray"));
    all.add(
        value(
            "16 + long[n]",
            o -> 16 + array(((AtomicLongArray) o).length(), 8),
            ATOMIC + "AtomicLongArray"));
    all.add(
        holder(
            "16 + Object[n]",
            o -> 16 + array(((AtomicReferenceArray<?>) o).length(), REF),
            JdkFormulas::walkAtomicArray,
            ATOMIC + "AtomicReferenceArray"));
    all.add(
        holder(
            "24",
            o -> 24,
            (o, out) ->
                out.accept(((Map.Entry<?, ?>) o).getKey(), ((Map.Entry<?, ?>) o).getValue()),
            UTIL + "AbstractMap$SimpleEntry",
            UTIL + "AbstractMap$SimpleImmutableEntry",
            UTIL + "KeyValueHolder"));
    all.add(value("32; what it refers to is not counted", o -> 32, "java.lang.ref.WeakReference"));
    all.add(value("40; what it refers to is not counted", o -> 40, "java.lang.ref.SoftReference"));
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

  private static Formula fixed(int bytes, String... types) {
    return value(Integer.toString(bytes), o -> bytes, types);
  }

  private static Formula value(String text, Formula.Bytes bytes, String... types) {
    return new Formula(List.of(types), text, bytes, null);
  }

  private static Formula holder(
      String text, Formula.Bytes bytes, Formula.Walk walk, String... types) {
    return new Formula(List.of(types), text, bytes, walk);
  }

  private static Formula elements(String text, Formula.Bytes bytes, String... types) {
    return holder(text, bytes, (o, out) -> ((Collection<?>) o).forEach(out), types);
  }

  private static Formula entries(String text, Formula.Bytes bytes, String... types) {
    return holder(text, bytes, (o, out) -> ((Map<?, ?>) o).forEach(out), types);
  }

  private static int size(Object collection) {
    return ((Collection<?>) collection).size();
  }

  private static int entryCount(Object map) {
    return ((Map<?, ?>) map).size();
  }

  private static boolean isCached(Number number) {
    return number.longValue() >= -128 && number.longValue() <= 127;
  }

  private static long bigInteger(BigInteger number) {
    return 40 + array((number.abs().bitLength() + 31) / 32, 4);
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

  private static void walkAtomicArray(Object array, Sink out) {
    AtomicReferenceArray<?> references = (AtomicReferenceArray<?>) array;
    for (int i = 0; i < references.length(); i++) {
      out.accept(references.get(i));
    }
  }
}
