package dev.lightspeed.meter.boot;

import java.lang.reflect.Field;

/**
 * The part of the JDK's own {@code jdk.internal.misc.Unsafe} that {@link Pins} uses: what it is
 * compiled against. There it calls the JDK's class; this one is never loaded, so no method of
 * another class may take it.
 */
abstract class JdkUnsafe {

  static native JdkUnsafe getUnsafe();

  abstract Object staticFieldBase(Field field);

  abstract long staticFieldOffset(Field field);

  abstract void putLong(Object base, long offset, long value);

  abstract void putInt(Object base, long offset, int value);

  abstract void putBoolean(Object base, long offset, boolean value);
}
