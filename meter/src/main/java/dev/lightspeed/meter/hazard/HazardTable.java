package dev.lightspeed.meter.hazard;

import dev.lightspeed.meter.hazard.Hazards.Entry;
import dev.lightspeed.meter.hazard.Hazards.Kind;
import dev.lightspeed.meter.instrument.CallSign;
import dev.lightspeed.meter.instrument.HandOffs;
import java.util.ArrayList;
import java.util.List;

/** The causes of counts that differ, the surest sign first. */
final class HazardTable {

  private HazardTable() {}

  static List<Entry> entries() {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        calls(
            "draws random numbers",
            "draw from a generator that is seeded per session, as SplitMix64.forSession",
            true,
            "java.lang.Math.random",
            "java.util.Random.new()",
            "java.util.SplittableRandom.new()",
            "java.util.concurrent.ThreadLocalRandom.current",
            "java.security.SecureRandom.new",
            "java.util.UUID.randomUUID",
            "java.util.Collections.shuffle(List)",
            "java.util.concurrent.ConcurrentSkipListMap.new",
            "java.util.concurrent.ConcurrentSkipListSet.new",
            "java.util.random.RandomGenerator.getDefault"));
    entries.add(
        calls(
            "reads the clock",
            "take the time from the event, or a Clock that stands still",
            true,
            "java.lang.System.nanoTime",
            "java.lang.System.currentTimeMillis",
            "java.time.Instant.now()",
            "java.time.LocalDate.now",
            "java.time.LocalTime.now",
            "java.time.LocalDateTime.now",
            "java.time.ZonedDateTime.now",
            "java.time.OffsetDateTime.now",
            "java.time.Year.now",
            "java.time.YearMonth.now",
            "java.time.Clock.systemUTC",
            "java.time.Clock.systemDefaultZone",
            "java.util.Date.new()",
            "java.text.SimpleDateFormat.new(String,Locale)",
            "java.util.Calendar.getInstance"));
    entries.add(
        new Entry(
            new Hazard(
                "hands work to other threads",
                HandOffs.published(),
                "do the work on the session's own thread: stream() for parallelStream(), an"
                    + " executor that runs its tasks at once",
                true),
            List.of(),
            Kind.HAND_OFF));
    entries.add(
        calls(
            "asks what the garbage collector has left",
            "keep what is needed by a strong reference, in the session",
            true,
            "java.lang.ref.WeakReference.new",
            "java.lang.ref.SoftReference.new",
            "java.lang.ref.Reference.get",
            "java.lang.ref.WeakReference.get",
            "java.lang.ref.SoftReference.get",
            "java.util.WeakHashMap.new",
            "java.util.WeakHashMap.get",
            "java.util.WeakHashMap.put",
            "java.util.WeakHashMap.size",
            "java.util.WeakHashMap.containsKey",
            "java.util.WeakHashMap.computeIfAbsent"));
    entries.add(
        calls(
            "uses identity hash codes, which are drawn anew for every object",
            "give the class a hashCode, or number its objects",
            true,
            "java.lang.Object.hashCode",
            "java.lang.Object.toString",
            "java.lang.System.identityHashCode",
            "java.util.IdentityHashMap.new"));
    entries.add(
        calls(
            "lists files in the order of the file system",
            "sort them by name",
            false,
            "java.nio.file.Files.list",
            "java.nio.file.Files.walk",
            "java.nio.file.Files.find",
            "java.nio.file.Files.newDirectoryStream",
            "java.nio.file.Files.getLastModifiedTime",
            "java.io.File.list",
            "java.io.File.listFiles",
            "java.io.File.lastModified"));
    entries.add(
        calls(
            "asks for the JVM and its environment",
            "pass it in with the workload",
            false,
            "java.lang.System.getProperty",
            "java.lang.System.getenv",
            "java.lang.System.lineSeparator",
            "java.lang.Runtime.availableProcessors",
            "java.lang.Runtime.freeMemory",
            "java.lang.Runtime.totalMemory",
            "java.lang.Runtime.maxMemory",
            "java.lang.ProcessHandle.pid",
            "java.lang.Thread.getName",
            "java.lang.Thread.getId",
            "java.lang.Thread.threadId"));
    entries.add(
        calls(
            "depends on the default locale, time zone or charset",
            "name it: Locale.ROOT, ZoneOffset.UTC, StandardCharsets.UTF_8",
            false,
            "java.util.Locale.getDefault",
            "java.util.TimeZone.getDefault",
            "java.time.ZoneId.systemDefault",
            "java.nio.charset.Charset.defaultCharset",
            "java.lang.String.toUpperCase()",
            "java.lang.String.toLowerCase()",
            "java.lang.String.getBytes()",
            "java.lang.String.new(byte[])",
            "java.lang.String.format(String,Object[])",
            "java.lang.String.formatted",
            "java.text.NumberFormat.getInstance()",
            "java.text.DecimalFormat.new(String)",
            "java.text.SimpleDateFormat.new(String)",
            "java.time.format.DateTimeFormatter.ofPattern(String)",
            "java.io.FileReader.new"));
    entries.add(
        new Entry(
            new Hazard(
                "changes state that all sessions share",
                Hazards.staticSigns(),
                "keep it in the session, or fill it before the first session",
                true),
            List.of(),
            Kind.STATIC_STATE));
    entries.add(
        calls(
            "walks a hash table, in an order that identity hash codes decide if its keys have no"
                + " hashCode of their own (classes and lambdas have none)",
            "use a LinkedHashMap or a TreeMap",
            true,
            "java.util.Map.keySet",
            "java.util.Map.values",
            "java.util.Map.entrySet",
            "java.util.Map.forEach",
            "java.util.HashMap.new",
            "java.util.HashMap.keySet",
            "java.util.HashMap.values",
            "java.util.HashMap.entrySet",
            "java.util.HashMap.forEach",
            "java.util.HashSet.new",
            "java.util.HashSet.iterator",
            "java.util.Set.iterator",
            "java.util.Set.stream",
            "java.util.Set.forEach",
            "java.util.concurrent.ConcurrentHashMap.new",
            "java.util.stream.Collectors.groupingBy(Function)",
            "java.util.stream.Collectors.toSet",
            "java.util.stream.Collectors.toMap(Function,Function)"));
    return List.copyOf(entries);
  }

  private static Entry calls(String cause, String remedy, boolean withinJvm, String... signs) {
    List<CallSign> calls = new ArrayList<>();
    for (String sign : signs) {
      calls.add(CallSign.of(sign));
    }
    return new Entry(
        new Hazard(cause, Hazards.inWords(calls), remedy, withinJvm), calls, Kind.CALLS);
  }
}
