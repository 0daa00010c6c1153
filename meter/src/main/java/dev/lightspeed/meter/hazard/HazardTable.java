package dev.lightspeed.meter.hazard;

import dev.lightspeed.meter.instrument.CallSign;
import dev.lightspeed.meter.instrument.HandOffs;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** The causes of counts that differ, the surest sign first, and how each is recognised. */
final class HazardTable {

  /**
   * A line of the table.
   *
   * @param hazard the hazard
   * @param sign by what a method has it, such as {@code Math.random}; null if it has not
   */
  record Known(Hazard hazard, Function<MethodNode, @Nullable String> sign) {}

  /** All of them. */
  static final List<Known> ALL =
      List.of(
          calls(
              "draws random numbers",
              "draw from a generator that is seeded per session, as SplitMix64.forSession",
              true,
              "java.lang.Math random",
              "java.util.Random new()",
              "java.util.SplittableRandom new()",
              "java.util.concurrent.ThreadLocalRandom current",
              "java.security.SecureRandom new",
              "java.util.UUID randomUUID",
              "java.util.Collections shuffle(List)",
              "java.util.concurrent.ConcurrentSkipListMap new",
              "java.util.concurrent.ConcurrentSkipListSet new",
              "java.util.random.RandomGenerator getDefault"),
          calls(
              "reads the clock",
              "take the time from the event, or a Clock that stands still",
              true,
              "java.lang.System nanoTime currentTimeMillis",
              "java.time.Instant now()",
              "java.time.LocalDate now",
              "java.time.LocalTime now",
              "java.time.LocalDateTime now",
              "java.time.ZonedDateTime now",
              "java.time.OffsetDateTime now",
              "java.time.Year now",
              "java.time.YearMonth now",
              "java.time.Clock systemUTC systemDefaultZone",
              "java.util.Date new()",
              "java.text.SimpleDateFormat new(String,Locale)",
              "java.util.Calendar getInstance"),
          new Known(
              new Hazard(
                  "hands work to other threads",
                  HandOffs.published(),
                  "do the work on the session's own thread: stream() for parallelStream(), an"
                      + " executor that runs its tasks at once",
                  true),
              method -> firstCall(method, HandOffs::sign)),
          calls(
              "asks what the garbage collector has left",
              "keep what is needed by a strong reference, in the session",
              true,
              "java.lang.ref.WeakReference new",
              "java.lang.ref.SoftReference new",
              "java.lang.ref.Reference get",
              "java.lang.ref.WeakReference get",
              "java.lang.ref.SoftReference get",
              "java.util.WeakHashMap new get put size containsKey computeIfAbsent"),
          calls(
              "uses identity hash codes, which are drawn anew for every object",
              "give the class a hashCode, or number its objects",
              true,
              "java.lang.Object hashCode toString",
              "java.lang.System identityHashCode",
              "java.util.IdentityHashMap new"),
          calls(
              "lists files in the order of the file system",
              "sort them by name",
              false,
              "java.nio.file.Files list walk find newDirectoryStream getLastModifiedTime",
              "java.io.File list listFiles lastModified"),
          calls(
              "asks for the JVM and its environment",
              "pass it in with the workload",
              false,
              "java.lang.System getProperty getenv lineSeparator",
              "java.lang.Runtime availableProcessors freeMemory totalMemory maxMemory",
              "java.lang.ProcessHandle pid",
              "java.lang.Thread getName getId threadId"),
          calls(
              "depends on the default locale, time zone or charset",
              "name it: Locale.ROOT, ZoneOffset.UTC, StandardCharsets.UTF_8",
              false,
              "java.util.Locale getDefault",
              "java.util.TimeZone getDefault",
              "java.time.ZoneId systemDefault",
              "java.nio.charset.Charset defaultCharset",
              "java.lang.String toUpperCase() toLowerCase() getBytes() new(byte[]) format(String,Object[]) formatted",
              "java.text.NumberFormat getInstance()",
              "java.text.DecimalFormat new(String)",
              "java.text.SimpleDateFormat new(String)",
              "java.time.format.DateTimeFormatter ofPattern(String)",
              "java.io.FileReader new"),
          new Known(
              new Hazard(
                  "changes state that all sessions share",
                  StaticState.SIGNS,
                  "keep it in the session, or fill it before the first session",
                  true),
              StaticState::sign),
          calls(
              "walks a hash table, in an order that identity hash codes decide if its keys have no"
                  + " hashCode of their own (classes and lambdas have none)",
              "use a LinkedHashMap or a TreeMap",
              true,
              "java.util.Map keySet values entrySet forEach",
              "java.util.HashMap new keySet values entrySet forEach",
              "java.util.HashSet new iterator",
              "java.util.Set iterator stream forEach",
              "java.util.concurrent.ConcurrentHashMap new",
              "java.util.stream.Collectors groupingBy(Function) toSet toMap(Function,Function)"));

  private HazardTable() {}

  private static Known calls(String cause, String remedy, boolean withinJvm, String... signs) {
    List<CallSign> calls = CallSign.all(signs);
    List<String> words = calls.stream().map(CallSign::inWords).toList();
    return new Known(
        new Hazard(cause, words, remedy, withinJvm),
        method ->
            firstCall(
                method,
                (owner, name, descriptor) ->
                    calls.stream().anyMatch(call -> call.matches(owner, name, descriptor))
                        ? CallSign.inWords(owner, name)
                        : null));
  }

  /** Tells of a call whether it is a sign, in words; null if not. */
  @FunctionalInterface
  private interface Recogniser {
    @Nullable String sign(String owner, String name, String descriptor);
  }

  /** The first call in {@code method}, or reference to a method, that is a sign. */
  private static @Nullable String firstCall(MethodNode method, Recogniser recogniser) {
    for (AbstractInsnNode instruction : method.instructions) {
      String sign = null;
      if (instruction instanceof MethodInsnNode call) {
        sign = recogniser.sign(call.owner, call.name, call.desc);
      } else if (instruction instanceof InvokeDynamicInsnNode reference) {
        for (Object argument : reference.bsmArgs) {
          if (sign == null && argument instanceof Handle handle) {
            sign = recogniser.sign(handle.getOwner(), handle.getName(), handle.getDesc());
          }
        }
      }
      if (sign != null) {
        return sign;
      }
    }
    return null;
  }
}
