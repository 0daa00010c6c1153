package dev.lightspeed.harness.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.harness.workload.Pace;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TraceFileTest {

  /** Two scenarios: two sessions of two events, one session of three. */
  static final TraceSet SET =
      new TraceSet(
          "full/2@17.0.15",
          List.of("com.example.Cart: too odd", "com.example.Shop: \"quoted\""),
          List.of(
              new Trace(
                  "counter",
                  Pace.thinking(Duration.ofSeconds(1)),
                  2,
                  2,
                  List.of(
                      session(new Cost(900, 400, 1, 640, 2048), new Cost(30, 19, 2, 72, 2050)),
                      session(new Cost(901, 401, 1, 641, 2049), new Cost(31, 20, 2, 73, 2051)))),
              new Trace(
                  "stream_heavy_list",
                  Pace.broadcast(Duration.ofMillis(500)),
                  1,
                  3,
                  List.of(
                      SessionTrace.of(
                          new Cost(1, 2, 3, 5, 4),
                          List.of(
                              new Cost(0, 0, 0, 0, 0),
                              new Cost(
                                  Long.MAX_VALUE,
                                  Integer.MAX_VALUE,
                                  Integer.MAX_VALUE,
                                  Long.MAX_VALUE,
                                  1),
                              new Cost(5, 6, 7, 8, 1L << 53)))))));

  @TempDir Path folder;

  @Test
  void theFormatStaysAsItIs() {
    Golden.assertHolds("trace-2.jsonl", text(SET));
    assertThat(TraceFile.read(Golden.file("trace-2.jsonl"))).isEqualTo(SET);
  }

  @Provide
  Arbitrary<TraceSet> sets() {
    Arbitrary<Trace> traces =
        Combinators.combine(
                Reports.labels(),
                Arbitraries.of(Pace.Mode.values()),
                Arbitraries.longs().between(1, 1_000_000_000_000_000L),
                Arbitraries.integers().between(1, 5),
                Arbitraries.integers().between(1, 6),
                Arbitraries.longs().between(0, Long.MAX_VALUE).list().ofSize(31))
            .as(
                (label, mode, mean, sessions, events, numbers) ->
                    new Trace(
                        label,
                        new Pace(mode, mean),
                        sessions,
                        events,
                        randomSessions(sessions, events, numbers)));
    return traces
        .list()
        .ofMinSize(1)
        .ofMaxSize(4)
        .uniqueElements(Trace::workload)
        .map(list -> new TraceSet("portable/2", List.of(), list));
  }

  private static List<SessionTrace> randomSessions(int count, int events, List<Long> numbers) {
    List<SessionTrace> sessions = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < count; i++) {
      List<Cost> costs = new ArrayList<>();
      for (int event = 0; event < events; event++) {
        long number = numbers.get(at++ % numbers.size());
        costs.add(
            new Cost(
                number,
                (int) (number >>> 32),
                (int) (number & 0xffff),
                number >>> 1,
                number >>> (at % 60)));
      }
      sessions.add(SessionTrace.of(costs.get(0), costs));
    }
    return sessions;
  }

  @Property(seed = "6", tries = 100)
  void readsBackWhatItWrites(@ForAll("sets") TraceSet set) throws IOException {
    for (String name : List.of("trace.jsonl", "trace.jsonl.gz")) {
      Path file = Files.createTempDirectory("trace").resolve(name);
      TraceFile.write(file, set);
      assertThat(TraceFile.read(file)).isEqualTo(set);
      Files.delete(file);
      Files.delete(file.getParent());
    }
  }

  @Test
  void aMillionSessionsAreWrittenAsThoseThatDiffer() throws IOException {
    List<SessionTrace> sessions =
        Collections.nCopies(1024, session(new Cost(1, 2, 3, 56, 4), new Cost(5, 6, 7, 56, 8)));
    Trace trace =
        new Trace("counter", Pace.thinking(Duration.ofSeconds(1)), 1_000_000, 2, sessions);
    TraceSet set = new TraceSet("portable/2", List.of(), List.of(trace));
    Path file = folder.resolve("big.jsonl");

    TraceFile.write(file, set);

    assertThat(Files.readAllLines(file)).hasSize(1 + 1024);
    assertThat(TraceFile.read(file)).isEqualTo(set);
  }

  @Test
  void compressionIsToldByTheBytesNotByTheName() throws IOException {
    Path file = folder.resolve("trace.gz");
    TraceFile.write(file, SET);
    Path renamed = Files.move(file, folder.resolve("trace.jsonl"));
    Path plain = write(folder.resolve("plain.gz"), text(SET).getBytes(StandardCharsets.UTF_8));

    assertThat(Files.readAllBytes(renamed)).startsWith(0x1f, 0x8b);
    assertThat(TraceFile.read(renamed)).isEqualTo(SET);
    assertThat(TraceFile.read(plain)).isEqualTo(SET);
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "gzip"})
  void aCutTraceIsRefusedWhereverItIsCut(String form) throws IOException {
    byte[] plain = text(SET).getBytes(StandardCharsets.UTF_8);
    byte[] whole = form.equals("gzip") ? gzip(plain) : plain;
    // Without its last line break a plain file still has all of its content.
    int last = form.equals("gzip") ? whole.length : whole.length - 1;
    for (int length = 0; length < last; length++) {
      Path file = write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> TraceFile.read(file))
          .as("cut to %d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file.toString());
    }
    assertThat(TraceFile.read(write(folder.resolve("cut"), Arrays.copyOf(whole, last))))
        .isEqualTo(SET);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 9, 10, 40, 200})
  void aCutCompressedTraceSaysThatItIsCut(int length) throws IOException {
    byte[] whole = gzip(text(SET).getBytes(StandardCharsets.UTF_8));
    Path file = write(folder.resolve("cut.gz"), Arrays.copyOf(whole, length));

    assertThatThrownBy(() -> TraceFile.read(file))
        .hasMessage(
            file + ": the file ends inside its gzip stream, it is truncated: write it again");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 9, 17, 18, 19, 26, 27, 100, 65_535, 65_536, 200_000})
  void nothingMayFollowTheCompressedStream(int count) throws IOException {
    byte[] whole = gzip(text(SET).getBytes(StandardCharsets.UTF_8));
    for (byte filler : new byte[] {0, 0x1f, 'x'}) {
      byte[] longer = Arrays.copyOf(whole, whole.length + count);
      Arrays.fill(longer, whole.length, longer.length, filler);
      Path file = write(folder.resolve("longer.gz"), longer);

      assertThatThrownBy(() -> TraceFile.read(file))
          .hasMessage(file + ": its gzip stream is damaged (bytes after its end): write it again");
    }
  }

  @Test
  void twoCompressedStreamsAreNotOneTrace() throws IOException {
    byte[] whole = gzip(text(SET).getBytes(StandardCharsets.UTF_8));
    byte[] twice = Arrays.copyOf(whole, whole.length * 2);
    System.arraycopy(whole, 0, twice, whole.length, whole.length);
    Path file = write(folder.resolve("twice.gz"), twice);

    assertThatThrownBy(() -> TraceFile.read(file)).isInstanceOf(InputException.class);
  }

  @Test
  void aFlippedByteInACompressedTraceIsRefused() throws IOException {
    byte[] whole = gzip(text(SET).getBytes(StandardCharsets.UTF_8));
    whole[whole.length / 2] ^= 1;
    Path file = write(folder.resolve("flipped.gz"), whole);

    assertThatThrownBy(() -> TraceFile.read(file)).isInstanceOf(InputException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          [30,30] | [30,-1] | FILE:2: cpuUnits[1]: found -1, expected an integer, at least 0
          [30,30] | [30,"x"] | FILE:2:42: cpuUnits[1]: found the string 'x', expected an integer, at least 0
          [30,30] | [30,2.5] | FILE:2:42: cpuUnits[1]: found 2.5, expected an integer, at least 0
          [30,30] | [30] | FILE:2:38: cpuUnits: found 1 integers, expected 2
          [30,30] | 30 | FILE:2:38: cpuUnits: found 30, expected a list of integers
          [19,19] | [19,2147483648] | FILE:2: payloadBytes[1]: found 2147483648, expected an integer from 0 to 2147483647
          "cpuUnits":[30,30], | `` | FILE:2:1: the key 'cpuUnits' is missing
          "cpuUnits":[30,30], | "cpuUnit":[30,30], | FILE:2:27: cpuUnit: unknown key, did you mean 'cpuUnits'? known: allocatedBytes, cpuUnits, mount, patchOps, payloadBytes, retainedBytes, session, workload
          "allocatedBytes":[72,72], | `` | FILE:2:1: the key 'allocatedBytes' is missing
          [72,72] | [72,-1] | FILE:2: allocatedBytes[1]: found -1, expected an integer, at least 0
          "allocatedBytes":640 | "allocatedBytes":-640 | FILE:2:72: mount.allocatedBytes: found -640, expected an integer, at least 0
          "uncounted":["com | "uncounted":["den | FILE:1:1: uncounted: [den.example.Cart: too odd, com.example.Shop: "quoted"] is not a sorted list of classes, each once
          "cpuUnits":900 | "cpuUnits":-900 | FILE:2:87: mount.cpuUnits: found -900, expected an integer, at least 0
          "session":1 | "session":0 | FILE:3: found session 0 of 'counter', expected session 1 of 'counter' (of 2): write the trace again
          "session":0,"workload":"counter" | "session":1,"workload":"counter" | FILE:2: found session 1 of 'counter', expected session 0 of 'counter' (of 2): write the trace again
          "session":0,"workload":"stream_heavy_list" | "session":0,"workload":"counter" | FILE:4: found session 0 of 'counter', expected session 0 of 'stream_heavy_list' (of 1): write the trace again
          "mode":"think" | "mode":"thinks" | FILE:1:97: scenarios[0].pace.mode: found the string 'thinks', expected 'think' or 'broadcast'
          "meanNs":1000000000 | "meanNs":0 | FILE:1:79: scenarios[0].pace.meanNs: found 0, expected an integer, at least 1
          "sessionCount":2 | "sessionCount":0 | FILE:1:121: scenarios[0].sessionCount: found 0, expected an integer from 1 to 2147483647
          "sessionCount":2 | "sessionCount":3 | FILE:4: found session 0 of 'stream_heavy_list', expected session 2 of 'counter' (of 3): write the trace again
          "sessionCount":1, | "sessionCount":2, | FILE:5: the file ends, expected session 1 of 'stream_heavy_list' (of 2): write the trace again
          "workload":"counter"}, | "workload":"Counter"}, | FILE:1:40: scenarios[0]: workload: the label 'Counter' does not match [a-z][a-z0-9_]{0,63}
          full/2@17.0.15 | portable | FILE:1:1: meter: 'portable' does not match [a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,63})?
          full/2@17.0.15 | full/2@ | FILE:1:1: meter: 'full/2@' does not match [a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,63})?
          trace/2 | trace/3 | FILE:1:273: schema: unknown schema version 'trace/3', expected 'trace/2': use the version of lightspeed that wrote the file, or write it again
          """)
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) throws IOException {
    String text = text(SET).replaceFirst(Pattern.quote(right), wrong);

    assertThat(text).isNotEqualTo(text(SET));
    assertRefused(text, message);
  }

  @Test
  void refusesLinesThatAreMissingDoubledOrTooMany() throws IOException {
    List<String> lines = text(SET).lines().toList();

    assertRefused("", "FILE: is empty, expected a trace: write the trace again");
    assertRefused(
        lines.get(0) + "\n",
        "FILE:2: the file ends, expected session 0 of 'counter' (of 2): write the trace again");
    assertRefused(
        text(SET) + lines.get(3) + "\n",
        "FILE:5: a line after the last session that line 1 announces, expected the end: write the"
            + " trace again");
    assertRefused(
        text(SET) + "garbage",
        "FILE:5:8: is not JSON: Unrecognized token 'garbage': was expecting (JSON String, Number,"
            + " Array, Object or token 'null', 'true' or 'false')");
    assertRefused(
        text(SET).replaceFirst("\n", "\n\n"), "FILE:3:1: expected one JSON object on every line");
    assertRefused(
        text(SET).replaceFirst("\n", " "), "FILE:1:357: expected one JSON object on every line");
    assertRefused(
        text(SET).replaceFirst(",\"mount\"", ",\n\"mount\""),
        "FILE:3:200: the object of line 2 ends here, expected on its line");
  }

  @Test
  void aHeaderThatPromisesALotAllocatesNothing() throws IOException {
    assertRefused(
        "{\"meter\":\"portable/1\",\"scenarios\":[{\"eventsPerSession\":2147483647,"
            + "\"pace\":{\"meanNs\":1,\"mode\":\"think\"},\"sessionCount\":2147483647,"
            + "\"workload\":\"w\"}],\"schema\":\"trace/2\",\"uncounted\":[]}\n",
        "FILE:2: the file ends, expected session 0 of 'w' (of 1024): write the trace again");
  }

  @Test
  void refusesASetThatNoSuiteGives() {
    Trace trace = SET.traces().get(0);

    assertThatThrownBy(() -> new TraceSet("portable/2", List.of(), List.of()))
        .hasMessage("traces: none, expected at least one");
    assertThatThrownBy(() -> new TraceSet("portable/2", List.of(), List.of(trace, trace)))
        .hasMessage("traces: the workload 'counter' is there twice, expected once");
    assertThatThrownBy(() -> new TraceSet("portable/2", List.of("b", "a"), List.of(trace)))
        .hasMessage("uncounted: [b, a] is not a sorted list of classes, each once");
  }

  private void assertRefused(String text, String message) throws IOException {
    Path file = write(folder.resolve("t.jsonl"), text.getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> TraceFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replaceFirst("FILE", file.toString()));
  }

  private String text(TraceSet set) {
    try {
      Path file = folder.resolve("written.jsonl");
      TraceFile.write(file, set);
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path write(Path file, byte[] bytes) throws IOException {
    return Files.write(file, bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }

  private static SessionTrace session(Cost mount, Cost event) {
    return SessionTrace.of(mount, List.of(event, event));
  }
}
