package dev.lightspeed.metered;

import java.util.function.IntSupplier;

/** Methods that call each other in every way there is. Loaded instrumented by tests. */
public final class AttributionSubjects {

  private static final Object LOCK = new Object();

  /** Its initialiser works and calls. */
  private static final class Initialised {
    static final int VALUE = burn(100);
  }

  /** Its initialiser works and fails. */
  private static final class Failing {
    static final int VALUE = burn(100) / burn(0);
  }

  /** A constructor that calls in front of the one of its superclass. */
  private static class Base {
    final int value;

    Base(int value) {
      this.value = leaf(value);
    }
  }

  /** The same. */
  private static final class Sub extends Base {
    Sub(int value) {
      super(value > 0 ? leaf(value) : leaf(-value));
      leaf(value);
    }

    Sub(String text) {
      super(leaf(text.length()));
      fail();
    }
  }

  private AttributionSubjects() {}

  public static int leaf(int n) {
    return n;
  }

  /** Calls methods that call nothing, though not always on the same way. */
  public static int leaves(int n) {
    return branching(n) + catching(new int[1], n);
  }

  private static int branching(int n) {
    return n > 0 ? n + 1 : 0;
  }

  private static int catching(int[] numbers, int index) {
    try {
      return numbers[index];
    } catch (RuntimeException e) {
      return -1;
    }
  }

  private static int burn(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += leaf(i);
    }
    return sum;
  }

  private static int fail() {
    throw new IllegalStateException();
  }

  public static int recursion(int depth) {
    return depth == 0 ? 0 : 1 + recursion(depth - 1);
  }

  /** Recursion of two methods, then a call. */
  public static int recursionThenLeaf(int depth) {
    return even(depth) + leaf(depth);
  }

  private static int even(int depth) {
    return depth == 0 ? 0 : odd(depth - 1);
  }

  private static int odd(int depth) {
    return depth == 0 ? 1 : even(depth - 1);
  }

  /** Recursion that ends by an exception, caught below and by the handler of a middle frame. */
  public static int thrownFromDeep(int depth) {
    int caught = 0;
    try {
      caught += failDeep(depth);
    } catch (IllegalStateException e) {
      caught += leaf(1);
    }
    return caught + leaf(2);
  }

  private static int failDeep(int depth) {
    if (depth == 0) {
      return fail();
    }
    try {
      return failDeep(depth - 1);
    } finally {
      if (depth % 100 == 50) {
        leaf(depth);
      }
    }
  }

  public static int uncaught() {
    leaf(1);
    return fail() + leaf(2);
  }

  public static int constructors() {
    return new Sub(1).value + new Sub(-1).value;
  }

  public static int throwingConstructor() {
    try {
      return new Sub("text").value;
    } catch (IllegalStateException e) {
      return leaf(1);
    }
  }

  public static int initialisers() {
    int value = Initialised.VALUE;
    try {
      value += Failing.VALUE;
    } catch (ExceptionInInitializerError e) {
      value += leaf(1);
    }
    return value + leaf(2);
  }

  public static int lambdas(int n) {
    IntSupplier supplier = () -> leaf(n);
    return supplier.getAsInt() + supplier.getAsInt();
  }

  public static synchronized int synchronizedMethod(int n) {
    return leaf(n);
  }

  public static int monitors() {
    int result = 0;
    for (int i = 0; i < 3; i++) {
      try {
        synchronized (LOCK) {
          result += i == 1 ? fail() : synchronizedMethod(i);
        }
      } catch (IllegalStateException e) {
        result += leaf(10);
      }
    }
    return result;
  }

  /** Calls, has {@code task} run, which may change what is recorded, and calls again. */
  public static int around(Runnable task) {
    int before = leaf(1);
    task.run();
    return before + leaf(2);
  }

  /** Works for a while. */
  public static int work(int n) {
    return burn(n) + recursion(n) + thrownFromDeep(n);
  }
}
