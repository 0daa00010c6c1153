package dev.lightspeed.meter;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The JDK's own Unsafe, opened for this module alone. */
final class JdkInternals {

  /** An arbitrary value; odd, so that immutable sets are walked forwards. */
  private static final long SALT = 0x2545_F491L;

  /** By which {@code ConcurrentHashMap} divides its work when it grows; arbitrary too. */
  private static final int PROCESSORS = 2;

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

  /**
   * {@code Set.of} and its like iterate in an order that the JDK draws anew for every JVM; here it
   * is the same in each. Looking something up does not depend on it, so sets that are there already
   * keep working. The JVM has walked such sets while it started, and may have compiled their code
   * with the salt in it: retransforming throws that away. A JDK that keeps its salt elsewhere keeps
   * its salt; comparing two JVMs tells.
   */
  void pinSalts(Instrumentation instrumentation) {
    try {
      Class<?> owner = Class.forName("java.util.ImmutableCollections");
      put(owner.getDeclaredField("SALT32L"), SALT);
      put(owner.getDeclaredField("REVERSE"), false);
      if (instrumentation.isRetransformClassesSupported()) {
        instrumentation.retransformClasses(compiledWith(owner.getName(), instrumentation));
      }
    } catch (ReflectiveOperationException | UnmodifiableClassException e) {
      // See above.
    }
  }

  /** The class {@code owner} and those nested in it, as far as they are loaded. */
  private static Class<?>[] compiledWith(String owner, Instrumentation instrumentation) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> loaded : instrumentation.getAllLoadedClasses()) {
      if (loaded.getName().startsWith(owner) && instrumentation.isModifiableClass(loaded)) {
        classes.add(loaded);
      }
    }
    return classes.toArray(new Class<?>[0]);
  }

  /**
   * {@code ConcurrentHashMap} grows in steps that depend on the number of processors. Only full
   * mode counts them, and discards what was compiled with the number of this machine.
   */
  void pinProcessors() {
    try {
      Class<?> owner = Class.forName("java.util.concurrent.ConcurrentHashMap");
      put(owner.getDeclaredField("NCPU"), PROCESSORS);
    } catch (ReflectiveOperationException e) {
      // As with the salts: comparing two JVMs tells.
    }
  }

  private void put(Field field, Object value) throws ReflectiveOperationException {
    Object base = type.getMethod("staticFieldBase", Field.class).invoke(unsafe, field);
    Object offset = type.getMethod("staticFieldOffset", Field.class).invoke(unsafe, field);
    Class<?> kind = field.getType();
    String method = kind == long.class ? "putLong" : kind == int.class ? "putInt" : "putBoolean";
    type.getMethod(method, Object.class, long.class, kind).invoke(unsafe, base, offset, value);
  }
}
