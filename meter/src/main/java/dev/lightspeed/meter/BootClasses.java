package dev.lightspeed.meter;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Defines the classes that instrumented code calls in the boot loader, straight from this jar: no
 * second jar and no temporary file.
 */
final class BootClasses {

  private static final String PACKAGE = "dev.lightspeed.meter.boot.";

  /** In this order: each mentions only those in front of it. */
  private static final List<String> NAMES =
      List.of(
          PACKAGE + "UnitLimitExceeded",
          PACKAGE + "CallNode",
          PACKAGE + "MeteredThread",
          PACKAGE + "MeterState");

  /** The classes that are known by another name in the JVM, by {@link BootNames#IN_JAVA_LANG}. */
  private static final List<String> RENAMED =
      List.of(PACKAGE + "Counting", PACKAGE + "JdkFields", PACKAGE + "Sizes");

  /** Descriptors of annotations that tell the JIT something, and HotSpot's own of that meaning. */
  private static final Map<String, String> ANNOTATIONS =
      Map.of(
          "Ldev/lightspeed/meter/boot/ForceInline;",
          "Ljdk/internal/vm/annotation/ForceInline;",
          "Ldev/lightspeed/meter/boot/DontInline;",
          "Ljdk/internal/vm/annotation/DontInline;",
          "Ldev/lightspeed/meter/boot/Stable;",
          "Ljdk/internal/vm/annotation/Stable;");

  private BootClasses() {}

  /**
   * Defines them unless they are there.
   *
   * @throws IllegalStateException if this JVM offers no way to do so, or if the application has
   *     loaded its own copy already
   */
  static void define(Instrumentation instrumentation) {
    JdkInternals internals = JdkInternals.open(instrumentation);
    for (String name : NAMES) {
      if (!isDefined(name)) {
        internals.defineClass(name, renamed(bytes(name)));
      }
      requireBootLoader(name);
    }
    for (String name : RENAMED) {
      String inJavaLang =
          BootNames.PLAIN.renamed(name.replace('.', '/'), BootNames.IN_JAVA_LANG).replace('/', '.');
      if (!isDefined(inJavaLang)) {
        internals.defineClass(inJavaLang, renamed(bytes(name)));
      }
    }
    letJavaBaseRead(instrumentation);
    internals.pinSalts(instrumentation);
    internals.pinProcessors();
  }

  /** The renamed classes are part of java.base, and mention the others, which are not. */
  private static void letJavaBaseRead(Instrumentation instrumentation) {
    try {
      Module others = Class.forName(NAMES.get(0), false, null).getModule();
      instrumentation.redefineModule(
          Object.class.getModule(), Set.of(others), Map.of(), Map.of(), Set.of(), Map.of());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the meter cannot start", e);
    }
  }

  private static byte[] renamed(byte[] classFile) {
    return RenamedClasses.in(
        classFile,
        name ->
            ANNOTATIONS.getOrDefault(name, BootNames.PLAIN.renamed(name, BootNames.IN_JAVA_LANG)));
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException e) {
      return false;
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
