package dev.lightspeed.meter.agent;

import dev.lightspeed.meter.boot.MeterState;
import dev.lightspeed.meter.instrument.BootNames;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes the JVM use what is pinned.
 *
 * <p>Enum constants get a hash code that is the same in every JVM. Their own is an identity hash
 * code, by which a {@code HashMap} of them, of the application's or inside the JDK, is walked in
 * another order each time. The specification leaves it open; what is in tables already keeps its
 * place, since enums that were loaded before the agent keep their hash codes.
 *
 * <p>The salt of immutable sets and maps, which {@code Pins} has pinned, is a constant that the JIT
 * may have compiled already: to change a class throws away what was compiled of it. Both are one
 * operation of the JVM.
 */
final class PinnedHashes implements ClassFileTransformer {

  /** With those nested in it. */
  private static final String SALTED = "java.util.ImmutableCollections";

  private final String counting;

  private PinnedHashes(String counting) {
    this.counting = counting;
  }

  /** Pins them, in a JVM whose loaded classes can be changed. */
  static void use(Instrumentation instrumentation, BootNames boot) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    Set<Class<?>> enums = new HashSet<>();
    List<Class<?>> changed = new ArrayList<>(List.of(Enum.class));
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.isEnum()) {
        enums.add(type);
      } else if (type.getName().startsWith(SALTED) && instrumentation.isModifiableClass(type)) {
        changed.add(type);
      }
    }
    MeterState.setEnumsOfStart(enums);
    instrumentation.addTransformer(new PinnedHashes(boot.counting()), true);
    try {
      instrumentation.retransformClasses(changed.toArray(new Class<?>[0]));
    } catch (UnmodifiableClassException e) {
      throw new IllegalStateException("only modifiable classes are changed", e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return redefined == Enum.class
        ? ClassFileEdits.delegating(classFile, "hashCode", counting, "hash", "java/lang/Enum")
        : null;
  }
}
