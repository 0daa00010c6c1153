package dev.lightspeed.harness.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lightspeed.harness.Golden;
import dev.lightspeed.harness.Reports;
import dev.lightspeed.harness.file.InputException;
import dev.lightspeed.meter.CallTree;
import dev.lightspeed.meter.RetainedType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

class AttributionFileTest {

  @TempDir Path folder;

  @Test
  void versionOneStaysAsItIs() {
    Golden.assertHolds("attribution-1.json", AttributionWriter.text(Attributions.ATTRIBUTION));
    assertThat(AttributionFile.read(Golden.file("attribution-1.json")))
        .isEqualTo(Attributions.ATTRIBUTION);
  }

  @Provide
  Arbitrary<CallTree> trees() {
    Arbitrary<String> frames =
        Arbitraries.oneOf(
            Arbitraries.of(Attributions.ADD, Attributions.LINE, Attributions.SORT),
            Arbitraries.strings().ofMaxLength(12).map(AttributionRecorder::wellFormed));
    Arbitrary<Long> counts = Arbitraries.longs().between(0, 1L << 56);
    return Arbitraries.lazyOf(
        () ->
            Combinators.combine(frames, counts, counts)
                .as((frame, units, bytes) -> new CallTree(frame, units, bytes, List.of())),
        () ->
            Combinators.combine(frames, counts, counts, trees().list().ofMaxSize(3))
                .as(CallTree::new));
  }

  @Provide
  Arbitrary<Attribution> attributions() {
    Arbitrary<WorkloadAttribution> workloads =
        Combinators.combine(
                Reports.labels(),
                trees().list().ofMinSize(1).ofMaxSize(4),
                Arbitraries.integers().between(1, 9))
            .as(AttributionFileTest::workload);
    return workloads
        .list()
        .ofMinSize(1)
        .ofMaxSize(3)
        .uniqueElements(WorkloadAttribution::workload)
        .map(list -> new Attribution("portable/2", list));
  }

  private static WorkloadAttribution workload(String label, List<CallTree> trees, int events) {
    Map<String, EventType> kinds = new TreeMap<>();
    long left = events;
    for (CallTree tree : trees) {
      if (left > 1 && !kinds.containsKey(tree.frame()) && !tree.frame().equals("rest")) {
        kinds.put(tree.frame(), Attributions.kind(tree.frame(), 1, tree));
        left--;
      }
    }
    // A mount is a step too, whatever it is called.
    kinds.put("rest", Attributions.kind("rest", left + 1, new CallTree("rest", 3, 4, List.of())));
    List<RetainedType> types = List.of(new RetainedType("byte[]", events, 1L << 55));
    return new WorkloadAttribution(
        label,
        1,
        events,
        new ArrayList<>(kinds.values()),
        new RetainedPeak(0, events, "rest", types));
  }

  @Property(seed = "8", tries = 200)
  void readsBackWhatItWrites(@ForAll("attributions") Attribution attribution) throws IOException {
    for (String name : List.of("a.json", "a.json.gz")) {
      Path file = Files.createTempDirectory("attribution").resolve(name);
      AttributionFile.write(file, attribution);
      byte[] bytes = Files.readAllBytes(file);
      Attribution read = AttributionFile.read(file);
      assertThat(read).isEqualTo(attribution);
      AttributionFile.write(file, read);
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
      Files.delete(file);
      Files.delete(file.getParent());
    }
  }

  @Test
  void aTreeOfAnyDepthAndOfManyNodesIsKept() {
    for (CallTree tree : List.of(Attributions.deep("go", 900), Attributions.wide("go", 100_000))) {
      Attribution attribution =
          new Attribution(
              "portable/2",
              List.of(
                  new WorkloadAttribution(
                      "w",
                      1,
                      1,
                      List.of(Attributions.kind("go", 2, tree)),
                      new RetainedPeak(0, 0, "go", List.of()))));
      Path file = folder.resolve("large.json.gz");
      AttributionFile.write(file, attribution);

      assertThat(AttributionFile.read(file)).isEqualTo(attribution);
    }
  }

