package dev.lightspeed.metered;

import java.util.function.IntSupplier;

/** Small methods whose bytecodes can be counted by hand. Loaded instrumented by tests. */
public final class Subjects {

  private static final Object LOCK = new Object();

  private final int first;
  private final long second;

  /** Two fields behind a call of super. */
  public Subjects(int first, long second) {
    this.first = first;
    this.second = second;
  }

  /** A branch in front of a call of this. */
  public Subjects(int first) {
    this(first > 0 ? first : -first, 1L);
  }

  /** A body that may throw behind the call of this. */
  public Subjects(String text) {
    this(1, 2L);
    if (text.isEmpty()) {
      throw new IllegalArgumentException("empty");
    }
  }

  /** A constant. */
  public static int one() {
    return 1;
  }

  /** Long and double take two slots each. */
  public static long wide(long a, double b) {
    return a + (long) b;
  }

  /** A branch. */
  public static int max(int a, int b) {
    return a > b ? a : b;
  }

  /** A loop. */
  public static int sum(int n) {
    int sum = 0;
    for (int i = 0; i < n; i++) {
      sum += i;
    }
    return sum;
  }

  /** Long locals live across a loop. */
  public static long wideLoop(int n) {
    long sum = 0;
    double half = 0.5;
    for (int i = 0; i < n; i++) {
      long twice = 2L * i;
      sum += twice;
      half += twice;
    }
    return sum + (long) half;
  }

  /** May throw in its midst. */
  public static int divide(int a, int b) {
    return a / b;
  }

  /** Catches what another method throws. */
  public static int caught(int b) {
    try {
      return divide(1, b);
    } catch (ArithmeticException e) {
      return -1;
    }
  }

  /** Throws by itself. */
  public static int check(int a) {
    if (a < 0) {
      throw new IllegalArgumentException();
    }
    return a;
  }

  /** A dense switch. */
  public static int pick(int n) {
    return switch (n) {
      case 0 -> 10;
      case 1 -> 11;
      case 2 -> 12;
      default -> 0;
    };
  }

  /** A switch over strings. */
  public static int named(String name) {
    return switch (name) {
      case "Aa" -> 1;
      case "BB" -> 2;
      default -> 3;
    };
  }

  /** Leaves a finally block both ways. */
  public static int finallyCounted(int b) {
    int[] seen = new int[1];
    try {
      seen[0] = divide(4, b);
    } catch (ArithmeticException e) {
      seen[0] = -1;
    } finally {
      seen[0]++;
    }
    return seen[0];
  }

  /** Holds a monitor in a loop. */
  public static int locked(int n) {
    int sum = 0;
    synchronized (LOCK) {
      for (int i = 0; i < n; i++) {
        if (i == 7) {
          return sum;
        }
        sum += i;
      }
    }
    return sum;
  }

  /** An object under construction on the stack across a branch. */
  public static String built(int n) {
    return new IllegalStateException(n > 0 ? "more" : "less").getMessage() + n;
  }

  /** A constructor call at the start of a loop that is jumped to. */
  public static int builtInLoop(int n) {
    int left = n;
    int made = 0;
    do {
      made += new Subjects(left > 2 ? left : 2, 3L).first;
      left--;
    } while (left > 0);
    return made;
  }

  /** A lambda's body belongs to the method that runs it. */
  public static int lambda(int n) {
    IntSupplier supplier = () -> n + 1;
    return supplier.getAsInt();
  }

  /** Fields, in an instance method. */
  public long both() {
    return first + second;
  }

  /** A method that only branches over its own fields cannot throw. */
  public long larger() {
    return first > second ? first : second;
  }

  /** Catches everything, for ever. */
  public static void runaway() {
    while (true) {
      try {
        while (true) {
          try {
            one();
          } catch (Throwable e) {
            one();
          }
        }
      } catch (Throwable e) {
        one();
      }
    }
  }

  /** Loops without calls, for ever. */
  public static void spin() {
    for (int i = 0; ; i++) {
      if (i == -1) {
        i = 0;
      }
    }
  }

  /** Ends, but late: every call makes two, and there is no loop. */
  public static int branchOut() {
    return branch(26);
  }

  private static int branch(int depth) {
    return depth == 0 ? 0 : branch(depth - 1) + branch(depth - 1);
  }

  /** A loop that is all of the method. */
  public static void callForEver() {
    while (true) {
      one();
    }
  }

  /** Another, until it throws. */
  public static void fill(int[] array, int from) {
    while (true) {
      array[from++] = 1;
    }
  }

  /** Catches everything in a loop that holds a monitor. */
  public static void lockedRunaway() {
    while (true) {
      synchronized (LOCK) {
        try {
          spin();
        } catch (Throwable e) {
          one();
        }
      }
    }
  }
}
