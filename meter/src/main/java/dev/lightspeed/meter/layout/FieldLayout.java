package dev.lightspeed.meter.layout;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Application classes: the header, then the fields of the class and of its superclasses up to the
 * first class of the JDK, without gaps, rounded up to 8 at the end. What that JDK class adds comes
 * from its formula.
 */
final class FieldLayout extends Layout {

  private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

  /** Fields that one method handle reads; more would make it slow to build. */
  private static final int FIELDS_PER_WALKER = 16;

  private final List<Field> references;
  private final MethodHandle[] walkers;
  private final @Nullable Formula base;
  private final long ownBytes;

  private FieldLayout(
      long fixedBytes, long ownBytes, List<Field> references, @Nullable Formula base)
      throws IllegalAccessException {
    super(fixedBytes, references.isEmpty() && (base == null || base.content() == null));
    this.ownBytes = ownBytes;
    this.references = references;
    this.base = base;
    walkers = walkers(references);
  }

  /** One call per object, not per field: the JIT compiles such a handle to plain reads. */
  private static MethodHandle[] walkers(List<Field> references) throws IllegalAccessException {
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    List<MethodHandle> walkers = new ArrayList<>();
    for (int i = 0; i < references.size(); i++) {
      MethodHandle read = lookup.unreflectGetter(references.get(i)).asType(READ);
      MethodHandle walk = MethodHandles.filterArguments(accept(lookup), 1, read);
      if (i % FIELDS_PER_WALKER == 0) {
        walkers.add(walk);
      } else {
        int last = walkers.size() - 1;
        walkers.set(last, MethodHandles.foldArguments(walk, walkers.get(last)));
      }
    }
    return walkers.toArray(new MethodHandle[0]);
  }

  private static MethodHandle accept(MethodHandles.Lookup lookup) throws IllegalAccessException {
    try {
      return lookup.findVirtual(
          ReferenceSink.class, "accept", MethodType.methodType(void.class, Object.class));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * The layout of {@code type}.
   *
   * @param jdkClass its first superclass from the JDK
   * @param bareBytes header and fields of that class where it needs no formula
   * @param base the formula of that class, or null where it needs none
   */
  static Layout of(Class<?> type, Class<?> jdkClass, int bareBytes, @Nullable Formula base) {
    List<Field> references = new ArrayList<>();
    try {
      for (Class<?> at = type; at != null && at != jdkClass; at = at.getSuperclass()) {
        for (Field field : at.getDeclaredFields()) {
          if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
            field.setAccessible(true);
            references.add(field);
          }
        }
      }
      long fields = PinnedLayout.bytesOfFields(type, jdkClass);
      return base == null
          ? new FieldLayout(PinnedLayout.align(bareBytes + fields), 0, references, null)
          : new FieldLayout(-1, PinnedLayout.align(fields), references, base);
    } catch (RuntimeException | IllegalAccessException e) {
      return new RefusedLayout(
          "Its fields cannot be read ("
              + e.getMessage()
              + "): open its package to the meter with --add-opens");
    }
  }

  @Override
  long bytes(Object object) {
    return base == null ? fixedBytes : base.bytes().applyAsLong(object) + ownBytes;
  }

  @Override
  void walk(Object object, ReferenceSink out) {
    try {
      for (MethodHandle walker : walkers) {
        walker.invokeExact(out, object);
      }
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
    if (base != null && base.content() != null) {
      base.content().accept(object, out);
    }
  }

  @Override
  String edge(Object object, int index) {
    if (index < references.size()) {
      Field field = references.get(index);
      return simpleName(field.getDeclaringClass()) + "." + field.getName();
    }
    return simpleName(object.getClass()) + "[" + (index - references.size()) + "]";
  }

  /** The name as people write it; anonymous classes and lambdas have no other than the full one. */
  static String simpleName(Class<?> type) {
    return type.getSimpleName().isEmpty() ? type.getName() : type.getSimpleName();
  }
}
