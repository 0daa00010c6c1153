package dev.lightspeed.meter;

import dev.lightspeed.meter.boot.MeterState;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Gives enum constants a hash code that is the same in every JVM. Their own is an identity hash
 * code, by which a {@code HashMap} of them, of the application's or inside the JDK, is walked in
 * another order each time. The specification leaves it open; what is in tables already keeps its
 * place, since enums that were loaded before the agent keep their hash codes.
 */
final class EnumHashes implements ClassFileTransformer {

  private static final String ENUM = "java/lang/Enum";

  private final String counting;

  private EnumHashes(String counting) {
    this.counting = counting;
  }

  /** Pins them, in a JVM whose loaded classes can be changed. */
  static void pin(Instrumentation instrumentation, BootNames boot) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    Set<Class<?>> loaded = new HashSet<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.isEnum()) {
        loaded.add(type);
      }
    }
    MeterState.setEnumsOfStart(loaded);
    instrumentation.addTransformer(new EnumHashes(boot.counting()), true);
    try {
      instrumentation.retransformClasses(Enum.class);
    } catch (UnmodifiableClassException e) {
      throw new IllegalStateException("Enum is modifiable", e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return redefined == Enum.class ? pinned(classFile) : null;
  }

  private byte[] pinned(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, 0);
    for (MethodNode method : node.methods) {
      if (method.name.equals("hashCode")) {
        method.instructions.clear();
        method.tryCatchBlocks.clear();
        method.localVariables = null;
        method.instructions.add(new VarInsnNode(Opcodes.ALOAD, 0));
        method.instructions.add(
            new MethodInsnNode(Opcodes.INVOKESTATIC, counting, "hash", "(L" + ENUM + ";)I"));
        method.instructions.add(new InsnNode(Opcodes.IRETURN));
        method.maxStack = 1;
        method.maxLocals = 1;
      }
    }
    ClassWriter writer = new ClassWriter(0);
    node.accept(writer);
    return writer.toByteArray();
  }
}
