package dev.lightspeed.metered;

/** Classes whose initialisers work, each for one test. Loaded instrumented by tests. */
public final class UncountedSubjects {

  /** Ends as it should. */
  private static final class Working {
    static int value = burn(1_000);
  }

  /** Ends by an exception. */
  private static final class Failing {
    static int value = burn(1_000) / burn(0);
  }

  /** Catches by itself, and allocates. */
  private static final class Catching {
    static int[] values;

    static {
      try {
        values = new int[burn(-1)];
      } catch (NegativeArraySizeException e) {
        values = new int[burn(100)];
      }
    }
  }

  private UncountedSubjects() {}

  private static int burn(int n) {
    int sum = Math.min(n, 0);
    for (int i = 0; i < n; i++) {
      sum += i;
    }
    return sum;
  }

  public static int working() {
    return Working.value;
  }

  public static int failing() {
    return Failing.value;
  }

  public static int catching() {
    return Catching.values.length;
  }
}
