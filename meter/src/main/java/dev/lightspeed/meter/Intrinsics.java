package dev.lightspeed.meter;

import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The methods of this JDK whose bodies the JIT may replace, or that have none: counting inside them
 * would stop when the JIT sets in. Asked of the JDK's class files, which say so by an annotation.
 */
final class Intrinsics {

  private static final String ANNOTATION = "Ljdk/internal/vm/annotation/IntrinsicCandidate;";
  private static final Map<String, Set<String>> BY_OWNER = new ConcurrentHashMap<>();

  private Intrinsics() {}

  /** Whether the method that {@code call} names is one. */
  static boolean contains(MethodInsnNode call) {
    return BY_OWNER
        .computeIfAbsent(call.owner, Intrinsics::methodsOf)
        .contains(call.name + call.desc);
  }

  /** Whether {@code method} is one. */
  static boolean isOne(MethodNode method) {
    return (method.access & Opcodes.ACC_NATIVE) != 0
        || (method.visibleAnnotations != null
            && method.visibleAnnotations.stream().anyMatch(a -> a.desc.equals(ANNOTATION)));
  }

  private static Set<String> methodsOf(String owner) {
    Set<String> names = new TreeSet<>();
    try (InputStream in = ClassLoader.getSystemResourceAsStream(owner + ".class")) {
      if (in != null) {
        ClassNode node = new ClassNode();
        new ClassReader(in).accept(node, ClassReader.SKIP_CODE);
        node.methods.stream().filter(Intrinsics::isOne).forEach(m -> names.add(m.name + m.desc));
      }
    } catch (IOException e) {
      throw new IllegalStateException(owner + " cannot be read", e);
    }
    return names;
  }
}
