package dev.lightspeed.metered;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Methods that allocate. Loaded instrumented by tests. */
public final class AllocationSubjects {

  /** No fields. */
  public static class Plain {}

  /** Fields of 20 bytes. */
  public static class Mixed {
    byte one = 1;
    char two = 2;
    int four = 4;
    long eight = 8;
    Object reference = "";
    boolean flag = true;
    static long shared = 8;
  }

  /** Two bytes more. */
  public static class Derived extends Mixed {
    short more = 2;
  }

  /** An int, and a reference to the outer object. */
  public final class Inner {
    final int own = Integer.signum(seed);

    int sum() {
      return own + seed;
    }
  }

  private record Pair(Object left, Object right) {}

  /** What it has of the JDK is in front of its own field. */
  private static final class OwnList extends AbstractList<Object> {
    private final long size;

    OwnList(long size) {
      this.size = size;
    }

    @Override
    public Object get(int index) {
      return "";
    }

    @Override
    public int size() {
      return (int) size;
    }
  }

  /** A collection whose content the JDK makes. */
  private static final class Cart extends ArrayList<Object> {
    private static final long serialVersionUID = 1L;
    private transient long total;

    Cart(long total) {
      this.total = total;
    }

    long total() {
      return total;
    }
  }

  /** Constructors that end early. */
  public static final class Refusing {
    private final int[] values;

    Refusing(int n) {
      this.values = new int[n];
      if (n > 2) {
        throw new IllegalArgumentException();
      }
    }
  }

  private final int seed;

  private AllocationSubjects(int seed) {
    this.seed = seed;
  }

  public static Object plain() {
    return new Plain();
  }

  public static Object mixed() {
    return new Mixed();
  }

  public static Object derived() {
    return new Derived();
  }

  public static int inner() {
    return new AllocationSubjects(1).new Inner().sum();
  }

  public static Object pair() {
    return new Pair("left", "right");
  }

  public static Object ownList() {
    return new OwnList(3);
  }

  public static long cart() {
    return new Cart(3).total();
  }

  public static Object list() {
    return new ArrayList<>();
  }

  public static Object exception() {
    return new IllegalStateException("text");
  }

  public static Object booleans(int n) {
    return new boolean[n];
  }

  public static Object bytes(int n) {
    return new byte[n];
  }

  public static Object shorts(int n) {
    return new short[n];
  }

  public static Object chars(int n) {
    return new char[n];
  }

  public static Object ints(int n) {
    return new int[n];
  }

  public static Object longs(int n) {
    return new long[n];
  }

  public static Object floats(int n) {
    return new float[n];
  }

  public static Object doubles(int n) {
    return new double[n];
  }

  public static Object references(int n) {
    return new String[n];
  }

  public static Object arrays(int n) {
    return new long[n][];
  }

  public static Object grid(int rows, int columns) {
    return new long[rows][columns];
  }

  public static Object cube(int n) {
    return new byte[n][n][n];
  }

  public static Object openCube(int rows, int columns) {
    return new byte[rows][columns][];
  }

  public static Object cloned(int[] array) {
    return array.clone();
  }

  public static Object boxed(int value) {
    return value;
  }

  public static Object joined(String text, int n) {
    return text + n;
  }

  public static Object repeated(String text, int n) {
    return text.repeat(n);
  }

  /** Captures nothing. */
  public static int lambdaOfNothing() {
    IntSupplier supplier = () -> 1;
    return supplier.getAsInt();
  }

  public static int lambdaOfInt(int n) {
    IntSupplier supplier = () -> n;
    return supplier.getAsInt();
  }

  public static long lambdaOfAll(byte a, long b, String c, double d, boolean e, char f) {
    LongSupplier supplier = () -> e ? a + b + c.length() + (long) d + f : 0;
    return supplier.getAsLong();
  }

  private static int sum(int... values) {
    int sum = 0;
    for (int value : values) {
      sum += value;
    }
    return sum;
  }

  public static int varargs() {
    return sum() + sum(1) + sum(1, 2, 3);
  }

  /** The argument that is refused leaves its array and its object behind. */
  public static Object refusing(int n) {
    return new Refusing(n);
  }

  public static int kept(int n) {
    return new Refusing(n).values.length;
  }

  /** In a loop, and with a handler that allocates. */
  public static int loop(int n) {
    int length = 0;
    for (int i = 0; i < n; i++) {
      try {
        length += new int[i % 5 == 0 ? -1 : i % 5].length;
      } catch (NegativeArraySizeException e) {
        length += new byte[1].length;
      }
    }
    return length;
  }

  /** Allocates for ever. */
  public static void runaway() {
    while (true) {
      references(10);
    }
  }
}
