package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * What counting costs in time. Run it twice, without and with the agent, and compare the lines:
 *
 * <pre>
 * java -cp meter/target/test-classes:meter/target/lightspeed-meter-VERSION.jar \
 *     [-javaagent:meter/target/lightspeed-meter-VERSION.jar] dev.lightspeed.metered.MeterCost
 * </pre>
 */
public final class MeterCost {

  private static final int ROUNDS = 15;

  private MeterCost() {}

  /** Prints the best of some rounds for each task, in microseconds. */
  public static void main(String[] args) throws InterruptedException {
    Runnable all = MeterCost::measureAll;
    Thread thread =
        Meter.isActive() ? Meter.require().newThread(all, "metered") : new Thread(all, "plain");
    thread.start();
    thread.join();
  }

  private static void measureAll() {
    measure("sum of an int array", () -> sum(1_000_000));
    measure("nested loops", () -> nested(1_500));
    measure("sorting by hand", () -> sort(300_000));
    measure("building strings", () -> strings(20_000));
    measure("hash map of words", () -> words(200_000));
    measure("virtual calls, small objects", () -> shapes(300_000));
    measure("parsing a number list", () -> parse(60_000));
    measure("getters and branches", () -> rows(100_000));
    measure("naive fibonacci", () -> fibonacci(30));
  }

  private static void measure(String name, LongSupplier task) {
    long best = Long.MAX_VALUE;
    long check = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      check += task.getAsLong();
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(Locale.ROOT, "%-30s %8d us  (%d)%n", name, best / 1_000, check);
  }

  private static long sum(int n) {
    int[] numbers = new int[n];
    for (int i = 0; i < n; i++) {
      numbers[i] = i * 31;
    }
    long sum = 0;
    for (int round = 0; round < 10; round++) {
      for (int number : numbers) {
        sum += number;
      }
    }
    return sum;
  }

  private static long nested(int n) {
    long sum = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if ((i ^ j) % 3 == 0) {
          sum += i;
        } else {
          sum -= j;
        }
      }
    }
    return sum;
  }

  private static long sort(int n) {
    int[] numbers = new int[n];
    long state = 7;
    for (int i = 0; i < n; i++) {
      state = state * 6364136223846793005L + 1442695040888963407L;
      numbers[i] = (int) (state >>> 33);
    }
    quicksort(numbers, 0, n - 1);
    return numbers[n / 2];
  }

  private static void quicksort(int[] numbers, int from, int to) {
    int low = from;
    int high = to;
    int pivot = numbers[(from + to) >>> 1];
    while (low <= high) {
      while (numbers[low] < pivot) {
        low++;
      }
      while (numbers[high] > pivot) {
        high--;
      }
      if (low <= high) {
        int swap = numbers[low];
        numbers[low++] = numbers[high];
        numbers[high--] = swap;
      }
    }
    if (from < high) {
      quicksort(numbers, from, high);
    }
    if (low < to) {
      quicksort(numbers, low, to);
    }
  }

  private static long strings(int n) {
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < n; i++) {
      escape("<td class=\"a" + i + "\">tea & biscuits</td>", all);
    }
    return all.length();
  }

  private static void escape(String text, StringBuilder out) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '&' -> out.append("&amp;");
        case '"' -> out.append("&quot;");
        default -> out.append(c);
      }
    }
  }

  private static long words(int n) {
    Map<String, Integer> counts = new HashMap<>();
    for (int i = 0; i < n; i++) {
      counts.merge("w" + i % 997, 1, Integer::sum);
    }
    return counts.size();
  }

  private interface Shape {
    double area();
  }

  private record Square(double side) implements Shape {
    @Override
    public double area() {
      return side * side;
    }
  }

  private record Disc(double radius) implements Shape {
    @Override
    public double area() {
      return 3 * radius * radius;
    }
  }

  private static long shapes(int n) {
    double sum = 0;
    List<Shape> shapes = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      shapes.add(i % 3 == 0 ? new Square(i) : new Disc(i));
    }
    for (Shape shape : shapes) {
      sum += shape.area();
    }
    return (long) sum;
  }

  private static long parse(int n) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < n; i++) {
      text.append(i).append(',');
    }
    String numbers = text.toString();
    long sum = 0;
    int at = 0;
    while (at < numbers.length()) {
      int value = 0;
      while (isDigit(numbers.charAt(at))) {
        value = value * 10 + numbers.charAt(at) - '0';
        at++;
      }
      at++;
      sum += value;
    }
    return sum;
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private record Row(int id, String name, boolean active) {}

  private static long rows(int n) {
    Row[] rows = new Row[n];
    for (int i = 0; i < n; i++) {
      rows[i] = new Row(i, i % 2 == 0 ? "even" : "odd", i % 7 == 0);
    }
    Arrays.sort(rows, (a, b) -> a.id() % 100 != b.id() % 100 ? a.id() % 100 - b.id() % 100 : 0);
    long sum = 0;
    for (Row row : rows) {
      if (row.active() && row.name().equals("even")) {
        sum += row.id();
      }
    }
    return sum;
  }

  private static long fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }
}
