package dev.lightspeed.meter.agent;

import dev.lightspeed.meter.instrument.BootNames;
import java.io.IOException;
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

  /** The classes that keep their names. Each mentions only those in front of it. */
  private static final List<String> IN_BOOT_LOADER =
      List.of("UnitLimitExceeded", "CallNode", "MeteredThread", "MeterState", "EndGuard");

  /** The classes that are part of java.base in the JVM. Each mentions only those in front of it. */
  private static final List<String> IN_JAVA_LANG =
      List.of("Counting", "JdkFields", "Sizes", "Pins");

  private static final String PINS = "java/lang/LightspeedPins";

  /**
   * Internal names and descriptors in the sources, and in the JVM: of the classes in java.lang, and
   * of what stands for something of the JDK's own that no compiler lets one mention.
   */
  private static final Map<String, String> IN_JVM =
      Map.of(
          "dev/lightspeed/meter/boot/Counting", BootNames.IN_JAVA_LANG.counting(),
          "dev/lightspeed/meter/boot/Sizes", BootNames.IN_JAVA_LANG.sizes(),
          "dev/lightspeed/meter/boot/JdkFields", "java/lang/LightspeedJdkFields",
          "dev/lightspeed/meter/boot/Pins", PINS,
          "dev/lightspeed/meter/boot/JdkUnsafe", "jdk/internal/misc/Unsafe",
          "()Ldev/lightspeed/meter/boot/JdkUnsafe;", "()Ljdk/internal/misc/Unsafe;",
          "Ldev/lightspeed/meter/boot/ForceInline;", "Ljdk/internal/vm/annotation/ForceInline;",
          "Ldev/lightspeed/meter/boot/DontInline;", "Ljdk/internal/vm/annotation/DontInline;",
          "Ldev/lightspeed/meter/boot/Stable;", "Ljdk/internal/vm/annotation/Stable;");

  private BootClasses() {}

  /**
   * Defines them unless they are there.
   *
   * @throws IllegalStateException if this JVM offers no way to do so, or if the application has
   *     loaded its own copy already
   */
  static void define(Instrumentation instrumentation) {
    JdkInternals internals = JdkInternals.open(instrumentation);
    try (AgentJar jar = AgentJar.open()) {
      for (String name : IN_BOOT_LOADER) {
        define(internals, jar, name);
        requireBootLoader(PACKAGE.concat(name));
      }
      for (String name : IN_JAVA_LANG) {
        define(internals, jar, name);
      }
    } catch (IOException e) {
      throw new IllegalStateException("the meter cannot start: " + e.getMessage(), e);
    }
    letJavaBaseRead(instrumentation);
    pin();
  }

  private static void define(JdkInternals internals, AgentJar jar, String name) throws IOException {
    String source = PACKAGE.concat(name).replace('.', '/');
    String inJvm = IN_JVM.getOrDefault(source, source).replace('/', '.');
    if (!isDefined(inJvm)) {
      byte[] classFile = jar.bytes(source.concat(".class"));
      internals.defineClass(inJvm, ClassFileEdits.renamed(classFile, IN_JVM));
    }
  }

  private static void pin() {
    try {
      Class.forName(PINS.replace('/', '.'), true, null).getMethod("pin").invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the meter cannot start: this JVM has another Unsafe", e);
    }
  }

  /** The classes in java.lang mention the others, which are in no named module. */
  private static void letJavaBaseRead(Instrumentation instrumentation) {
    try {
      Module others = Class.forName(PACKAGE.concat("MeterState"), false, null).getModule();
      instrumentation.redefineModule(
          Object.class.getModule(), Set.of(others), Map.of(), Map.of(), Set.of(), Map.of());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException("the meter cannot start", e);
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
