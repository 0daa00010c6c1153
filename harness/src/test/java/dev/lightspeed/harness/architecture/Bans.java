package dev.lightspeed.harness.architecture;

import static dev.lightspeed.harness.architecture.Ban.creating;
import static dev.lightspeed.harness.architecture.Ban.exactly;
import static dev.lightspeed.harness.architecture.Ban.methods;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.text.SimpleDateFormat;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Collection;
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
import java.util.function.Predicate;
import java.util.stream.BaseStream;
import java.util.stream.Collectors;

/** Everything that the harness does without, one by one. */
final class Bans {

  /** Starts a JVM with other defaults than this one's, which it therefore asks for. */
  private static final String OTHER_DEFAULTS = "dev.lightspeed.harness.verify.OtherCircumstances";

  static final List<Ban> ALL =
      List.of(
          Ban.of(
              "a clock: figures come from counts, pass a time in if one is needed",
              methods(System.class, "currentTimeMillis", "nanoTime")
                  .or(methods(Clock.class, "systemUTC", "systemDefaultZone", "system"))
                  .or(exactly(Date.class, "<init>"))
                  .or(target -> isJavaTime(target) && target.getName().equals("now")),
              "dev.lightspeed.harness.calibrate.MachineRates"),
          Ban.of(
              "unseeded randomness: use SplitMix64",
              creating(Random.class)
                  .or(creating(SplittableRandom.class))
                  .or(methods(Math.class, "random"))
                  .or(methods(StrictMath.class, "random"))
                  .or(methods(ThreadLocalRandom.class, "current"))
                  .or(methods(UUID.class, "randomUUID"))
                  .or(exactly(Collections.class, "shuffle", List.class))),
          Ban.of(
              "the default locale: name Locale.ROOT",
              methods(Locale.class, "getDefault")
                  .or(exactly(String.class, "format", String.class, Object[].class))
                  .or(methods(String.class, "formatted"))
                  .or(exactly(String.class, "toLowerCase"))
                  .or(exactly(String.class, "toUpperCase"))
                  .or(exactly(Formatter.class, "<init>"))
                  .or(exactly(Formatter.class, "<init>", Appendable.class))
                  .or(exactly(SimpleDateFormat.class, "<init>", String.class))
                  .or(exactly(PrintStream.class, "printf", String.class, Object[].class)),
              OTHER_DEFAULTS),
          Ban.of(
              "the default time zone: name ZoneOffset.UTC",
              methods(ZoneId.class, "systemDefault").or(methods(TimeZone.class, "getDefault")),
              OTHER_DEFAULTS),
          Ban.of(
              "the default charset: name StandardCharsets.UTF_8",
              methods(Charset.class, "defaultCharset")
                  .or(exactly(String.class, "getBytes"))
                  .or(exactly(String.class, "<init>", byte[].class))
                  .or(exactly(String.class, "<init>", byte[].class, int.class, int.class))
                  .or(exactly(InputStreamReader.class, "<init>", InputStream.class))
                  .or(exactly(OutputStreamWriter.class, "<init>", OutputStream.class)),
              OTHER_DEFAULTS),
          Ban.of(
              "an order that is salted in every JVM: use List.of, TreeSet, TreeMap or a Linked one",
              methods(Set.class, "of", "copyOf")
                  .or(methods(Map.class, "of", "ofEntries", "copyOf"))
                  .or(
                      methods(
                          Collectors.class,
                          "toSet",
                          "toUnmodifiableSet",
                          "toUnmodifiableMap",
                          "groupingByConcurrent",
                          "toConcurrentMap"))
                  .or(exactly(Collectors.class, "toMap", Function.class, Function.class))
                  .or(exactly(Collectors.class, "groupingBy", Function.class))),
          Ban.of(
              "an order by hash code: use a Tree or a Linked one",
              creating(HashMap.class).or(creating(HashSet.class))),
          Ban.of(
              "an order by threads: reduce in order, or add integers",
              ((Predicate<CodeUnitAccessTarget>)
                      target ->
                          target.getName().equals("parallelStream")
                              && isOn(Collection.class, target))
                  .or(
                      target ->
                          target.getName().equals("parallel") && isOn(BaseStream.class, target))),
          Ban.of(
              "an order by address: compare by a name or an index",
              methods(System.class, "identityHashCode")));

  private Bans() {}

  private static boolean isJavaTime(CodeUnitAccessTarget target) {
    return target.getOwner().getPackageName().startsWith("java.time");
  }

  /** A call is recorded with the type of the expression, such as List, not with Collection. */
  private static boolean isOn(Class<?> type, CodeUnitAccessTarget target) {
    return target.getOwner().isAssignableTo(type);
  }
}
