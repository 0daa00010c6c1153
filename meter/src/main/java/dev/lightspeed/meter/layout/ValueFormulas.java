package dev.lightspeed.meter.layout;

import static dev.lightspeed.meter.layout.Formula.fixed;
import static dev.lightspeed.meter.layout.Formula.holder;
import static dev.lightspeed.meter.layout.Formula.value;
import static dev.lightspeed.meter.layout.PinnedLayout.array;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/** The sizes of JDK types that hold a value, or a few references. */
final class ValueFormulas {

  private static final String TIME = "java.time.";
  private static final String UTIL = "java.util.";
  private static final String ATOMIC = "java.util.concurrent.atomic.";
  private static final String VIEWS = "java.util.Collections$";

  /** Reference arrays. */
  private static final int REF = PinnedLayout.REFERENCE;

  private ValueFormulas() {}

  /** In the order in which they are published. */
  static List<Formula> all() {
    List<Formula> all = new ArrayList<>();
    addValues(all);
    addTimes(all);
    addHolders(all);
    return all;
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
            ValueFormulas::walkAtomicArray,
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

  private static boolean isCached(Number number) {
    return number.longValue() >= -128 && number.longValue() <= 127;
  }

  private static long bigInteger(BigInteger number) {
    return 40 + array((number.abs().bitLength() + 31) / 32, 4);
  }

  private static void walkAtomicArray(Object array, Sink out) {
    AtomicReferenceArray<?> references = (AtomicReferenceArray<?>) array;
    for (int i = 0; i < references.length(); i++) {
      out.accept(references.get(i));
    }
  }
}
