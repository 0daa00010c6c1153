package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Class files that no compiler at hand writes: old and new versions, and methods near 64 KiB. */
class GeneratedClassTest {

  private static final String NAME = "generated.Subject";

  static IntStream versions() {
    int feature = Runtime.version().feature();
    return IntStream.rangeClosed(Opcodes.V1_2, 44 + feature);
  }

  @ParameterizedTest
  @MethodSource("versions")
  void every_version_of_the_class_file_is_counted(int version) throws Exception {
    Metered subject = load(loop(version));
    assertThat(subject.result("run", 10)).isEqualTo(10);
    // iconst, istore; iload, iload, if_icmpge; iinc, goto; iload, ireturn
    assertThat(subject.units("run", 10)).isEqualTo(2 + 11 * 3 + 10 * 2 + 2);
  }

  @Test
  void subroutines_of_old_compilers_are_counted() throws Exception {
    ClassWriter writer = start(Opcodes.V1_5);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    Label subroutine = new Label();
    run.visitCode();
    run.visitJumpInsn(Opcodes.JSR, subroutine);
    run.visitJumpInsn(Opcodes.JSR, subroutine);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitInsn(Opcodes.IRETURN);
    run.visitLabel(subroutine);
    run.visitVarInsn(Opcodes.ASTORE, 1);
    run.visitIincInsn(0, 5);
    run.visitVarInsn(Opcodes.RET, 1);
    run.visitMaxs(1, 2);
    run.visitEnd();
    Metered subject = load(writer.toByteArray());
    assertThat(subject.result("run", 1)).isEqualTo(11);
    // jsr, subroutine of 3, twice; iload, ireturn
    assertThat(subject.units("run", 1)).isEqualTo(1 + 3 + 1 + 3 + 2);
  }

  @Test
  void a_straight_method_of_nearly_64_KiB_is_counted_exactly() throws Exception {
    ClassWriter writer = start(Opcodes.V17);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    int additions = 21_830;
    run.visitCode();
    for (int i = 0; i < additions; i++) {
      run.visitIincInsn(0, 1);
    }
    end(run, 0);
    Metered subject = load(writer.toByteArray());
    assertThat(subject.result("run", 1)).isEqualTo(1 + additions);
    assertThat(subject.units("run", 1)).isEqualTo(additions + 2);
  }

  @Test
  void a_method_too_large_to_count_by_block_is_counted_coarsely() throws Exception {
    ClassWriter writer = start(Opcodes.V17);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    int branches = 9_000;
    run.visitCode();
    for (int i = 0; i < branches; i++) {
      Label next = new Label();
      run.visitVarInsn(Opcodes.ILOAD, 0);
      run.visitJumpInsn(Opcodes.IFGT, next);
      run.visitInsn(Opcodes.NOP);
      run.visitLabel(next);
      run.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    end(run, 0);
    Metered subject = load(writer.toByteArray());
    assertThat(subject.result("run", 1)).isEqualTo(1);
    assertThat(subject.units("run", 1)).isEqualTo(2L * branches + 2);
    assertThat(subject.units("run", -1)).isEqualTo(2L * branches + 2);
  }

  @Test
  void a_coarse_loop_counts_each_round() throws Exception {
    ClassWriter writer = start(Opcodes.V17);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    int branches = 9_000;
    Label again = new Label();
    run.visitCode();
    run.visitLabel(again);
    run.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    run.visitIincInsn(0, -1);
    for (int i = 0; i < branches; i++) {
      Label next = new Label();
      run.visitVarInsn(Opcodes.ILOAD, 0);
      run.visitJumpInsn(Opcodes.IFGT, next);
      run.visitInsn(Opcodes.NOP);
      run.visitLabel(next);
      run.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitJumpInsn(Opcodes.IFGT, again);
    end(run, 0);
    Metered subject = load(writer.toByteArray());
    // The branch home is so far that it takes ifle and goto_w.
    long round = 1 + 2L * branches + 3;
    assertThat(subject.result("run", 3)).isEqualTo(0);
    assertThat(subject.units("run", 3)).isEqualTo(round + 2 + 3 * round);
  }

  @Test
  void branches_that_grow_beyond_32_KiB_still_lead_home() throws Exception {
    ClassWriter writer = start(Opcodes.V17);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    int branches = 4_000;
    Label end = new Label();
    run.visitCode();
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitJumpInsn(Opcodes.IFLT, end);
    for (int i = 0; i < branches; i++) {
      Label next = new Label();
      run.visitVarInsn(Opcodes.ILOAD, 0);
      run.visitJumpInsn(Opcodes.IFGT, next);
      run.visitIincInsn(0, 1);
      run.visitLabel(next);
      run.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    run.visitLabel(end);
    run.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    end(run, 0);
    Metered subject = load(writer.toByteArray());
    assertThat(subject.units("run", -1)).isEqualTo(2 + 2);
    assertThat(subject.units("run", 1)).isEqualTo(2 + 2L * branches + 2);
    assertThat(subject.result("run", 0)).isEqualTo(1);
  }

  @Test
  void a_class_file_of_the_far_future_is_refused_with_a_reason() {
    byte[] bytes = loop(Opcodes.V17);
    bytes[7] = 120;
    assertThatThrownBy(
            () -> new ClassInstrumenter(Rules.portable(BootNames.PLAIN)).instrument(bytes, null))
        .hasMessage("Unsupported class file major version 120");
  }

  private static byte[] loop(int version) {
    ClassWriter writer = start(version);
    MethodVisitor run = writer.visitMethod(Opcodes.ACC_STATIC, "run", "(I)I", null, null);
    Label test = new Label();
    Label done = new Label();
    boolean frames = version >= Opcodes.V1_6;
    run.visitCode();
    run.visitInsn(Opcodes.ICONST_0);
    run.visitVarInsn(Opcodes.ISTORE, 1);
    run.visitLabel(test);
    if (frames) {
      run.visitFrame(Opcodes.F_APPEND, 1, new Object[] {Opcodes.INTEGER}, 0, null);
    }
    run.visitVarInsn(Opcodes.ILOAD, 1);
    run.visitVarInsn(Opcodes.ILOAD, 0);
    run.visitJumpInsn(Opcodes.IF_ICMPGE, done);
    run.visitIincInsn(1, 1);
    run.visitJumpInsn(Opcodes.GOTO, test);
    run.visitLabel(done);
    if (frames) {
      run.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
    }
    end(run, 1);
    return writer.toByteArray();
  }

  private static ClassWriter start(int version) {
    ClassWriter writer = new ClassWriter(0);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    writer.visit(version, access, NAME.replace('.', '/'), null, "java/lang/Object", null);
    return writer;
  }

  private static void end(MethodVisitor run, int result) {
    run.visitVarInsn(Opcodes.ILOAD, result);
    run.visitInsn(Opcodes.IRETURN);
    run.visitMaxs(2, 2);
    run.visitEnd();
  }

  private static Metered load(byte[] classFile) throws ClassNotFoundException {
    return new Metered(
        new InstrumentingLoader(name -> false).with(NAME, classFile).loadClass(NAME));
  }
}
