package dev.lightspeed.metered;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;

/** Prints by what the JIT is told how to compile what instrumented code calls. */
public final class JitHintsSubject {

  private JitHintsSubject() {}

  /** Takes no arguments. */
  public static void main(String[] args) throws ReflectiveOperationException {
    Class<?> counting = Class.forName("java.lang.LightspeedCounting");
    print(counting.getMethod("add", int.class));
    print(counting.getDeclaredMethod("countAtOnce", long.class));
    print(Class.forName("dev.lightspeed.meter.boot.MeterState").getDeclaredField("INSTANCE_BYTES"));
  }

  private static void print(AnnotatedElement element) {
    Arrays.stream(element.getAnnotations())
        .map(Annotation::annotationType)
        .forEach(type -> System.out.println(type.getName()));
  }
}
