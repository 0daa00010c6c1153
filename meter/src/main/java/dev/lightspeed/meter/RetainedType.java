package dev.lightspeed.meter;

import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * What a session keeps of one type.
 *
 * @param type the class as the source spells it: {@code com.example.Cart$Item}, {@code byte[]};
 *     what the JVM makes up at run time without the number that it makes up too: {@code
 *     com.example.Cart$$Lambda}, {@code proxy of com.example.Prices}
 * @param objects how many, at least 1
 * @param bytes their size in the pinned layout, at least 1
 */
public record RetainedType(String type, long objects, long bytes) {

  /**
   * @throws IllegalArgumentException if a count is out of range
   */
  public RetainedType {
    if (objects < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          type + ": " + objects + " objects of " + bytes + " bytes, each must be at least 1");
    }
  }

  /** The name of {@code type}, the same in every JVM. */
  static String name(Class<?> type) {
    if (type.isArray()) {
      return name(type.getComponentType()) + "[]";
    }
    if (Proxy.isProxyClass(type)) {
      return Arrays.stream(type.getInterfaces())
          .map(Class::getName)
          .collect(Collectors.joining(", ", "proxy of ", ""));
    }
    String name = type.getName();
    if (!type.isHidden()) {
      return name;
    }
    int lambda = name.indexOf("$$Lambda");
    return lambda < 0
        ? name.substring(0, name.indexOf('/'))
        : name.substring(0, lambda) + "$$Lambda";
  }
}
