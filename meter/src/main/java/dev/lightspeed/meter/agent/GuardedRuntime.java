package dev.lightspeed.meter.agent;

import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.security.ProtectionDomain;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Lets {@code Runtime.exit} and {@code Runtime.halt} ask {@code EndGuard} first. */
final class GuardedRuntime implements ClassFileTransformer {

  private static final String GUARD = "dev/lightspeed/meter/boot/EndGuard";
  private static final String OF_STATUS = "(I)V";

  /** From now on, in a JVM whose loaded classes can be changed. */
  static void use(Instrumentation instrumentation) {
    if (!instrumentation.isRetransformClassesSupported()) {
      return;
    }
    instrumentation.addTransformer(new GuardedRuntime(), true);
    try {
      instrumentation.retransformClasses(Runtime.class);
    } catch (UnmodifiableClassException e) {
      throw new IllegalStateException("java.lang.Runtime can be changed", e);
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] classFile) {
    return redefined == Runtime.class ? guarded(classFile) : null;
  }

  private static byte[] guarded(byte[] classFile) {
    ClassReader reader = new ClassReader(classFile);
    ClassWriter writer = new ClassWriter(reader, ClassWriter.COMPUTE_MAXS);
    reader.accept(
        new ClassVisitor(Opcodes.ASM9, writer) {
          @Override
          public MethodVisitor visitMethod(
              int access, String name, String descriptor, String signature, String[] exceptions) {
            MethodVisitor code = super.visitMethod(access, name, descriptor, signature, exceptions);
            boolean ends = name.equals("exit") || name.equals("halt");
            return ends && descriptor.equals(OF_STATUS) ? asking(name, code) : code;
          }
        },
        0);
    return writer.toByteArray();
  }

  private static MethodVisitor asking(String method, MethodVisitor code) {
    return new MethodVisitor(Opcodes.ASM9, code) {
      @Override
      public void visitCode() {
        super.visitCode();
        visitVarInsn(Opcodes.ILOAD, 1);
        visitMethodInsn(Opcodes.INVOKESTATIC, GUARD, method, OF_STATUS, false);
      }
    };
  }
}
