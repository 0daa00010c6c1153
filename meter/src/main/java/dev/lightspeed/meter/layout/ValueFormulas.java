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
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.regex.Pattern;

/** The sizes of JDK types that hold a value or a few references, in the order of publication. */
final class ValueFormulas {

  private static final int LATIN_1 = 0xFF;

  private ValueFormulas() {}

  static List<Formula> values() {
    return List.of(
        value(
            "24 + byte[n], n chars of 1 B (all Latin-1) or 2 B",
            o -> string((String) o),
            "java.lang.String"),
        value(
            "24 + byte[capacity], as String",
            o ->
                24
                    + array(
                        o instanceof StringBuilder builder
                            ? builder.capacity()
                            : ((StringBuffer) o).capacity(),
                        bytesPerChar(o.toString())),
            "java.lang. StringBuilder StringBuffer"),
        fixed(0, "java.lang. Boolean Byte"),
        value("16; 0 up to 127", o -> (Character) o <= 127 ? 0 : 16, "java.lang.Character"),
        value("16; 0 in -128..127", o -> isCached((Number) o) ? 0 : 16, "java.lang. Short Integer"),
        value("24; 0 in -128..127", o -> isCached((Number) o) ? 0 : 24, "java.lang.Long"),
        fixed(16, "java.lang. Float Object"),
        fixed(24, "java.lang.Double"),
        value(
            "40 + int[words of the magnitude]",
            o -> bigInteger((BigInteger) o),
            "java.math.BigInteger"),
        value(
            "40, and its BigInteger beyond 18 digits",
            o ->
                40
                    + (((BigDecimal) o).precision() > 18
                        ? bigInteger(((BigDecimal) o).unscaledValue())
                        : 0),
            "java.math.BigDecimal"),
        fixed(32, "java.util. UUID Locale Currency"),
        value("80 + String", o -> 80 + string(((URI) o).toString()), "java.net.URI"),
        value(
            "72 + String + 32 × its chars",
            o -> 72 + string(((Pattern) o).pattern()) + 32L * ((Pattern) o).pattern().length(),
            "java.util.regex.Pattern"),
        value(
            "24 + long[words up to the highest bit, at least 1]",
            o -> 24 + array(Math.max(1, (((BitSet) o).length() + 63) / 64), 8),
            "java.util.BitSet"),
        fixed(
            0,
            "java.util.Collections$ReverseComparator",
            "java.lang.String$CaseInsensitiveComparator"),
        fixed(56, "java.util.Random"),
        fixed(24, "java.util.Date"));
  }

  static List<Formula> times() {
    return List.of(
        fixed(16, "java.time.Year"),
        fixed(
            24,
            "java.time. LocalDate LocalTime Instant Duration Period YearMonth MonthDay"
                + " ZoneOffset ZoneRegion"),
        fixed(72, "java.time.LocalDateTime"),
        holder(
            "48, and its offset",
            o -> 48,
            (o, out) -> out.accept(((OffsetTime) o).getOffset()),
            "java.time.OffsetTime"),
        holder(
            "96, and its offset",
            o -> 96,
            (o, out) -> out.accept(((OffsetDateTime) o).getOffset()),
            "java.time.OffsetDateTime"),
        holder(
            "96, its offset and zone",
            o -> 96,
            (o, out) -> out.accept(((ZonedDateTime) o).getOffset(), ((ZonedDateTime) o).getZone()),
            "java.time.ZonedDateTime"));
  }

  static List<Formula> holders() {
    return List.of(
        holder(
            "16",
            o -> 16,
            (o, out) -> out.accept(((Optional<?>) o).orElse(null)),
            "java.util.Optional"),
        fixed(24, "java.util. OptionalInt OptionalLong OptionalDouble"),
        fixed(16, "java.util.concurrent.atomic. AtomicInteger AtomicBoolean"),
        fixed(24, "java.util.concurrent.atomic.AtomicLong"),
        holder(
            "16",
            o -> 16,
            (o, out) -> out.accept(((AtomicReference<?>) o).get()),
            "java.util.concurrent.atomic.AtomicReference"),
        value(
            "16 + int[n]",
            o -> 16 + array(((AtomicIntegerArray) o).length(), 4),
            "java.util.concurrent.atomic.AtomicIntegerArray"),
        value(
            "16 + long[n]",
            o -> 16 + array(((AtomicLongArray) o).length(), 8),
            "java.util.concurrent.atomic.AtomicLongArray"),
        holder(
            "16 + Object[n]",
            o -> 16 + array(((AtomicReferenceArray<?>) o).length(), PinnedLayout.REFERENCE),
            ValueFormulas::walkAtomicArray,
            "java.util.concurrent.atomic.AtomicReferenceArray"),
        holder(
            "24",
            o -> 24,
            (o, out) ->
                out.accept(((Map.Entry<?, ?>) o).getKey(), ((Map.Entry<?, ?>) o).getValue()),
            "java.util. AbstractMap$SimpleEntry AbstractMap$SimpleImmutableEntry"
                + " KeyValueHolder"),
        value("32; what it refers to is not counted", o -> 32, "java.lang.ref.WeakReference"),
        value("40; what it refers to is not counted", o -> 40, "java.lang.ref.SoftReference"));
  }

  private static boolean isCached(Number number) {
    return number.longValue() >= -128 && number.longValue() <= 127;
  }

  private static long bigInteger(BigInteger number) {
    return 40 + array((number.abs().bitLength() + 31) / 32, 4);
  }

  private static void walkAtomicArray(Object array, ReferenceSink out) {
    AtomicReferenceArray<?> references = (AtomicReferenceArray<?>) array;
    for (int i = 0; i < references.length(); i++) {
      out.accept(references.get(i));
    }
  }

  /** A {@code String} of its own with the characters of {@code text}. */
  private static long string(String text) {
    return 24 + array(text.length(), bytesPerChar(text));
  }

  /** 1 where all characters are Latin-1, else 2. */
  private static int bytesPerChar(String text) {
    int all = 0;
    for (int i = 0, length = text.length(); i < length; i++) {
      all |= text.charAt(i);
    }
    return all > LATIN_1 ? 2 : 1;
  }
}
