package dev.lightspeed.corpus.calls;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Streams, whose pipelines cost before the first element, too. */
final class StreamCalls {

  private StreamCalls() {}

  static List<Program> list() {
    List<Program> calls = new ArrayList<>();
    for (int size : new int[] {8, 512}) {
      calls.addAll(
          List.of(
              stream("stream_count", size, all -> all.stream().filter(x -> x > 500).count()),
              stream("stream_map_list", size, all -> all.stream().map(x -> x + 1).toList().size()),
              stream(
                  "stream_collect",
                  size,
                  all -> all.stream().filter(x -> x > 9).collect(Collectors.toList()).size()),
              stream("stream_int_sum", size, all -> all.stream().mapToInt(x -> x).sum()),
              stream("stream_reduce", size, all -> all.stream().reduce(0, Integer::sum)),
              stream("stream_any_match", size, all -> all.stream().anyMatch(x -> x < 0) ? 1 : 0),
              stream("stream_sorted", size, all -> all.stream().sorted().toList().get(0)),
              stream(
                  "stream_sorted_by",
                  size,
                  all -> all.stream().sorted(Comparator.comparing(x -> -x)).toList().get(0)),
              stream("stream_distinct", size, all -> all.stream().distinct().count()),
              stream(
                  "stream_group",
                  size,
                  all -> all.stream().collect(Collectors.groupingBy(x -> x % 7)).size()),
              stream(
                  "stream_group_count",
                  size,
                  all ->
                      all.stream()
                          .collect(Collectors.groupingBy(x -> x % 7, Collectors.counting()))
                          .size()),
              stream(
                  "stream_to_map",
                  size,
                  all ->
                      all.stream().collect(Collectors.toMap(x -> x, x -> x, (a, b) -> a)).size()),
              stream(
                  "stream_joining",
                  size,
                  all ->
                      all.stream().map(String::valueOf).collect(Collectors.joining(",")).length()),
              stream("stream_max", size, all -> all.stream().max(Comparator.naturalOrder()).get()),
              stream(
                  "int_stream_range",
                  size,
                  all -> IntStream.range(0, all.size()).map(i -> i * 3).sum()),
              stream("iterable_for_each", size, StreamCalls::each),
              stream(
                  "stream_flat_map",
                  size,
                  all -> all.stream().flatMap(x -> List.of(x, x).stream()).count()),
              stream(
                  "stream_first",
                  size,
                  all -> all.stream().filter(x -> x > 1).findFirst().orElse(0))));
    }
    calls.add(stream("optional_map", 8, all -> Optional.of(all.get(0)).map(x -> x + 1).orElse(0)));
    return calls;
  }

  private static long each(List<Integer> all) {
    long[] sum = new long[1];
    all.forEach(x -> sum[0] += x);
    return sum[0];
  }

  private static Program stream(String name, int size, ToLongFunction<List<Integer>> call) {
    return JdkCalls.call(
        name + "_" + size,
        Family.COLLECTIONS,
        () -> {
          SplitMix64 random = SplitMix64.forSession("calls:" + name, 0);
          List<List<Integer>> inputs = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            List<Integer> numbers = new ArrayList<>();
            for (int j = 0; j < size; j++) {
              numbers.add(random.below(1_000));
            }
            inputs.add(numbers);
          }
          return inputs;
        },
        call);
  }
}
