package matrix;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;

/** What Java 8 can say. Every public static method without parameters is a case. */
public final class Java8 {

  private static final Object LOCK = new Object();

  public static Object lambdas() {
    int captured = 3;
    long wide = 4L;
    IntUnaryOperator plain = x -> x * 2;
    IntUnaryOperator capturing = x -> x * captured + (int) wide;
    Supplier<Supplier<Integer>> nested = () -> () -> plain.applyAsInt(captured);
    return plain.applyAsInt(5) + capturing.applyAsInt(5) + nested.get().get();
  }

  public static Object methodReferences() {
    Function<String, Integer> unbound = String::length;
    Supplier<String> bound = "bound"::trim;
    IntFunction<int[]> array = int[]::new;
    Function<String, StringBuilder> constructor = StringBuilder::new;
    BinaryOperator<Integer> ofThis = Java8::sum;
    Function<Integer, Number> bridged = Integer::valueOf;
    return unbound.apply("abc")
        + bound.get().length()
        + array.apply(4).length
        + constructor.apply("ab").length()
        + ofThis.apply(1, 2)
        + bridged.apply(9).intValue();
  }

  private static Integer sum(Integer a, Integer b) {
    return a + b;
  }

  public static Object concatenation() {
    String text = "";
    for (int i = 0; i < 3; i++) {
      text += i + ":" + 2L * i + ',' + 0.5 * i + (i > 1) + null + new int[0].length;
    }
    return text;
  }

