package dev.lightspeed.corpus.calls;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Collections and arrays. */
final class CollectionCalls {

  private static final int INPUTS = 64;

  private CollectionCalls() {}

  static List<Program> list() {
    List<Program> calls = new ArrayList<>();
    for (int size : new int[] {16, 1024}) {
      maps(calls, size);
      lists(calls, size);
      arrays(calls, size);
    }
    return calls;
  }

  private static void maps(List<Program> calls, int size) {
    calls.addAll(
        List.of(
            on("hash_map_get", size, HashMap::new, (m, key) -> m.get(key)),
            on("hash_map_get_none", size, HashMap::new, (m, key) -> m.get(-key)),
            on("hash_map_put_old", size, HashMap::new, (m, key) -> m.put(key, key)),
            on("hash_map_merge", size, HashMap::new, (m, key) -> m.merge(key, 1, (a, b) -> a)),
            on("hash_map_default", size, HashMap::new, (m, key) -> m.getOrDefault(key, 0)),
            on("linked_map_get", size, LinkedHashMap::new, (m, key) -> m.get(key)),
            on("tree_map_get", size, TreeMap::new, (m, key) -> m.get(key)),
            on("tree_map_put_old", size, TreeMap::new, (m, key) -> m.put(key, key)),
            on(
                "tree_map_floor",
                size,
                TreeMap::new,
                (m, key) -> ((NavigableMap<Integer, Integer>) m).floorKey(key)),
            collection("hash_map_fill", size, all -> filled(new HashMap<>(), all)),
            collection("linked_map_fill", size, all -> filled(new LinkedHashMap<>(), all)),
            collection("tree_map_fill", size, all -> filled(new TreeMap<>(), all)),
            collection("hash_set_fill", size, all -> added(new HashSet<>(), all)),
            collection("tree_set_fill", size, all -> added(new TreeSet<>(), all)),
            over(
                "hash_map_iterate",
                size,
                all -> map(new HashMap<>(), all),
                CollectionCalls::entries),
            over(
                "tree_map_iterate",
                size,
                all -> map(new TreeMap<>(), all),
                CollectionCalls::entries),
            over(
                "tree_map_sub_map",
                size,
                all -> (NavigableMap<Integer, Integer>) map(new TreeMap<>(), all),
                CollectionCalls::range)));
  }

  private static void lists(List<Program> calls, int size) {
    calls.addAll(
        List.of(
            collection("array_list_fill", size, all -> added(new ArrayList<>(), all)),
            collection("array_deque_fill", size, all -> added(new ArrayDeque<>(), all)),
            collection("heap_drain", size, CollectionCalls::drained),
            collection("list_iterate", size, CollectionCalls::sum),
            collection("list_contains", size, all -> all.contains(-1) ? 1 : 0),
            collection("list_copy", size, all -> new ArrayList<>(all).size()),
            collection("list_sort", size, all -> sorted(all, Comparator.naturalOrder())),
            collection("list_sort_by", size, all -> sorted(all, Comparator.comparing(x -> -x))),
            collection("list_reverse", size, CollectionCalls::reversed),
            collection("list_hash_code", size, List::hashCode),
            collection("list_to_string", size, all -> all.toString().length()),
            collection("list_remove_first", size, CollectionCalls::withoutFirst)));
  }

  private static void arrays(List<Program> calls, int size) {
    calls.addAll(
        List.of(
            array("array_fill", size, ints -> filled(ints)),
            array("array_copy_of", size, ints -> Arrays.copyOf(ints, ints.length).length),
            array("array_sort", size, ints -> sorted(ints)),
            array("array_hash_code", size, Arrays::hashCode),
            array("array_equals", size, ints -> Arrays.equals(ints, ints.clone()) ? 1 : 0),
            array("array_search", size, ints -> Arrays.binarySearch(ints, 7))));
  }

  private static long filled(Map<Integer, Integer> map, List<Integer> all) {
    return map(map, all).size();
  }

