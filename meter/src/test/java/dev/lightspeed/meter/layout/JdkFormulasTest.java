package dev.lightspeed.meter.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.lightspeed.meter.CountersDoc;
import dev.lightspeed.meter.RetainedSize;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.LinkedList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each formula, its size worked out by hand. Elements are small numbers, which are free. */
// Sessions may hold types that are out of favour, so they are sized and tested too.
@SuppressWarnings({"JdkObsolete", "JavaUtilDate", "UnnecessaryStringBuilder"})
class JdkFormulasTest {

  static Stream<Arguments> values() {
    return Stream.of(
        arguments("", 24 + 16),
        arguments("12345678", 24 + 24),
        arguments("é2345678", 24 + 24),
        arguments("▲", 24 + 24),
        arguments("▲▲▲▲▲", 24 + 32),
        arguments(new StringBuilder(20), 24 + 40),
        arguments(new StringBuilder(20).append('▲'), 24 + 56),
        arguments(new StringBuffer(20), 24 + 40),
        arguments(true, 0),
        arguments((byte) 3, 0),
        arguments('a', 0),
        arguments('▲', 16),
        arguments((short) 300, 16),
        arguments(127, 0),
        arguments(128, 16),
        arguments(-128L, 0),
        arguments(-129L, 24),
        arguments(1f, 16),
        arguments(1d, 24),
        arguments(new Object(), 16),
        arguments(BigInteger.ZERO, 40 + 16),
        arguments(BigInteger.TWO.pow(32), 40 + 24),
        arguments(BigInteger.TWO.pow(64).negate(), 40 + 32),
        arguments(new BigDecimal("12.5"), 40),
        arguments(new BigDecimal("12345678901234567890"), 40 + 40 + 24),
        arguments(new UUID(1, 2), 32),
        arguments(Locale.ROOT, 32),
        arguments(URI.create("a:b"), 80 + 48),
        arguments(Pattern.compile("a+"), 72 + 48 + 64),
        arguments(new BitSet(), 24 + 24),
        arguments(BitSet.valueOf(new long[] {1, 1, 1}), 24 + 40),
        arguments(new Random(1), 56),
        arguments(new Date(0), 24),
        arguments(Year.of(2026), 16),
        arguments(LocalDate.EPOCH, 24),
        arguments(LocalTime.NOON, 24),
        arguments(Instant.EPOCH, 24),
        arguments(Duration.ofDays(1), 24),
        arguments(Period.ofDays(1), 24),
        arguments(YearMonth.of(2026, 1), 24),
        arguments(MonthDay.of(1, 1), 24),
        arguments(ZoneOffset.UTC, 24),
        arguments(ZoneId.of("Europe/Paris"), 24),
        arguments(LocalDateTime.MIN, 72),
        arguments(OffsetTime.MIN, 48 + 24),
        arguments(OffsetDateTime.MIN, 96 + 24),
        arguments(ZonedDateTime.of(LocalDateTime.MIN, ZoneOffset.UTC), 96 + 24),
        arguments(ZonedDateTime.of(2026, 1, 1, 0, 0, 0, 0, ZoneId.of("Europe/Paris")), 96 + 48));
  }

  static Stream<Arguments> holders() {
    Object held = new Object();
    return Stream.of(
        arguments(Optional.of(held), 16 + 16),
        arguments(Optional.empty(), 16),
        arguments(OptionalInt.of(1), 24),
        arguments(new AtomicInteger(1), 16),
        arguments(new AtomicBoolean(), 16),
        arguments(new AtomicLong(), 24),
        arguments(new AtomicReference<>(held), 16 + 16),
        arguments(new AtomicIntegerArray(3), 16 + 32),
        arguments(new AtomicLongArray(3), 16 + 40),
        arguments(new AtomicReferenceArray<>(new Object[] {held, held, null}), 16 + 32 + 16),
        arguments(new AbstractMap.SimpleEntry<>("k", held), 24 + 48 + 16),
        arguments(Map.entry("k", held), 24 + 48 + 16),
        arguments(new WeakReference<>(held), 32),
        arguments(new SoftReference<>(held), 40));
  }

