package dev.lightspeed.harness.architecture;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Date;
import java.util.Formatter;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Does all that is banned, one deed a method: what shows that every ban can fail. */
@SuppressWarnings({
  "DefaultCharset",
  "JavaTimeDefaultTimeZone",
  "JavaUtilDate",
  "StringCaseLocaleUsage"
}) // being wrong is the point
final class Guilty {

  private Guilty() {}

  static long currentTimeMillis() {
    return System.currentTimeMillis();
  }

  static long nanoTime() {
    return System.nanoTime();
  }

  static Object instantNow() {
    return Instant.now();
  }

  static Object dateNow() {
    return LocalDate.now();
  }

  static Object clock() {
    return Clock.systemUTC();
  }

  static Object date() {
    return new Date();
  }

  static Object random() {
    return new Random();
  }

  static Object splittableRandom() {
    return new SplittableRandom();
  }

  static double mathRandom() {
    return Math.random();
  }

  static double strictMathRandom() {
    return StrictMath.random();
  }

  static Object threadLocalRandom() {
    return ThreadLocalRandom.current();
  }

  static Object uuid() {
    return UUID.randomUUID();
  }

  static Supplier<UUID> uuidReference() {
    return UUID::randomUUID;
  }

  static void shuffle(List<String> list) {
    Collections.shuffle(list);
  }

  static Object locale() {
    return Locale.getDefault();
  }

  static String format(int value) {
    return String.format("%d", value);
  }

  static String formatted(int value) {
    return "%d".formatted(value);
  }

  static String lower(String text) {
    return text.toLowerCase();
  }

  static String upper(String text) {
    return text.toUpperCase();
  }

  static Function<String, String> upperReference() {
    return String::toUpperCase;
  }

  static Object formatter() {
    return new Formatter();
  }

  static Object formatterTo(StringBuilder out) {
    return new Formatter(out);
  }

  static Object dateFormat() {
    return new SimpleDateFormat("yyyy");
  }

  static void printf(PrintStream out, int value) {
    out.printf("%d", value);
  }

  static Object zone() {
    return ZoneId.systemDefault();
  }

  static Object timeZone() {
    return TimeZone.getDefault();
  }

  static Object charset() {
    return Charset.defaultCharset();
  }

  static byte[] bytes(String text) {
    return text.getBytes();
  }

  static String text(byte[] bytes) {
    return new String(bytes);
  }

  static String textPart(byte[] bytes) {
    return new String(bytes, 0, 1);
  }

  static Object reader(byte[] bytes) {
    return new InputStreamReader(new ByteArrayInputStream(bytes));
  }

  static Object writer() {
    return new OutputStreamWriter(new ByteArrayOutputStream());
  }

  static Object setOf() {
    return Set.of("a", "b");
  }

  static Object setCopyOf(List<String> list) {
    return Set.copyOf(list);
  }

  static Object mapOf() {
    return Map.of("a", "b");
  }

  static Object mapOfEntries(Map.Entry<String, String> entry) {
    return Map.ofEntries(entry);
  }

  static Object mapCopyOf(Map<String, String> map) {
    return Map.copyOf(map);
  }

  static Object toSet(Stream<String> stream) {
    return stream.collect(Collectors.toSet());
  }

  static Object toUnmodifiableSet(Stream<String> stream) {
    return stream.collect(Collectors.toUnmodifiableSet());
  }

  static Object toUnmodifiableMap(Stream<String> stream) {
    return stream.collect(Collectors.toUnmodifiableMap(x -> x, x -> x));
  }

  static Object toMap(Stream<String> stream) {
    return stream.collect(Collectors.toMap(x -> x, x -> x));
  }

  static Object groupingBy(Stream<String> stream) {
    return stream.collect(Collectors.groupingBy(String::length));
  }

  static Object hashMap() {
    return new HashMap<String, String>();
  }

  static Supplier<Object> hashMapReference() {
    return HashMap::new;
  }

  static Object hashSet() {
    return new HashSet<String>();
  }

  static Object parallelStream(List<String> list) {
    return list.parallelStream();
  }

  static Object parallel(Stream<String> stream) {
    return stream.parallel();
  }

  static int identityHashCode(Object object) {
    return System.identityHashCode(object);
  }
}