  private static Map<Integer, Integer> map(Map<Integer, Integer> map, List<Integer> all) {
    for (Integer each : all) {
      map.put(each, each);
    }
    return map;
  }

  private static long added(Collection<Integer> collection, List<Integer> all) {
    for (Integer each : all) {
      collection.add(each);
    }
    return collection.size();
  }

  private static long entries(Map<Integer, Integer> map) {
    long sum = 0;
    for (Map.Entry<Integer, Integer> entry : map.entrySet()) {
      sum += entry.getKey() ^ entry.getValue();
    }
    return sum;
  }

  private static long range(NavigableMap<Integer, Integer> map) {
    long sum = 0;
    for (int value : map.subMap(map.firstKey(), map.lastKey()).values()) {
      sum += value;
    }
    return sum;
  }

  private static long drained(List<Integer> all) {
    PriorityQueue<Integer> queue = new PriorityQueue<>();
    for (Integer each : all) {
      queue.add(each);
    }
    long sum = 0;
    while (!queue.isEmpty()) {
      sum = sum * 31 + queue.remove();
    }
    return sum;
  }

  private static long sum(List<Integer> all) {
    long sum = 0;
    for (int each : all) {
      sum += each;
    }
    return sum;
  }

  private static long sorted(List<Integer> all, Comparator<Integer> order) {
    List<Integer> copy = new ArrayList<>(all);
    copy.sort(order);
    return copy.get(0);
  }

  private static long reversed(List<Integer> all) {
    List<Integer> copy = new ArrayList<>(all);
    Collections.reverse(copy);
    return copy.get(0);
  }

  private static long withoutFirst(List<Integer> all) {
    List<Integer> copy = new ArrayList<>(all);
    return copy.remove(0);
  }

  private static long filled(int[] ints) {
    int[] filled = new int[ints.length];
    Arrays.fill(filled, 7);
    return filled[filled.length - 1];
  }

  private static long sorted(int[] ints) {
    int[] copy = ints.clone();
    Arrays.sort(copy);
    return copy[0];
  }

  /** A use of a map by one of its keys. */
  private interface Use {
    @Nullable Integer apply(Map<Integer, Integer> map, Integer key);
  }

  private static Program on(String name, int size, Supplier<Map<Integer, Integer>> kind, Use use) {
    return JdkCalls.call(
        name + "_" + size,
        Family.COLLECTIONS,
        () -> {
          List<Integer> keys = numbers(name, size);
          Map<Integer, Integer> map = map(kind.get(), keys);
          SplitMix64 random = SplitMix64.forSession("calls:" + name, 1);
          List<KeyedBy> inputs = new ArrayList<>();
          for (int i = 0; i < INPUTS; i++) {
            inputs.add(new KeyedBy(map, keys.get(random.below(size))));
          }
          return inputs;
        },
        input -> {
          Integer found = use.apply(input.map(), input.key());
          return found == null ? 0 : found;
        });
  }

  private record KeyedBy(Map<Integer, Integer> map, Integer key) {}

  private static Program collection(String name, int size, ToLongFunction<List<Integer>> call) {
    return over(name, size, all -> all, call);
  }

  private static Program array(String name, int size, ToLongFunction<int[]> call) {
    return over(name, size, all -> all.stream().mapToInt(each -> each).toArray(), call);
  }

  private static <T> Program over(
      String name, int size, Function<List<Integer>, T> kind, ToLongFunction<T> call) {
    return JdkCalls.call(
        name + "_" + size,
        Family.COLLECTIONS,
        () -> {
          List<T> inputs = new ArrayList<>();
          for (int i = 0; i < 8; i++) {
            inputs.add(kind.apply(numbers(name + i, size)));
          }
          return inputs;
        },
        call);
  }

  /** Distinct numbers in no order. */
  private static List<Integer> numbers(String purpose, int size) {
    SplitMix64 random = SplitMix64.forSession("calls:" + purpose, 0);
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < size) {
      Integer number = 1 + random.below(1 << 24);
      if (!numbers.contains(number)) {
        numbers.add(number);
      }
    }
    return numbers;
  }
}