  static Stream<Arguments> lists() {
    return Stream.of(
        arguments(new ArrayList<>(), 24 + 16),
        arguments(new ArrayList<>(numbers(1)), 24 + 56),
        arguments(new ArrayList<>(numbers(11)), 24 + 16 + 60 + 4),
        arguments(new LinkedList<>(numbers(3)), 32 + 72),
        arguments(new ArrayDeque<>(numbers(16)), 24 + 16 + 68 + 4),
        arguments(new ArrayDeque<>(numbers(17)), 24 + 16 + 144),
        arguments(new PriorityQueue<>(numbers(11)), 32 + 16 + 44 + 4),
        arguments(new PriorityQueue<>(numbers(12)), 32 + 16 + 96),
        arguments(new PriorityQueue<>(Comparator.naturalOrder()), 32 + 64),
        arguments(new PriorityQueue<>(String.CASE_INSENSITIVE_ORDER), 32 + 64),
        arguments(new CopyOnWriteArrayList<>(numbers(2)), 40 + 24),
        arguments(new CopyOnWriteArraySet<>(numbers(2)), 56 + 24),
        arguments(new ConcurrentLinkedQueue<>(numbers(2)), 48 + 48),
        arguments(List.of(), 0),
        arguments(List.of(1), 24),
        arguments(List.of(1, 2), 24),
        arguments(List.of(1, 2, 3), 24 + 32),
        arguments(Stream.of(1, 2, 3).toList(), 24 + 32),
        arguments(Arrays.asList(1, 2, 3), 24 + 32),
        arguments(Collections.emptyList(), 0),
        arguments(Collections.singletonList(1), 24),
        arguments(Collections.nCopies(5, new Object()), 24 + 16),
        arguments(Collections.unmodifiableList(new ArrayList<>(numbers(3))), 48 + 32),
        arguments(Collections.unmodifiableList(new LinkedList<>(numbers(3))), 48 + 32),
        arguments(Collections.unmodifiableCollection(numbers(3)), 48 + 32),
        arguments(Collections.synchronizedList(new ArrayList<>(numbers(3))), 48 + 32),
        arguments(new ArrayList<>(numbers(9)).subList(2, 5), 48 + 32),
        arguments(List.of(1, 2, 3, 4, 5).subList(1, 4), 48 + 32));
  }

  static Stream<Arguments> mapsAndSets() {
    EnumMap<TimeUnit, Integer> enumMap = new EnumMap<>(TimeUnit.class);
    EnumMap<TimeUnit, Integer> emptyEnumMap = new EnumMap<>(TimeUnit.class);
    enumMap.put(TimeUnit.DAYS, 1);
    IdentityHashMap<Object, Object> identity = new IdentityHashMap<>();
    identity.put(1, 1);
    return Stream.of(
        arguments(new HashMap<>(), 48),
        arguments(new HashMap<>(Map.of(1, 2)), 48 + 80 + 32),
        arguments(map(new HashMap<>(), 12), 48 + 80 + 12 * 32),
        arguments(map(new HashMap<>(), 13), 48 + 144 + 13 * 32),
        arguments(map(new LinkedHashMap<>(), 12), 56 + 80 + 12 * 40),
        arguments(map(new TreeMap<>(), 3), 48 + 120),
        arguments(map(new TreeMap<>(Comparator.reverseOrder()), 3), 48 + 120),
        arguments(map(new ConcurrentHashMap<>(), 3), 64 + 80 + 96),
        arguments(identity, 40 + 16 + 256),
        arguments(enumMap, 40 + 48),
        arguments(emptyEnumMap, 40 + 16),
        arguments(new HashSet<>(numbers(3)), 16 + 48 + 80 + 96),
        arguments(new LinkedHashSet<>(numbers(3)), 16 + 56 + 80 + 120),
        arguments(new TreeSet<>(numbers(3)), 16 + 48 + 120),
        arguments(EnumSet.of(TimeUnit.DAYS), 32),
        arguments(EnumSet.of(Character.UnicodeScript.COMMON), 32 + 40),
        arguments(Set.of(), 0),
        arguments(Set.of(1), 24),
        arguments(Set.of(1, 2, 3), 24 + 40),
        arguments(Map.of(), 0),
        arguments(Map.of(1, 2), 32),
        arguments(Map.of(1, 2, 3, 4), 32 + 48),
        arguments(Collections.emptyMap(), 0),
        arguments(Collections.emptySet(), 0),
        arguments(Collections.singleton(1), 16),
        arguments(Collections.singletonMap(1, 2), 40),
        arguments(Collections.unmodifiableMap(map(new HashMap<>(), 3)), 32 + 48 + 80 + 96),
        arguments(Collections.unmodifiableSet(new HashSet<>(numbers(3))), 40 + 48 + 80 + 96),
        arguments(Collections.newSetFromMap(map(new HashMap<>(), 0)), 40 + 48),
        arguments(Collections.synchronizedMap(map(new HashMap<>(), 3)), 32 + 48 + 80 + 96),
        arguments(Collections.unmodifiableSortedSet(new TreeSet<>(numbers(3))), 40 + 48 + 120),
        arguments(Collections.unmodifiableNavigableMap(map(new TreeMap<>(), 3)), 32 + 48 + 120));
  }

