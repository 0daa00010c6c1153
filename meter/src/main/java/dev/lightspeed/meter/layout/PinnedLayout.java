package dev.lightspeed.meter.layout;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import org.objectweb.asm.Type;

/** The arithmetic of the pinned layout, for all that is sized by it. Sizes are in bytes. */
public final class PinnedLayout {

  /** The size of an object header. */
  public static final int HEADER = 12;

  /** The size of a reference. */
  public static final int REFERENCE = 4;

  /** The size of an array's header, its length included. */
  static final int ARRAY_HEADER = 16;

  private PinnedLayout() {}

  /** Rounds {@code bytes} up to the alignment of objects, 8. */
  public static long align(long bytes) {
    return (bytes + 7) & ~7L;
  }

  /** The size of an array of {@code length} elements of {@code elementBytes} each. */
  static long array(long length, int elementBytes) {
    return align(ARRAY_HEADER + length * elementBytes);
  }

  /** The size of a field or an array element of {@code type}. */
  static int bytesOf(Class<?> type) {
    return bytesOf(Type.getType(type).getSort());
  }

  /** The size of a field or an array element of the type of {@code sort}, as ASM numbers them. */
  public static int bytesOf(int sort) {
    return switch (sort) {
      case Type.LONG, Type.DOUBLE -> 8;
      case Type.SHORT, Type.CHAR -> 2;
      case Type.BYTE, Type.BOOLEAN -> 1;
      default -> REFERENCE;
    };
  }

  /**
   * The size of the instance fields that {@code type} and its superclasses declare, those from
   * {@code jdkClass} upwards left out.
   */
  public static long bytesOfFields(Class<?> type, Class<?> jdkClass) {
    long bytes = 0;
    for (Class<?> at = type; at != null && at != jdkClass; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        bytes += Modifier.isStatic(field.getModifiers()) ? 0 : bytesOf(field.getType());
      }
    }
    return bytes;
  }

  /** {@code type} itself or its first superclass that is a class of the JDK. */
  public static Class<?> firstOfJdk(Class<?> type) {
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      if (isOfJdk(at.getModule())) {
        return at;
      }
    }
    return Object.class;
  }

  /** Whether {@code module} is one of the JDK's. */
  public static boolean isOfJdk(Module module) {
    String name = module.getName();
    return name != null && (name.startsWith("java.") || name.startsWith("jdk."));
  }

  /**
   * Header and fields of the JDK class {@code name} if it has no content of its own, and so needs
   * no formula; 0 for any other class.
   */
  public static int bareBytes(String name) {
    return switch (name) {
      case "java.lang.Object",
          "java.lang.Record",
          "java.lang.Number",
          "java.util.AbstractCollection",
          "java.util.AbstractSet",
          "java.util.AbstractQueue" ->
          HEADER;
      case "java.util.AbstractList", "java.util.AbstractSequentialList" -> HEADER + 4;
      case "java.util.AbstractMap" -> HEADER + 8;
      default -> 0;
    };
  }
}
