package dev.lightspeed.metered;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Methods whose counts differ from run to run, or whose work is done elsewhere. */
public final class HazardSubject {

  private static final Map<String, Integer> CACHE = new ConcurrentHashMap<>();
  private static int calls;

  private HazardSubject() {}

  static String random() {
    return UUID.randomUUID().toString();
  }

  static boolean clock(long deadline) {
    return System.nanoTime() > deadline;
  }

  static int cached(String key) {
    return CACHE.computeIfAbsent(key, String::length);
  }

  static int counted() {
    return ++calls;
  }

  static int identity(Object key) {
    return System.identityHashCode(key);
  }

  static int sum(Map<Object, Integer> prices) {
    int sum = 0;
    for (int price : prices.values()) {
      sum += price;
    }
    return sum;
  }

  @SuppressWarnings("StringCaseLocaleUsage") // the hazard itself
  static String upper(String text) {
    return text.toUpperCase();
  }

  static Supplier<UUID> reference() {
    return UUID::randomUUID;
  }

  static int harmless(int a) {
    Map<Integer, Integer> squares = new TreeMap<>();
    squares.put(a, a * a);
    return squares.get(a);
  }

  /** Starts a thread. */
  public static void starts() throws InterruptedException {
    Thread thread = new Thread(() -> {});
    thread.start();
    thread.join();
  }

  /** Starts a thread of a class of its own. */
  public static void startsOwn() throws InterruptedException {
    Worker worker = new Worker();
    worker.start();
    worker.join();
  }

  /** Starts something that is no thread. */
  public static void startsNone() {
    new Engine().start();
  }

  /** Hands a task to a pool. */
  public static void submits() throws InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(1);
    pool.execute(() -> {});
    pool.shutdown();
    pool.awaitTermination(1, TimeUnit.MINUTES);
  }

  /** Hands a task to an executor that runs it at once. */
  public static void runsAtOnce() {
    Executor direct = new Direct();
    direct.execute(() -> {});
  }

  /** Goes parallel. */
  public static int parallel() {
    return List.of(1, 2, 3).parallelStream().mapToInt(i -> i).sum();
  }

  /** Goes on elsewhere. */
  public static int completes() {
    return CompletableFuture.supplyAsync(() -> 1).join();
  }

  /** Starts threads by a reference, within a lambda. */
  public static void refers() {
    Runnable task =
        () -> {
          List<Thread> threads = new ArrayList<>();
          threads.add(new Thread(() -> {}));
          threads.forEach(Thread::start);
        };
    task.run();
  }

  /** Does its work itself. */
  public static int alone() {
    Map<String, Integer> words = new HashMap<>();
    words.put("one", 1);
    return words.size();
  }

  private static final class Worker extends Thread {
    @Override
    public void run() {}
  }

  private static final class Engine {
    void start() {}
  }

  private static final class Direct implements Executor {
    @Override
    public void execute(Runnable task) {
      task.run();
    }
  }
}
