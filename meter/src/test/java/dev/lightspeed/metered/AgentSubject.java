package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** A program whose units are the same in every JVM. Prints what it counted, a line per thread. */
public final class AgentSubject {

  private record Word(String text, int length) {}

  /** Work at class initialisation. */
  private static final class Expensive {
    static final int VALUE = expensive();

    private static int expensive() {
      int sum = 0;
      for (int i = 0; i < 10_000; i++) {
        sum += Subjects.max(i, 3);
      }
      return sum;
    }
  }

  private AgentSubject() {}

  /**
   * Runs the work on {@code args[0]} metering threads; loads and runs the class {@code args[1]}.
   */
  public static void main(String[] args) throws Exception {
    Meter meter = Meter.require();
    Map<String, String> lines = new ConcurrentSkipListMap<>();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Integer.parseInt(args[0]); i++) {
      String name = "thread " + i;
      threads.add(meter.newThread(() -> lines.put(name, measured(meter)), name));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    System.out.println(Meter.version());
    lines.values().forEach(System.out::println);
    if (args.length > 1) {
      System.out.println(Class.forName(args[1]).getName() + " runs");
    }
    System.out.println("not counted: " + meter.uninstrumented());
  }

  private static String measured(Meter meter) {
    long start = meter.units();
    int initialised = Expensive.VALUE;
    long afterInitialiser = meter.units();
    StringBuilder line = new StringBuilder();
    for (int round = 0; round < 3; round++) {
      long before = meter.units();
      initialised += work();
      line.append(meter.units() - before).append(' ');
    }
    boolean free = afterInitialiser - start < 100;
    return line + "initialiser " + (free ? "free" : "counted") + ", result " + initialised;
  }

  private static int work() {
    Map<String, Word> words = new TreeMap<>((a, b) -> b.compareTo(a));
    for (int i = 0; i < 3_000; i++) {
      String text = "word" + Integer.toString(i * 7919 % 4096, 36);
      words.put(text, new Word(text, text.length()));
    }
    Word[] all = words.values().toArray(new Word[0]);
    Arrays.sort(all, (a, b) -> a.length() == b.length() ? compare(a, b) : a.length() - b.length());
    int caught = 0;
    for (Word word : all) {
      try {
        caught += Subjects.divide(word.length(), word.text().hashCode() % 3);
      } catch (ArithmeticException e) {
        caught++;
      }
    }
    return caught + Subjects.sum(200_000) + Subjects.locked(30) + fibonacci(18);
  }

  private static int compare(Word a, Word b) {
    return a.text().compareTo(b.text());
  }

  private static int fibonacci(int n) {
    return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
  }
}
