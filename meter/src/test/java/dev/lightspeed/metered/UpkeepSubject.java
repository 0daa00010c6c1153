package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntUnaryOperator;

/**
 * Provokes what a JVM does on its own account, in full mode: each operation runs as often as it
 * takes for handles to be compiled anew (30, 127), accessors to be generated (15) and hot code to
 * be compiled. Prints the counts of each operation after its first run, of which there is one. It
 * takes seconds to instrument the JDK in an interpreter, so that one JVM does what two subjects do.
 */
public final class UpkeepSubject {

  private static final int RUNS = 300;

  /** These loop themselves. */
  private static final int LONG_RUNS = 50;

  /** So often that C2 throws exceptions that were made beforehand. */
  private static final int HOT_RUNS = 30_000;

  private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();
  private static final StringBuilder LINES = new StringBuilder();

  private static int hotRuns;

  /** What is done is not done away with. */
  static Object sink = "";

  /** What is run, and counted. */
  private interface Operation {
    Object run() throws Throwable;
  }

  private record Row(String name, int price, Object more) {}

  private enum Colour {
    RED,
    GREEN,
    BLUE,
    WHITE
  }

  private UpkeepSubject() {}

  /**
   * Prints what {@link FullModeSubject} does without call paths, and then counts its own. With any
   * argument hot code stays cold, for a JVM that makes nothing of it.
   */
  public static void main(String[] args) throws Exception {
    FullModeSubject.main(new String[] {"both"});
    hotRuns = args.length == 0 ? HOT_RUNS : RUNS;
    Meter meter = Meter.require();
    meter.configure(MeterMode.FULL, false);
    Thread thread = meter.newThread(() -> measureAll(meter), "subject");
    thread.start();
    thread.join();
    System.out.print(LINES);
    System.out.println("not counted: " + meter.uninstrumented());
  }

