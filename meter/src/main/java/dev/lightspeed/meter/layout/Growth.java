package dev.lightspeed.meter.layout;

/**
 * How much room the JDK's containers keep for {@code n} elements that were added one by one to an
 * empty one. Public methods do not tell, so this is the rule by which they grow.
 */
final class Growth {

  private Growth() {}

  /** Elements of the array behind an {@code ArrayList}: 0, 10, then half as many more each time. */
  static long ofArrayList(int n) {
    if (n == 0) {
      return 0;
    }
    long room = 10;
    while (room < n) {
      room += room >> 1;
    }
    return room;
  }

  /** Elements of the array behind an {@code ArrayDeque}, from 17 on; one of them is always free. */
  static long ofArrayDeque(int n) {
    return doubledWhileSmall(17, n + 1L);
  }

  /** Elements of the array behind a {@code PriorityQueue}, from 11 on. */
  static long ofPriorityQueue(int n) {
    return doubledWhileSmall(11, n);
  }

  /** Twice as many and two more each time, and from 64 on half as many more. */
  private static long doubledWhileSmall(long first, long least) {
    long room = first;
    while (room < least) {
      room += room < 64 ? room + 2 : room >> 1;
    }
    return room;
  }

  /** Buckets of a hash table: none, 16, then twice as many when more than three quarters full. */
  static long ofHashTable(int n) {
    return n == 0 ? 0 : doubled(16, 4L * n, 3);
  }

  /** Slots of an {@code IdentityHashMap}: 64, then twice as many when more than two thirds full. */
  static long ofIdentityHashMap(int n) {
    return doubled(64, 3L * n, 1);
  }

  private static long doubled(long first, long load, int limit) {
    long room = first;
    while (load > limit * room) {
      room *= 2;
    }
    return room;
  }
}