  public static Object nestedFinally() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 6; i++) {
      path.append(finallyOf(i, path));
    }
    return path.toString();
  }

  private static int finallyOf(int n, StringBuilder path) {
    outer:
    for (int round = 0; ; round++) {
      try {
        try {
          if (n == 0) {
            return round;
          }
          if (n == 1) {
            throw new IllegalStateException();
          }
          if (n == 2 && round == 0) {
            continue outer;
          }
          if (n == 3) {
            break outer;
          }
          path.append(10 / (n - 4));
        } finally {
          path.append('f');
          if (n == 5 && round < 2) {
            continue outer;
          }
        }
        return n;
      } catch (IllegalStateException | ArithmeticException e) {
        path.append(e.getClass().getSimpleName().charAt(0));
        try {
          return -n;
        } finally {
          path.append('g');
        }
      } finally {
        path.append('h');
      }
    }
    return 99;
  }

  public static Object synchronizedWithExceptions() {
    int total = 0;
    for (int i = 0; i < 4; i++) {
      try {
        total += locked(i);
      } catch (RuntimeException e) {
        total += 100;
      }
    }
    return total * 1000 + lockedMethod(3) * 10 + (Thread.holdsLock(LOCK) ? 1 : 0);
  }

  private static int locked(int n) {
    synchronized (LOCK) {
      synchronized (new Object()) {
        if (n == 1) {
          throw new IllegalArgumentException();
        }
        for (int i = 0; i < n; i++) {
          if (i == 2) {
            return 10 / (n - 3);
          }
        }
      }
      return n;
    }
  }

  private static synchronized int lockedMethod(int n) {
    int i = 0;
    while (true) {
      try {
        i += 10 / (n - i);
      } catch (ArithmeticException e) {
        return i;
      }
    }
  }

  public static Object multiCatchAndRethrow() {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < 4; i++) {
      try {
        rethrow(i);
      } catch (IOException e) {
        path.append("io").append(e.getSuppressed().length);
      } catch (RuntimeException e) {
        path.append("rt").append(e.getSuppressed().length);
      }
    }
    return path.toString();
  }

  private static void rethrow(int n) throws IOException {
    try (Resource first = new Resource(n); Resource second = new Resource(n + 1)) {
      if (first.n + second.n == 1) {
        throw new IOException();
      }
    } catch (final Exception e) {
      throw e;
    }
  }

  private static final class Resource implements AutoCloseable {
    private final int n;

    Resource(int n) {
      this.n = n;
    }

    @Override
    public void close() throws IOException {
      if (n == 2) {
        throw new IllegalStateException();
      }
    }
  }

  interface Shape {
    int sides();

    default int doubled() {
      return twice(sides());
    }

    static int twice(int n) {
      return n * 2;
    }
  }

  interface Named extends Shape {
    @Override
    default int doubled() {
      return Shape.super.doubled() + 1;
    }
  }

  public static Object interfaceMethods() {
    Shape triangle = () -> 3;
    Named square = () -> 4;
    return triangle.doubled() + square.doubled() + Shape.twice(5);
  }

  enum Colour {
    RED,
    GREEN {
      @Override
      int code() {
        return 20;
      }
    },
    BLUE;

    int code() {
      return ordinal();
    }
  }

  public static Object enumSwitch() {
    int total = 0;
    for (Colour colour : Colour.values()) {
      switch (colour) {
        case RED:
          total += 1;
        case GREEN:
          total += colour.code();
          break;
        default:
          total -= colour.code();
      }
    }
    return total + Colour.valueOf("BLUE").code();
  }

  public static Object stringSwitch() {
    int total = 0;
    // Aa and BB have the same hash code.
    for (String text : new String[] {"Aa", "BB", "C", "none"}) {
      switch (text) {
        case "Aa":
          total += 1;
          break;
        case "BB":
          total += 10;
          break;
        case "C":
          total += 100;
          break;
        default:
          total += 1000;
      }
    }
    return total;
  }

  abstract static class Ordered<T extends Comparable<T>> implements Comparable<Ordered<T>> {
    abstract T key();

    @Override
    public int compareTo(Ordered<T> other) {
      return key().compareTo(other.key());
    }
  }

  static final class Word extends Ordered<String> {
    private final String text;

    Word(String text) {
      this.text = text;
    }

    @Override
    String key() {
      return text;
    }
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  public static Object bridges() throws Exception {
    Ordered a = new Word("a");
    Ordered b = new Word("b");
    Callable<Integer> callable =
        new Callable<Integer>() {
          @Override
          public Integer call() {
            return 7;
          }
        };
    return a.compareTo(b) + ((Callable) callable).call().hashCode() + ((Comparable) b).compareTo(a);
  }

  static class Base {
    final int value;

    Base(int value) {
      this.value = value;
    }

    Base(String text, int... more) {
      this(text.isEmpty() ? 0 : more.length > 1 ? more[1] : text.length());
    }
  }

  final class Inner extends Base {
    private final long wide;

    Inner(boolean flag, long wide) {
      super(flag ? "x" : String.valueOf(wide), flag ? new int[] {1, 2} : new int[] {3});
      this.wide = wide + outer;
      if (wide < 0) {
        throw new IllegalArgumentException("negative");
      }
    }
  }

  private final int outer = 5;

  public static Object constructors() {
    Java8 outer = new Java8();
    long total = outer.new Inner(true, 7L).value + outer.new Inner(false, 123L).value;
    total += outer.new Inner(true, 1L).wide;
    try {
      total += outer.new Inner(true, -1L).wide;
    } catch (IllegalArgumentException e) {
      total += 1000;
    }
    class Local extends Base {
      Local(Object o) {
        super(o instanceof String ? (String) o : new StringBuilder(o == null ? "n" : "o").toString());
      }
    }
    return total + new Local("text").value + new Local(null).value + new Local(1).value;
  }

  public static Object wideLocals() {
    long a = 1;
    double b = 2;
    int c = 3;
    long sum = 0;
    for (long i = 0; i < 5; i++) {
      double d = b * i;
      if (i % 2 == 0) {
        long e = (long) d + a;
        sum += e;
      } else {
        float f = c / 2f;
        sum -= (long) f;
      }
      a = a << 1 ^ i;
    }
    return sum + a + (long) b;
  }

  public static Object bigSwitch() {
    int total = 0;
    for (int i = -2; i < 70; i += 3) {
      switch (i) {
        case 1: total += 1; break;
        case 4: total += 2; break;
        case 7: case 10: total += 3; break;
        case 13: total += 4;
        case 16: total += 5; break;
        case 19: continue;
        case 22: total += 6; break;
        case 25: total += 7; break;
        case 28: total += 8; break;
        default: total -= 1;
      }
      switch (i * 1000) {
        case -2000: total += 10; break;
        case 1000: total += 20; break;
        case 67000: total += 30; break;
        default:
      }
    }
    return total;
  }

  private static int count(Object... many) {
    int n = 0;
    for (Object one : many) {
      n += one == null ? 0 : 1;
    }
    return n;
  }

  public static Object varargsAndBoxing() {
    Integer boxed = 5;
    boxed++;
    Character letter = 'a';
    int[][] grid = new int[3][4];
    grid[1][2] += boxed;
    grid[2][3]++;
    return count() + count(1, null, 'c') + boxed + letter + grid[1][2] + grid[2][3];
  }

  public static Object assertions() {
    int failed = 0;
    for (int i = 0; i < 3; i++) {
      try {
        assert i != 1 : "one";
      } catch (AssertionError e) {
        failed += e.getMessage().length();
      }
    }
    return failed;
  }

  private int secret = 1;

  static final class Friend {
    private int touch(Java8 other) {
      return ++other.secret + other.hidden();
    }
  }

  private int hidden() {
    return secret += 2;
  }

  public static Object privateMembersOfNested() {
    return new Friend().touch(new Java8());
  }

  public static Object streamsAndCallbacks() {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      words.add(Integer.toString(i * 7919 % 97, 36));
    }
    words.sort(Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder()));
    return words.stream().filter(w -> w.length() > 1).mapToInt(w -> w.charAt(1)).sum();
  }

  public static Object deepRecursionAndTernaries() {
    return fibonacci(12, true) + fibonacci(11, false);
  }

  private static long fibonacci(int n, boolean odd) {
    return n < 2 ? odd ? n : -n : fibonacci(n - 1, !odd) + (odd ? fibonacci(n - 2, odd) : 1);
  }

  public static Object stackOverflowIsSurvived() {
    try {
      return endless(0);
    } catch (StackOverflowError e) {
      return "overflow";
    }
  }

  private static int endless(int n) {
    return endless(n + 1) + 1;
  }
}
