package dev.lightspeed.meter.layout;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Finds the layout of a class, once per JVM. */
final class Layouts extends ClassValue<Layout> {

  /** All layouts that were needed so far. */
  static final Layouts INSTANCE = new Layouts();

  /** What the JVM has once, whoever refers to it: enum constants, classes, stateless lambdas. */
  private static final Layout SHARED = new FormulaLayout(Formula.fixed(0));

  private Layouts() {}

  @Override
  protected Layout computeValue(Class<?> type) {
    if (type.isArray()) {
      return new ArrayLayout(type.getComponentType());
    }
    if (Enum.class.isAssignableFrom(type) || type == Class.class || isStateless(type)) {
      return SHARED;
    }
    if (Thread.class.isAssignableFrom(type)) {
      return new RefusedLayout(
          "A session must not hold a thread: leave it out of what retained() returns");
    }
    if (ClassLoader.class.isAssignableFrom(type)) {
      return new RefusedLayout(
          "A session must not hold a class loader: leave it out of what retained() returns");
    }
    Class<?> jdkClass = PinnedLayout.firstOfJdk(type);
    @Nullable Formula formula = JdkFormulas.find(jdkClass.getName());
    if (jdkClass == type) {
      return formula == null ? unknown(type) : new FormulaLayout(formula);
    }
    int bareBytes = PinnedLayout.bareBytes(jdkClass.getName());
    if (bareBytes > 0) {
      return FieldLayout.of(type, jdkClass, bareBytes, null);
    }
    return formula == null ? unknown(jdkClass) : FieldLayout.of(type, jdkClass, 0, formula);
  }

  private static Layout unknown(Class<?> type) {
    return new RefusedLayout(
        "The pinned layout has no size for "
            + type.getName()
            + ": leave it out of what retained() returns, or hold its content in one of the types"
            + " of docs/COUNTERS.md");
  }

  /** A lambda or method reference that captures nothing is one object for all. */
  private static boolean isStateless(Class<?> type) {
    return type.isHidden()
        && type.isSynthetic()
        && Arrays.stream(type.getDeclaredFields())
            .allMatch(field -> Modifier.isStatic(field.getModifiers()));
  }
}