  private static void measureAll(Meter meter) {
    try {
      Map<String, Operation> operations = new LinkedHashMap<>();
      addLinkage(operations);
      addHandles(operations);
      addReflection(operations);
      measure(meter, RUNS, operations);
      Map<String, Operation> looping = new LinkedHashMap<>();
      addTables(looping);
      addVectors(looping);
      measure(meter, LONG_RUNS, looping);
      Map<String, Operation> throwing = new LinkedHashMap<>();
      addThrowing(throwing);
      measure(meter, hotRuns, throwing);
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static void measure(Meter meter, int runs, Map<String, Operation> operations)
      throws Throwable {
    for (Map.Entry<String, Operation> operation : operations.entrySet()) {
      measure(meter, runs, operation.getKey(), operation.getValue());
    }
  }

  private static void measure(Meter meter, int runs, String name, Operation operation)
      throws Throwable {
    Set<String> counts = new TreeSet<>();
    sink = operation.run();
    for (int i = 0; i < runs; i++) {
      long units = meter.units();
      long bytes = meter.allocatedBytes();
      sink = operation.run();
      units = meter.units() - units;
      bytes = meter.allocatedBytes() - bytes;
      counts.add(units + "/" + bytes);
    }
    LINES.append(name).append(' ').append(String.join(" ", counts)).append('\n');
  }

  private static void addLinkage(Map<String, Operation> operations) {
    Row row = new Row("a", 1, "b");
    Row other = new Row(new String("a"), 1, new String("b"));
    operations.put("record_equals", () -> row.equals(other));
    operations.put("record_hash_code", row::hashCode);
    operations.put("record_to_string", row::toString);
    operations.put("concatenation", () -> "a" + row.price() + 'c' + row.name() + 2L);
  }

  private static void addHandles(Map<String, Operation> operations) throws Throwable {
    MethodType onInt = MethodType.methodType(int.class, int.class);
    MethodHandle work = handle("work", onInt);
    MethodHandle guarded =
        MethodHandles.guardWithTest(
            handle("isOdd", MethodType.methodType(boolean.class, int.class)),
            work,
            MethodHandles.identity(int.class));
    MethodHandle caught =
        MethodHandles.catchException(
            handle("refuse", onInt),
            IllegalStateException.class,
            MethodHandles.dropArguments(work, 0, IllegalStateException.class));
    MethodHandle cleanedUp =
        MethodHandles.tryFinally(
            work, MethodHandles.dropArguments(work, 0, Throwable.class, int.class));
    MethodHandle loop =
        MethodHandles.countedLoop(
            MethodHandles.identity(int.class),
            null,
            handle("work", onInt).asType(MethodType.methodType(void.class, int.class)));
    operations.put("work_itself", () -> work(5));
    operations.put("handle", () -> (int) work.invokeExact(5));
    operations.put("guard", () -> (int) guarded.invokeExact(5));
    operations.put("arguments", () -> guarded.invokeWithArguments(5));
    operations.put("catch", () -> (int) caught.invokeExact(5));
    operations.put("finally", () -> (int) cleanedUp.invokeExact(5));
    operations.put(
        "loop",
        () -> {
          loop.invokeExact(4);
          return "";
        });
    operations.put("bind", () -> (int) MethodHandles.insertArguments(work, 0, 5).invokeExact());
  }

  private static void addReflection(Map<String, Operation> operations)
      throws ReflectiveOperationException {
    Method work = UpkeepSubject.class.getDeclaredMethod("work", int.class);
    operations.put("reflection", () -> work.invoke(null, 5));
    operations.put("look_up", () -> UpkeepSubject.class.getDeclaredMethod("work", int.class));
    operations.put(
        "proxy",
        () ->
            ((IntUnaryOperator)
                    Proxy.newProxyInstance(
                        UpkeepSubject.class.getClassLoader(),
                        new Class<?>[] {IntUnaryOperator.class},
                        (proxy, method, arguments) -> work((int) arguments[0])))
                .applyAsInt(5));
    operations.put(
        "missing_class",
        () -> {
          try {
            return Class.forName("com.example.Missing");
          } catch (ClassNotFoundException e) {
            return "";
          }
        });
  }

  /** By identity hash codes and the number of processors these would differ between JVMs. */
  private static void addTables(Map<String, Operation> operations) {
    operations.put(
        "enums_in_a_table",
        () -> {
          Map<Object, Integer> prices = new HashMap<>();
          for (Colour colour : Colour.values()) {
            prices.put(colour, colour.name().length());
          }
          int work = 0;
          for (int price : prices.values()) {
            if (price == 4) {
              break;
            }
            work += work(3);
          }
          return work;
        });
    operations.put("date", () -> LocalDate.parse("2024-02-29"));
    operations.put(
        "growing_table",
        () -> {
          Map<Integer, Integer> table = new ConcurrentHashMap<>();
          for (int i = 0; i < 2000; i++) {
            table.put(i, i);
          }
          return table;
        });
  }

  /** What vector instructions leave to do depends on the machine. */
  private static void addVectors(Map<String, Operation> operations) {
    byte[] bytes = new byte[101];
    byte[] others = new byte[101];
    others[99] = 1;
    operations.put("mismatch", () -> Arrays.mismatch(bytes, others));
    operations.put(
        "sort",
        () -> {
          int[] numbers = new int[2000];
          for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i * 7919 % 1999;
          }
          Arrays.sort(numbers);
          return numbers;
        });
    BigInteger modulus = BigInteger.TWO.pow(521).subtract(BigInteger.ONE);
    operations.put("power", () -> BigInteger.TEN.modPow(BigInteger.valueOf(65_537), modulus));
  }

  private static void addThrowing(Map<String, Operation> operations) {
    int[] array = new int[2];
    operations.put("index", () -> caught(() -> array[2]));
    operations.put("division", () -> caught(() -> 1 / array[0]));
    operations.put("cast", () -> caught(() -> (Integer) (Object) "text"));
    Object[] strings = new String[1];
    operations.put("store", () -> caught(() -> strings[0] = 1));
    Object[] empty = new Object[1];
    operations.put("null", () -> caught(() -> empty[0].hashCode()));
  }

  private static Object caught(Operation operation) throws Throwable {
    try {
      return operation.run();
    } catch (RuntimeException e) {
      return "";
    }
  }

  private static MethodHandle handle(String name, MethodType type)
      throws ReflectiveOperationException {
    return LOOKUP.findStatic(UpkeepSubject.class, name, type);
  }

  private static int work(int rounds) {
    int sum = 0;
    for (int i = 0; i < 100 * rounds; i++) {
      sum += i % 7;
    }
    return sum;
  }

  @SuppressWarnings("unused") // by a handle
  private static boolean isOdd(int number) {
    return number % 2 == 1;
  }

  @SuppressWarnings("unused") // by a handle
  private static int refuse(int number) {
    throw new IllegalStateException("refused " + number);
  }
}
