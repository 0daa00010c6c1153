package dev.lightspeed.meter.boot;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** What there is one of in a JVM, however many class loaders know the meter. */
public final class MeterState {

  /** Classes that could not be instrumented, each with its reason. */
  private static final Set<String> UNINSTRUMENTED = new TreeSet<>();

  private static volatile boolean counting;

  private static final int PAGE_BITS = 8;
  private static final int PAGE = 1 << PAGE_BITS;

  /**
   * By number of the class, in pages: the size of its instances in bytes, 0 where it is not known
   * yet. More than a million classes would be asked for their sizes every time.
   */
  @Stable private static final int[][] INSTANCE_BYTES = new int[1 << 12][];

  /** By number: whether a metering thread has handed work to others there. */
  private static boolean[] handedOff = new boolean[0];

  /** Enums that may be in tables since before hash codes were pinned. */
  private static Set<Class<?>> enumsOfStart = Set.of();

  private static @Nullable IntUnaryOperator instanceSizer;

  private static @Nullable BiFunction<Object, byte[], byte[]> hiddenClassInstrumenter;

  private MeterState() {}

  /** Whether classes are being instrumented in this JVM. */
  public static boolean isCounting() {
    return counting;
  }

  /** Says that classes are being instrumented from now on. */
  public static void startCounting() {
    counting = true;
  }

  /** Notes that a class could not be instrumented, and why. */
  public static synchronized void noteUninstrumented(String classAndReason) {
    UNINSTRUMENTED.add(classAndReason);
  }

  /** Classes that could not be instrumented, each with its reason, sorted. */
  public static synchronized List<String> uninstrumented() {
    return List.copyOf(UNINSTRUMENTED);
  }

  /** Notes that a metering thread has handed work to others. Calls nothing that is counted. */
  public static void handOff(int number) {
    boolean[] known = handedOff;
    if (number >= known.length || !known[number]) {
      keepHandOff(number);
    }
  }

  private static synchronized void keepHandOff(int number) {
    boolean[] known = handedOff;
    if (number >= known.length) {
      boolean[] larger = new boolean[2 * number + 64];
      System.arraycopy(known, 0, larger, 0, known.length);
      known = larger;
    }
    known[number] = true;
    handedOff = known;
  }

  /** Forgets where work has been handed off until now. To be called while nothing is metered. */
  public static synchronized void forgetHandOffs() {
    handedOff = new boolean[handedOff.length];
  }

  /** Where metering threads have handed work to others, by number. */
  public static synchronized boolean[] handedOff() {
    return handedOff.clone();
  }

  /** Sets the enums that keep their identity hash codes. */
  public static void setEnumsOfStart(Set<Class<?>> enums) {
    enumsOfStart = enums;
  }

  /** A hash code of {@code constant} that is the same in every JVM, unless it was there before. */
  public static int hash(Enum<?> constant) {
    Class<?> type = constant.getDeclaringClass();
    return enumsOfStart.contains(type)
        ? System.identityHashCode(constant)
        : 31 * type.getName().hashCode() + constant.name().hashCode();
  }

  /** Sets what is asked for the size of instances of a class that has no known one. */
  public static void setInstanceSizer(IntUnaryOperator sizer) {
    instanceSizer = sizer;
  }

  /** Sets what instruments hidden classes: by their lookup and their class file. */
  public static void setHiddenClassInstrumenter(BiFunction<Object, byte[], byte[]> instrumenter) {
    hiddenClassInstrumenter = instrumenter;
  }

  /** The class file that is to be defined in place of {@code classFile}. */
  public static byte[] instrumented(Object lookup, byte[] classFile) {
    BiFunction<Object, byte[], byte[]> instrumenter = hiddenClassInstrumenter;
    return instrumenter == null ? classFile : instrumenter.apply(lookup, classFile);
  }

  /** Bytes of an instance of the class {@code number}. */
  @ForceInline
  public static int instanceBytes(int number) {
    int page = number >>> PAGE_BITS;
    int[] known = page < INSTANCE_BYTES.length ? INSTANCE_BYTES[page] : null;
    int bytes = known == null ? 0 : known[number & (PAGE - 1)];
    return bytes > 0 ? bytes : learn(number);
  }

  /** Finding out is no work of the subject, so nothing of it is counted. */
  @DontInline
  private static int learn(int number) {
    IntUnaryOperator sizer = instanceSizer;
    if (sizer == null
        || !(Thread.currentThread() instanceof MeteredThread thread)
        || thread.isLearning) {
      return 0;
    }
    long remaining = thread.remaining;
    long allocated = thread.allocated;
    CallNode node = thread.node;
    thread.remaining = Long.MAX_VALUE;
    thread.node = null;
    thread.isLearning = true;
    try {
      int bytes = sizer.applyAsInt(number);
      keep(number, bytes);
      return bytes;
    } finally {
      thread.isLearning = false;
      thread.remaining = remaining;
      thread.allocated = allocated;
      thread.node = node;
    }
  }

  private static synchronized void keep(int number, int bytes) {
    int page = number >>> PAGE_BITS;
    if (page < INSTANCE_BYTES.length) {
      if (INSTANCE_BYTES[page] == null) {
        INSTANCE_BYTES[page] = new int[PAGE];
      }
      INSTANCE_BYTES[page][number & (PAGE - 1)] = bytes;
    }
  }
}
