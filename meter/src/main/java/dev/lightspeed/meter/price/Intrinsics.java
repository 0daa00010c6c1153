package dev.lightspeed.meter.price;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of this JDK whose bodies the JIT may replace, or that have none: counting inside them
 * would stop when the JIT sets in. Asked of the JDK's class files, which say so by an annotation.
 * Beside them stand methods that go on where an intrinsic has left off, which may be elsewhere than
 * where its body would have: a vector instruction stops at a whole vector, and sorts differently.
 */
public final class Intrinsics {

  private static final String ANNOTATION = "Ljdk/internal/vm/annotation/IntrinsicCandidate;";

  private static final Map<String, Predicate<MethodNode>> GOING_ON =
      Map.of(
          "java/math/BigInteger",
          method -> method.name.equals("modPow"),
          "java/util/Arrays",
          method -> method.name.equals("sort") && !method.desc.startsWith("([L"),
          "jdk/internal/util/ArraysSupport",
          method -> method.name.equals("mismatch"));

  private static final Map<String, Set<String>> BY_OWNER = new ConcurrentHashMap<>();

  private Intrinsics() {}

  /** Whether the method that {@code call} names is one. */
  static boolean contains(MethodInsnNode call) {
    return BY_OWNER
        .computeIfAbsent(call.owner, Intrinsics::methodsOf)
        .contains(call.name + call.desc);
  }

  /** Whether {@code method} of the class {@code owner} is one. */
  public static boolean isOne(String owner, MethodNode method) {
    return (method.access & Opcodes.ACC_NATIVE) != 0
        || GOING_ON.getOrDefault(owner, any -> false).test(method)
        || (method.visibleAnnotations != null
            && method.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(ANNOTATION)));
  }

  private static Set<String> methodsOf(String owner) {
    Set<String> names = new TreeSet<>();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
      if (in != null) {
        ClassNode node = new ClassNode();
        new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
        node.methods.stream()
            .filter(method -> isOne(owner, method))
            .forEach(method -> names.add(method.name + method.desc));
      }
    } catch (IOException e) {
      throw new IllegalStateException(owner + " cannot be read", e);
    }
    return names;
  }
}
