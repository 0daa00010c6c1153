package dev.lightspeed.meter;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the classes that instrumented code calls in the boot loader, straight from this jar: no
 * second jar and no temporary file. The door is the JDK's own Unsafe, opened for this module alone.
 */
final class BootClasses {

  private static final String PACKAGE = "dev.lightspeed.meter.boot.";

  /** In this order: the second mentions the first. */
  private static final List<String> NAMES =
      List.of(PACKAGE + "UnitLimitExceeded", PACKAGE + "MeteredThread");

  private BootClasses() {}

  /**
   * Defines them unless they are there.
   *
   * @throws IllegalStateException if this JVM offers no way to do so, or if the application has
   *     loaded its own copy already
   */
  static void define(Instrumentation instrumentation) {
    for (String name : NAMES) {
      if (!isDefined(name)) {
        defineClass(instrumentation, name);
      }
      requireBootLoader(name);
    }
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
    }
  }

  private static void defineClass(Instrumentation instrumentation, String name) {
    byte[] bytes = bytes(name);
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootClasses.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    try {
      Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
      Object instance = unsafe.getMethod("getUnsafe").invoke(null);
      Method define =
          unsafe.getMethod(
              "defineClass",
              String.class,
              byte[].class,
              int.class,
              int.class,
              ClassLoader.class,
              ProtectionDomain.class);
      define.invoke(instance, name, bytes, 0, bytes.length, null, null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(
          "the meter cannot start: " + name + " cannot be defined in the boot loader of this JVM",
          e);
    }
  }

  private static byte[] bytes(String name) {
    String resource = "/" + name.replace('.', '/') + ".class";
    try (InputStream in = BootClasses.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException(
            "the meter cannot start: " + resource + " is missing from the agent's jar");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new IllegalStateException("the meter cannot start: " + resource + " is unreadable", e);
    }
  }

  private static void requireBootLoader(String name) {
    try {
      Class<?> seen = Class.forName(name, false, BootClasses.class.getClassLoader());
      if (seen.getClassLoader() != null) {
        throw new IllegalStateException(
            "the meter cannot start: the application has loaded "
                + name
                + " already; start the meter with the JVM, by -javaagent");
      }
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the meter cannot start: " + name + " is not visible", e);
    }
  }
}
