package dev.lightspeed.meter.boot;

import java.lang.reflect.Field;

/**
 * Pins what the JDK draws anew for every JVM, or takes from the machine. Defined under a name in
 * {@code java.lang}, like {@link Counting}, and so part of a module that may use the JDK's own
 * {@code Unsafe}. Using it by reflection would take tens of milliseconds, for its annotations.
 *
 * <p>A JDK that keeps these elsewhere keeps them; comparing two JVMs tells.
 */
public final class Pins {

  /** An arbitrary value; odd, so that immutable sets are walked forwards. */
  private static final long SALT = 0x2545_F491L;

  /** Arbitrary too. */
  private static final int PROCESSORS = 2;

  private Pins() {}

  /** Pins all of it. */
  public static void pin() {
    pinSalts();
    pinProcessors();
  }

  /**
   * {@code Set.of} and its like iterate in an order that the JDK draws anew for every JVM; here it
   * is the same in each. Looking something up does not depend on it, so sets that are there already
   * keep working.
   */
  private static void pinSalts() {
    JdkUnsafe unsafe = JdkUnsafe.getUnsafe();
    try {
      Class<?> owner = Class.forName("java.util.ImmutableCollections");
      Field salt = owner.getDeclaredField("SALT32L");
      Field reverse = owner.getDeclaredField("REVERSE");
      if (salt.getType() == long.class && reverse.getType() == boolean.class) {
        unsafe.putLong(unsafe.staticFieldBase(salt), unsafe.staticFieldOffset(salt), SALT);
        unsafe.putBoolean(
            unsafe.staticFieldBase(reverse), unsafe.staticFieldOffset(reverse), false);
      }
    } catch (ReflectiveOperationException e) {
      // See above.
    }
  }

  /**
   * {@code ConcurrentHashMap} grows in steps that depend on the number of processors. Only full
   * mode counts them, and discards what was compiled with the number of this machine.
   */
  private static void pinProcessors() {
    JdkUnsafe unsafe = JdkUnsafe.getUnsafe();
    try {
      Field field =
          Class.forName("java.util.concurrent.ConcurrentHashMap").getDeclaredField("NCPU");
      if (field.getType() == int.class) {
        unsafe.putInt(unsafe.staticFieldBase(field), unsafe.staticFieldOffset(field), PROCESSORS);
      }
    } catch (ReflectiveOperationException e) {
      // See above.
    }
  }
}