  @ParameterizedTest
  @MethodSource({"values", "holders", "lists", "mapsAndSets"})
  void the_size_is_that_of_the_formula(Object object, long bytes) {
    assertThat(new RetainedSize().of(object)).isEqualTo(bytes);
  }

  @Test
  void the_content_of_a_container_is_counted() {
    Object held = new Object();
    List<Object> held100 = new ArrayList<>(Collections.nCopies(3, held));
    assertThat(new RetainedSize().of(held100)).isEqualTo(24 + 56 + 16);
    assertThat(new RetainedSize().of(Map.of(held, "text"))).isEqualTo(32 + 16 + 48);
    assertThat(new RetainedSize().of(Collections.unmodifiableSet(new HashSet<>(held100))))
        .isEqualTo(40 + 48 + 80 + 32 + 16);
  }

  @Test
  void every_type_of_the_table_exists_in_some_supported_release() throws Exception {
    for (Formula formula : JdkFormulas.table()) {
      for (String type : formula.types()) {
        // Sequenced views came with 21.
        if (!type.contains("Sequenced") || Runtime.version().feature() >= 21) {
          assertThat(Class.forName(type)).isNotNull();
        }
      }
    }
  }

  @Test
  void room_grows_as_the_containers_do() {
    assertThat(IntStream.of(0, 1, 10, 11, 16, 23, 34).mapToObj(Growth::ofArrayList))
        .containsExactly(0L, 10L, 10L, 15L, 22L, 33L, 49L);
    assertThat(IntStream.of(0, 16, 17, 36, 74).mapToObj(Growth::ofArrayDeque))
        .containsExactly(17L, 17L, 36L, 74L, 111L);
    assertThat(IntStream.of(0, 11, 12, 25, 51, 103).mapToObj(Growth::ofPriorityQueue))
        .containsExactly(11L, 11L, 24L, 50L, 102L, 153L);
    assertThat(IntStream.of(0, 1, 12, 13, 25, 1_000_000).mapToObj(Growth::ofHashTable))
        .containsExactly(0L, 16L, 16L, 32L, 64L, 2_097_152L);
  }

  private static List<Integer> numbers(int n) {
    return IntStream.range(0, n).boxed().toList();
  }

  private static <M extends Map<Integer, Boolean>> M map(M map, int n) {
    for (int i = 0; i < n; i++) {
      map.put(i, true);
    }
    return map;
  }

  @Test
  void the_published_formulas_are_those_in_use() throws IOException {
    CountersDoc.check("layout", formulas());
  }

  private static String formulas() {
    StringBuilder table = new StringBuilder("| type | bytes |\n|---|---|\n");
    for (Formula formula : JdkFormulas.table()) {
      List<String> names = formula.types().stream().map(JdkFormulasTest::shortName).toList();
      table.append("| %s | %s |\n".formatted(String.join(", ", names), formula.text()));
    }
    return table.toString();
  }

  private static String shortName(String type) {
    return type.substring(type.lastIndexOf('.') + 1).replace('$', '.');
  }
}
