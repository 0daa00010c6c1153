package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Code that no Java compiler writes but others, optimisers and obfuscators do. */
class OddCodeTest {

  private static final String NAME = "generated/Odd";

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17})
  void a_constructor_may_call_super_in_either_branch(int version) throws Exception {
    Metered subject =
        load(
            version,
            code -> {
              Label other = new Label();
              Label end = new Label();
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitJumpInsn(Opcodes.IFEQ, other);
              callSuper(code);
              code.visitJumpInsn(Opcodes.GOTO, end);
              code.visitLabel(other);
              callSuper(code);
              code.visitLabel(end);
              code.visitInsn(Opcodes.RETURN);
            });
    // new, dup, iload, invokespecial, pop, iconst, ireturn; iload, ifeq; aload, invokespecial, goto
    // | aload, invokespecial; return
    long rest = (10 + 1 + 1 + 4 + 1 + 1 + 1) + 2 + (1 + 4) + 1;
    assertThat(subject.units("run", 1)).isEqualTo(rest + 1);
    assertThat(subject.units("run", 0)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17})
  void an_argument_of_super_may_be_constructed_in_either_branch(int version) throws Exception {
    Metered subject =
        load(
            version,
            code -> {
              Label other = new Label();
              Label end = new Label();
              code.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
              code.visitInsn(Opcodes.DUP);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitJumpInsn(Opcodes.IFEQ, other);
              code.visitMethodInsn(
                  Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
              code.visitJumpInsn(Opcodes.GOTO, end);
              code.visitLabel(other);
              code.visitMethodInsn(
                  Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
              code.visitLabel(end);
              code.visitInsn(Opcodes.POP);
              callSuper(code);
              code.visitInsn(Opcodes.RETURN);
            });
    // new, dup, iload, ifeq; invokespecial, goto | invokespecial; pop, aload, invokespecial, return
    long rest = (10 + 1 + 1 + 4 + 1 + 1 + 1) + (10 + 1 + 1 + 1) + 4 + (1 + 1 + 4 + 1);
    assertThat(subject.units("run", 1)).isEqualTo(rest + 1);
    assertThat(subject.units("run", 0)).isEqualTo(rest);
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17})
  void a_constructor_may_jump_back_to_its_super_call(int version) throws Exception {
    Metered subject =
        load(
            version,
            code -> {
              Label compute = new Label();
              Label call = new Label();
              Label end = new Label();
              code.visitJumpInsn(Opcodes.GOTO, compute);
              code.visitLabel(call);
              callSuper(code);
              code.visitJumpInsn(Opcodes.GOTO, end);
              code.visitLabel(compute);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitIntInsn(Opcodes.BIPUSH, 7);
              code.visitInsn(Opcodes.IDIV);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitJumpInsn(Opcodes.GOTO, call);
              code.visitLabel(end);
              code.visitInsn(Opcodes.RETURN);
            });
    // goto; iload, bipush, idiv (8), istore, goto; aload, invokespecial, goto; return
    long constructor = 1 + (1 + 1 + 8 + 1 + 1) + (1 + 4 + 1) + 1;
    assertThat(subject.units("run", 1)).isEqualTo(10 + 1 + 1 + 4 + 1 + 1 + 1 + constructor);
  }

  @ParameterizedTest
  @ValueSource(ints = {Opcodes.V1_5, Opcodes.V17})
  void a_constructor_may_protect_what_is_in_front_of_its_super_call(int version) throws Exception {
    Metered subject =
        load(
            version,
            code -> {
              Label start = new Label();
              Label end = new Label();
              Label handler = new Label();
              Label go = new Label();
              code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
              code.visitLabel(start);
              code.visitInsn(Opcodes.ICONST_1);
              code.visitVarInsn(Opcodes.ILOAD, 1);
              code.visitInsn(Opcodes.IDIV);
              code.visitVarInsn(Opcodes.ISTORE, 1);
              code.visitLabel(end);
              code.visitJumpInsn(Opcodes.GOTO, go);
              code.visitLabel(handler);
              code.visitInsn(Opcodes.POP);
              code.visitLabel(go);
              callSuper(code);
              code.visitInsn(Opcodes.RETURN);
            });
    // iconst, iload, idiv (8), istore, goto; pop; aload, invokespecial, return
    long rest = (10 + 1 + 1 + 4 + 1 + 1 + 1) + (1 + 1 + 8 + 1 + 1) + (1 + 4 + 1);
    assertThat(subject.units("run", 1)).isEqualTo(rest);
    assertThat(subject.units("run", 0)).isEqualTo(rest + 1);
  }

  private static void callSuper(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ALOAD, 0);
    code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
  }

  /** A class whose {@code run(int)} calls the constructor of the code that is given. */
  private static Metered load(int version, Consumer<MethodVisitor> constructor) throws Exception {
    ClassWriter writer =
        new ClassWriter(
            version == Opcodes.V1_5 ? ClassWriter.COMPUTE_MAXS : ClassWriter.COMPUTE_FRAMES);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    writer.visit(version, access, NAME, null, "java/lang/Object", null);
    MethodVisitor code = writer.visitMethod(Opcodes.ACC_PUBLIC, "<init>", "(I)V", null, null);
    code.visitCode();
    constructor.accept(code);
    code.visitMaxs(0, 0);
    code.visitEnd();
    MethodVisitor run =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    run.visitCode();
    run.visitTypeInsn(Opcodes.NEW, NAME);
    run.visitInsn(Opcodes.DUP);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitMethodInsn(Opcodes.INVOKESPECIAL, NAME, "<init>", "(I)V", false);
    run.visitInsn(Opcodes.POP);
    run.visitInsn(Opcodes.ICONST_0);
    run.visitInsn(Opcodes.IRETURN);
    run.visitMaxs(0, 0);
    run.visitEnd();
    String name = NAME.replace('/', '.');
    return new Metered(
        new InstrumentingLoader(n -> false).with(name, writer.toByteArray()).loadClass(name));
  }
}
