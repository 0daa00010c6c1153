package dev.lightspeed.meter.boot;

import org.jspecify.annotations.Nullable;

/**
 * What instrumented code calls to count. The agent defines this class under a name in {@code
 * java.lang}, the one package that every class loader finds, those of application servers included.
 *
 * <p>Each method does nothing on a thread that is not a metering one.
 */
public final class Counting {

  /** What one dynamic charge adds to a local counter at most, so that no sum of them overflows. */
  private static final int MAX_LOCAL_UNITS = 1 << 18;

  /** Less than for units: loops count what they hold when it is many units, not many bytes. */
  private static final int MAX_LOCAL_BYTES = 1 << 12;

  private Counting() {}

  /** Counts {@code units}, at least 0. */
  @ForceInline
  public static void add(int units) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      take(thread, units);
    }
  }

  /** Counts {@code units} and {@code bytes} allocated, each at least 0. */
  @ForceInline
  public static void add(int units, int bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.allocated += bytes;
      take(thread, units);
    }
  }

  /**
   * Counts {@code units}, at least 0, without a look at the limit: for methods that cannot run away
   * by themselves, since they neither loop nor call.
   */
  @ForceInline
  public static void addUnchecked(int units) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.remaining -= units;
    }
  }

  /** Counts {@code units} and {@code bytes} allocated without a look at the limit. */
  @ForceInline
  public static void addUnchecked(int units, int bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.remaining -= units;
      thread.allocated += bytes;
    }
  }

  /** Counts {@code bytes} allocated. */
  @ForceInline
  public static void addBytes(int bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.allocated += bytes;
    }
  }

  // Two short methods rather than one: each stays below the size that every JIT inlines.
  @ForceInline
  private static void take(MeteredThread thread, int units) {
    if ((thread.remaining -= units) < 0) {
      throw thread.exceeded();
    }
  }

  /** Where the units of the current thread stand, for {@link #restore}. */
  public static long mark() {
    return Thread.currentThread() instanceof MeteredThread thread ? thread.remaining : 0;
  }

  /** Where the bytes of the current thread stand, for {@link #restore}. */
  public static long markBytes() {
    return Thread.currentThread() instanceof MeteredThread thread ? thread.allocated : 0;
  }

  /** Forgets what was counted since the two marks. */
  public static void restore(long units, long bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.remaining = units;
      thread.allocated = bytes;
    }
  }

  /** Attributes nothing until {@link #resume}; returns where the thread was. */
  public static @Nullable Object suspend() {
    if (!(Thread.currentThread() instanceof MeteredThread thread)) {
      return null;
    }
    CallNode node = thread.node;
    thread.node = null;
    return node;
  }

  /** Enters the method whose frame has {@code number}; returns its place in the call tree. */
  public static @Nullable Object enter(int number) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      CallNode caller = thread.node;
      if (caller != null) {
        CallNode callee = caller.callee(number);
        thread.node = callee;
        return callee;
      }
    }
    return null;
  }

  /** Counts all of a method that calls nothing, below the one that the thread is in. */
  public static void leaf(int units, int bytes, int number) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      CallNode caller = thread.node;
      if (caller != null) {
        CallNode node = caller.callee(number);
        node.units += units;
        node.allocated += bytes;
      }
      thread.remaining -= units;
      thread.allocated += bytes;
    }
  }

  /** Leaves the method that is at {@code place}, and counts what is left to count of it. */
  public static void leave(@Nullable Object place, int units, int bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      if (place != null) {
        CallNode node = (CallNode) place;
        node.units += units;
        node.allocated += bytes;
        thread.node = node.caller;
      }
      thread.allocated += bytes;
      take(thread, units);
    }
  }

  /** Counts for the method that is at {@code place}. */
  public static void charge(@Nullable Object place, int units, int bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      if (place != null) {
        CallNode node = (CallNode) place;
        node.units += units;
        node.allocated += bytes;
      }
      thread.allocated += bytes;
      take(thread, units);
    }
  }

  /** Counts {@code units} for the method that is at {@code place}. */
  public static void chargeUnits(int units, @Nullable Object place) {
    charge(place, units, 0);
  }

  /** Counts {@code bytes} for the method that is at {@code place}. */
  public static void chargeBytes(int bytes, @Nullable Object place) {
    charge(place, 0, bytes);
  }

  /**
   * Counts a priced call, as a frame of its own below the method that is at {@code place}, where
   * the thread is then.
   */
  public static void call(int units, int bytes, @Nullable Object place, int number) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      if (place != null) {
        CallNode caller = (CallNode) place;
        CallNode node = caller.callee(number);
        node.units += units;
        node.allocated += bytes;
        thread.node = caller;
      }
      thread.remaining -= units;
      thread.allocated += bytes;
    }
  }

  /** The method at {@code place} goes on, after something that it called has thrown. */
  public static void resume(@Nullable Object place) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.node = (CallNode) place;
    }
  }

  /** The class file of a hidden class, instrumented if its loader's classes are. */
  public static byte[] instrumented(Object lookup, byte[] classFile) {
    return MeterState.instrumented(lookup, classFile);
  }

  /** Notes that a metering thread hands work to others: {@code number} says where. */
  public static void handOff(int number) {
    if (Thread.currentThread() instanceof MeteredThread) {
      MeterState.handOff(number);
    }
  }

  /**
   * The same, unless {@code receiver} is the application's own executor: that is counted itself,
   * and may well run what it is given at once.
   */
  public static void handOff(@Nullable Object receiver, int number) {
    if (receiver instanceof Thread
        || receiver instanceof java.util.concurrent.ThreadPoolExecutor
        || receiver instanceof java.util.concurrent.ForkJoinPool
        || (receiver != null && receiver.getClass().getClassLoader() == null)) {
      handOff(number);
    }
  }

  /** A hash code that is the same in every JVM; finding it is no work of the subject. */
  public static int hash(Enum<?> constant) {
    if (!(Thread.currentThread() instanceof MeteredThread thread)) {
      return MeterState.hash(constant);
    }
    long remaining = thread.remaining;
    long allocated = thread.allocated;
    CallNode node = thread.node;
    thread.node = null;
    int hash = MeterState.hash(constant);
    thread.remaining = remaining;
    thread.allocated = allocated;
    thread.node = node;
    return hash;
  }

  /** Bytes of an instance of the class {@code number}. */
  @ForceInline
  public static int instanceBytes(int number) {
    return MeterState.instanceBytes(number);
  }

  /** Bytes of an array of {@code length} elements of {@code elementBytes}; 0 if it is negative. */
  @ForceInline
  public static int arrayBytes(int length, int elementBytes) {
    return length < 0 ? 0 : localBytes((16L + (long) length * elementBytes + 7) & ~7L);
  }

  /** Bytes of an array and of the arrays in it. */
  public static int arrayTreeBytes(Object array) {
    return localBytes(treeBytes(array));
  }

  private static long treeBytes(Object array) {
    long bytes = arrayBytes(array);
    if (array.getClass().getComponentType().isArray()) {
      for (Object inner : (Object[]) array) {
        bytes += inner == null ? 0 : treeBytes(inner);
      }
    }
    return bytes;
  }

  /** Bytes of an array in the pinned layout, without those of its elements. */
  static long arrayBytes(Object array) {
    int length = java.lang.reflect.Array.getLength(array);
    long elementBytes = elementBytes(array.getClass().getComponentType());
    return (16L + length * elementBytes + 7) & ~7L;
  }

  private static int elementBytes(Class<?> type) {
    if (type == long.class || type == double.class) {
      return 8;
    }
    if (type == short.class || type == char.class) {
      return 2;
    }
    return type == byte.class || type == boolean.class ? 1 : 4;
  }

  /** Bytes of {@code n} elements of {@code sixteenths} of a byte each, in whole words of 8. */
  @ForceInline
  public static int bytes(int n, int sixteenths) {
    return localBytes((steps(n, sixteenths) + 7) & ~7L);
  }

  /** Units of {@code n} elements of {@code sixteenths} of a unit each. */
  @ForceInline
  public static int linear(int n, int sixteenths) {
    return localUnits(steps(n, sixteenths));
  }

  /** Units of a descent through {@code n} elements, {@code sixteenths} of a unit a step. */
  public static int logarithmic(int n, int sixteenths) {
    return localUnits(steps(bits(n), sixteenths));
  }

  /** Units of sorting {@code n} elements, {@code sixteenths} of a unit a comparison. */
  public static int linearithmic(int n, int sixteenths) {
    return localUnits(steps((long) n * bits(n), sixteenths));
  }

  /** Units of {@code n} times {@code m} steps of {@code sixteenths} of a unit. */
  public static int product(int n, int m, int sixteenths) {
    return localUnits(steps((long) n * m, sixteenths));
  }

  @ForceInline
  private static long steps(long steps, int sixteenths) {
    return (steps * sixteenths) / 16;
  }

  private static int bits(int n) {
    return 32 - Integer.numberOfLeadingZeros(n);
  }

  /** What is too much for a local counter is counted at once. */
  @ForceInline
  private static int localUnits(long units) {
    return units <= MAX_LOCAL_UNITS ? (int) units : countAtOnce(units);
  }

  @DontInline
  private static int countAtOnce(long units) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.remaining -= units;
      if (thread.node != null) {
        thread.node.units += units;
      }
    }
    return 0;
  }

  @ForceInline
  private static int localBytes(long bytes) {
    return bytes <= MAX_LOCAL_BYTES ? (int) bytes : countBytesAtOnce(bytes);
  }

  @DontInline
  private static int countBytesAtOnce(long bytes) {
    if (Thread.currentThread() instanceof MeteredThread thread) {
      thread.allocated += bytes;
      if (thread.node != null) {
        thread.node.allocated += bytes;
      }
    }
    return 0;
  }
}
