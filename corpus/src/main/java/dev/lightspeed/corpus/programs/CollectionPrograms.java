package dev.lightspeed.corpus.programs;

import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The collections of the JDK, each in the use that it is chosen for. */
final class CollectionPrograms {

  private static final int SIDE = 64;

  private CollectionPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("array_deque_maze", Family.COLLECTIONS, CollectionPrograms::maze),
        new Program("hash_map_words", Family.COLLECTIONS, CollectionPrograms::words),
        new Program("linked_map_cache", Family.COLLECTIONS, CollectionPrograms::cache),
        new Program("priority_queue_paths", Family.COLLECTIONS, CollectionPrograms::paths),
        new Program("stream_groups", Family.COLLECTIONS, CollectionPrograms::groups),
        new Program("tree_map_ranges", Family.COLLECTIONS, CollectionPrograms::ranges));
  }

  /** Breadth first from one corner: the sum of all distances. */
  private static Pass maze() {
    SplitMix64 random = Inputs.random("maze");
    boolean[] wall = new boolean[SIDE * SIDE];
    for (int i = 1; i < wall.length; i++) {
      wall[i] = random.below(4) == 0;
    }
    return () -> {
      int[] distance = new int[wall.length];
      Arrays.fill(distance, -1);
      ArrayDeque<Integer> reached = new ArrayDeque<>();
      distance[0] = 0;
      reached.add(0);
      long sum = 0;
      while (!reached.isEmpty()) {
        int cell = reached.remove();
        sum += distance[cell];
        for (int next : neighbours(cell)) {
          if (next >= 0 && !wall[next] && distance[next] < 0) {
            distance[next] = distance[cell] + 1;
            reached.add(next);
          }
        }
      }
      return sum;
    };
  }

  /** Above, below, left and right of {@code cell}; -1 for what is outside. */
  private static int[] neighbours(int cell) {
    int column = cell % SIDE;
    return new int[] {
      cell >= SIDE ? cell - SIDE : -1,
      cell < SIDE * (SIDE - 1) ? cell + SIDE : -1,
      column > 0 ? cell - 1 : -1,
      column < SIDE - 1 ? cell + 1 : -1
    };
  }

  private static Pass words() {
    List<String> words = Inputs.words(Inputs.random("hash_map"), 20_000);
    return () -> {
      Map<String, Integer> counts = new HashMap<>();
      for (String word : words) {
        counts.merge(word, 1, Integer::sum);
      }
      long sum = 0;
      for (Map.Entry<String, Integer> entry : counts.entrySet()) {
        sum += (long) entry.getKey().length() * entry.getValue() * entry.getValue();
      }
      return sum;
    };
  }

  /** The least recently used of 200 numbers makes room. */
  private static Pass cache() {
    SplitMix64 random = Inputs.random("linked_map");
    int[] requests = new int[8_000];
    for (int i = 0; i < requests.length; i++) {
      requests[i] = random.below(1 + random.below(1_000));
    }
    return () -> {
      Map<Integer, String> cache =
          new LinkedHashMap<>(256, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
              return size() > 200;
            }
          };
      long hits = 0;
      for (int request : requests) {
        String found = cache.get(request);
        if (found == null) {
          cache.put(request, Integer.toString(request));
        } else {
          hits += found.length();
        }
      }
      return hits + cache.keySet().toString();
    };
  }

  /** Dijkstra's algorithm over a grid of costs. */
  private static Pass paths() {
    SplitMix64 random = Inputs.random("priority_queue");
    int[] cost = new int[SIDE * SIDE];
    for (int i = 0; i < cost.length; i++) {
      cost[i] = 1 + random.below(9);
    }
    record Reached(int cell, int distance) {}
    return () -> {
      int[] best = new int[cost.length];
      Arrays.fill(best, Integer.MAX_VALUE);
      PriorityQueue<Reached> queue =
          new PriorityQueue<>((a, b) -> Integer.compare(a.distance(), b.distance()));
      best[0] = 0;
      queue.add(new Reached(0, 0));
      while (!queue.isEmpty()) {
        Reached reached = queue.remove();
        if (reached.distance() > best[reached.cell()]) {
          continue;
        }
        for (int next : neighbours(reached.cell())) {
          if (next >= 0 && reached.distance() + cost[next] < best[next]) {
            best[next] = reached.distance() + cost[next];
            queue.add(new Reached(next, best[next]));
          }
        }
      }
      return Arrays.stream(best).asLongStream().sum();
    };
  }

  private static Pass groups() {
    List<Person> people = Inputs.people(Inputs.random("stream"), 1_000);
    return () -> {
      TreeMap<Integer, Double> balances =
          people.stream()
              .filter(Person::isActive)
              .collect(
                  Collectors.groupingBy(
                      person -> person.getAge() / 10,
                      TreeMap::new,
                      Collectors.averagingDouble(Person::getBalance)));
      List<String> tags =
          people.stream()
              .flatMap(person -> person.getTags().stream())
              .distinct()
              .sorted()
              .skip(10)
              .limit(50)
              .map(tag -> tag + tag.length())
              .toList();
      return balances + String.join(",", tags);
    };
  }

  private static Pass ranges() {
    long[] numbers = Inputs.numbers(Inputs.random("tree_map"), 2_000);
    return () -> {
      TreeMap<Long, Integer> positions = new TreeMap<>();
      long sum = 0;
      for (int i = 0; i < numbers.length; i++) {
        positions.put(numbers[i], i);
        Map.Entry<Long, Integer> below = positions.lowerEntry(numbers[i]);
        sum += below == null ? 0 : below.getValue();
        if (i % 100 == 99) {
          sum += positions.headMap(numbers[i / 2]).size();
          positions.pollFirstEntry();
        }
      }
      return sum * 31 + positions.size();
    };
  }
}
