package dev.lightspeed.meter.layout;

/**
 * How much room the JDK's containers keep for {@code n} elements that were added one by one to an
 * empty one. Public methods do not tell, so this is the rule by which they grow.
 */
final class Capacity {

  private Capacity() {}

  /** Elements of the array behind an {@code ArrayList}: 0, 10, then half as many more each time. */
  static long ofArrayList(int n) {
    if (n == 0) {
      return 0;
    }
    long capacity = 10;
    while (capacity < n) {
      capacity += capacity >> 1;
    }
    return capacity;
  }

  /** Elements of the array behind an {@code ArrayDeque}, one of which is always free. */
  static long ofArrayDeque(int n) {
    long capacity = 17;
    while (capacity <= n) {
      capacity += capacity < 64 ? capacity + 2 : capacity >> 1;
    }
    return capacity;
  }

  /**
   * Elements of the array behind a {@code PriorityQueue}: 11, then twice, then half as many more.
   */
  static long ofPriorityQueue(int n) {
    long capacity = 11;
    while (capacity < n) {
      capacity += capacity < 64 ? capacity + 2 : capacity >> 1;
    }
    return capacity;
  }

  /** Buckets of a hash table: none, 16, then twice as many when more than three quarters full. */
  static long ofHashTable(int n) {
    if (n == 0) {
      return 0;
    }
    long capacity = 16;
    while (4L * n > 3 * capacity) {
      capacity *= 2;
    }
    return capacity;
  }

  /** Slots of an {@code IdentityHashMap}: 64, then twice as many when more than two thirds full. */
  static long ofIdentityHashMap(int n) {
    long slots = 64;
    while (3L * n > slots) {
      slots *= 2;
    }
    return slots;
  }
}
