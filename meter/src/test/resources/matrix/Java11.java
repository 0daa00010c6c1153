package matrix;

import java.util.function.BiFunction;

/** What Java 9 to 11 added: private interface methods, nest mates, effectively final resources, var. */
public final class Java11 {

  interface Counter {
    private int step(int n) {
      return n > 2 ? n - 1 : base();
    }

    private static int base() {
      return 1;
    }

    default int count(int n) {
      int total = 0;
      for (var i = 0; i < n; i++) {
        total += step(i);
      }
      return total;
    }
  }

  public static Object privateInterfaceMethods() {
    return new Counter() {}.count(6);
  }

  private static int closed;

  public static Object resourcesByName() throws Exception {
    closed = 0;
    AutoCloseable first = () -> closed += 1;
    AutoCloseable second = () -> closed += 10;
    try (first; second) {
      closed += 100;
    }
    return closed;
  }

  private final class Nest {
    private int value = base * 2;
  }

  private int base = 4;

  public static Object nestMates() {
    return new Java11().new Nest().value;
  }

  public static Object varInLambdas() {
    BiFunction<Integer, Integer, Integer> add = (var a, var b) -> a + b;
    return add.apply(3, 4);
  }
}