  @Test
  void aCutFileIsRefusedWhereverItIsCut() throws IOException {
    byte[] whole = text().getBytes(StandardCharsets.UTF_8);
    for (int length = 0; length < whole.length - 1; length += 7) {
      Path file = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> AttributionFile.read(file))
          .as("cut to %d bytes", length)
          .isInstanceOf(InputException.class)
          .hasMessageStartingWith(file.toString());
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          attribution/1 | attribution/2 | FILE:1:318: schema: unknown schema version 'attribution/2', expected 'attribution/1': use the version of lightspeed that wrote the file, or write it again
          attribution/1 | trace/1 | FILE:1:318: schema: found 'trace/1', expected 'attribution/1': is this the right file?
          "(mount)","add" | "add","(mount)" | FILE:1:18: frames[1]: found the string '(mount)', expected the frames in order, each once
          "pay"] | "pay","zzz"] | FILE:1:283: frames[9]: found the string 'zzz', expected a frame that a tree uses
          full/2@17.0.15 | full | FILE:1:1: meter: 'full' does not match [a-z][a-z0-9_-]{0,62}/[0-9]{1,9}(@[0-9A-Za-z.+_-]{1,63})?
          "count":3 | "count":0 | FILE:1:587: workloads[0].kinds[1].count: found 0, expected an integer, at least 1
          "count":3 | "count":4 | FILE:1:347: workloads[0]: kinds: 7 steps in all, expected 6: a mount and 2 events in each of 2 sessions
          "cpuUnits":85 | "cpuUnits":86 | FILE:1:558: workloads[0].kinds[1]: tree: 'add' has call paths of 85 CPU units, counted were 86
          "allocatedBytes":48 | "allocatedBytes":49 | FILE:1:558: workloads[0].kinds[1]: tree: 'add' has call paths of 48 allocated bytes, counted were 49
          "name":"add" | "name":"sub" | FILE:1:558: workloads[0].kinds[1]: tree: its root is 'add', expected 'sub'
          "units":[0,10,20 | "units":[0,-10,20 | FILE:1: workloads[0].kinds[1].tree.units[1]: found -10, expected an integer, at least 0
          "units":[0,10,20 | "units":[10,20 | FILE:1:739: workloads[0].kinds[1].tree.units: found 6 integers, expected 7
          "depths":[0,1,2,3,3 | "depths":[1,1,2,3,3 | FILE:1:690: workloads[0].kinds[1].tree.depths: found a list, expected a root, of depth 0, at the start
          "depths":[0,1,2,3,3 | "depths":[0,1,3,3,3 | FILE:1:690: workloads[0].kinds[1].tree.depths: at 2 is 3, expected 1 to 2
          "depths":[0,1,2,3,3 | "depths":[0,1,2,0,3 | FILE:1:690: workloads[0].kinds[1].tree.depths: at 3 is 0, expected 1 to 3
          "frames":[1,5,4,3,4 | "frames":[1,5,4,4,3 | FILE:1:715: workloads[0].kinds[1].tree.frames: at 4 is 3, expected more than 4, by frame and once
          "frames":[1,5,4,3,4 | "frames":[1,5,4,3,99 | FILE:1: workloads[0].kinds[1].tree.frames[4]: found 99, expected an integer from 0 to 8
          "session":1 | "session":1024 | FILE:1:977: workloads[0].peak.session: found 1024, expected an integer from 0 to 1023
          "objects":3 | "objects":0 | FILE:1:1010: workloads[0].peak.types[0].objects: found 0, expected an integer, at least 1
          "type":"byte[]" | "type":"d" | FILE:1:943: workloads[0].peak: types: 'com.example.Cart$Line' is not in its place, by name and once
          "distinctSessions":2 | "distinctSessions":1025 | FILE:1:367: workloads[0].distinctSessions: found 1025, expected an integer from 1 to 1024
          "peak" | "peek" | FILE:1:936: workloads[0].peek: unknown key, did you mean 'peak'? known: distinctSessions, eventsPerSession, kinds, peak, workload
          """)
  void saysWhatIsWrongAndWhere(String right, String wrong, String message) throws IOException {
    String text = text().replaceFirst(Pattern.quote(right), wrong.replace("$", "\\$"));

    assertThat(text).isNotEqualTo(text());
    Path file = Files.writeString(folder.resolve("a.json"), text);
    assertThatThrownBy(() -> AttributionFile.read(file))
        .isInstanceOf(InputException.class)
        .hasMessage(message.replaceFirst("FILE", file.toString()));
  }

  private static String text() {
    return AttributionWriter.text(Attributions.ATTRIBUTION);
  }
}
