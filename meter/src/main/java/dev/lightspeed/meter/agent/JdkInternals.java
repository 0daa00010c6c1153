package dev.lightspeed.meter.agent;

import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.Set;

/** The JDK's own Unsafe, opened for this module alone. */
final class JdkInternals {

  private final Class<?> type;
  private final Object unsafe;

  private JdkInternals(Class<?> type, Object unsafe) {
    this.type = type;
    this.unsafe = unsafe;
  }

  /**
   * Opens it.
   *
   * @throws IllegalStateException if this JVM has none
   */
  static JdkInternals open(Instrumentation instrumentation) {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(JdkInternals.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    try {
      Class<?> type = Class.forName("jdk.internal.misc.Unsafe");
      return new JdkInternals(type, type.getMethod("getUnsafe").invoke(null));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the meter cannot start: this JVM has no Unsafe", e);
    }
  }

  /** Defines a class in the boot loader. */
  void defineClass(String name, byte[] classFile) {
    try {
      Method define =
          type.getMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ClassLoader.class,
              ProtectionDomain.class);
      define.invoke(unsafe, name, classFile, 0, classFile.length, null, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the meter cannot start: " + name + " cannot be defined in the boot loader of this JVM",
          e);
    }
  }
}
