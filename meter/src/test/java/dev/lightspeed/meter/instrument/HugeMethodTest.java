package dev.lightspeed.meter.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Methods and classes at the limits of the class file. They do what they did; they count what an
 * interpreter says, or more where there is no room to count each block, never less; and where there
 * is no room at all they are refused by name.
 */
class HugeMethodTest {

  private static final String NAME = "generated/Huge";
  private static final int LIMIT = 65_535;

  /** Bytes that counting a method from above may take. */
  private static final int ROOM = 16;

  /** What fills a method: the int in local variable 0 goes through it, 1 is free. */
  enum Shape {
    STRAIGHT(
        code -> {
          code.visitIincInsn(0, 1);
        }),
    BRANCHES(
        code -> {
          Label next = new Label();
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitJumpInsn(Opcodes.IFGT, next);
          code.visitIincInsn(0, 2);
          code.visitLabel(next);
        }),
    /** One in 64 is run: for each, the JVM searches the exception table from its start. */
    HANDLERS(
        code -> {
          Label start = new Label();
          Label end = new Label();
          Label handler = new Label();
          Label next = new Label();
          code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
          code.visitIincInsn(0, -1);
          code.visitLabel(start);
          code.visitInsn(Opcodes.ICONST_1);
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitInsn(Opcodes.IDIV);
          code.visitInsn(Opcodes.POP);
          code.visitLabel(end);
          code.visitJumpInsn(Opcodes.GOTO, next);
          code.visitLabel(handler);
          code.visitInsn(Opcodes.POP);
          code.visitIntInsn(Opcodes.BIPUSH, 64);
          code.visitVarInsn(Opcodes.ISTORE, 0);
          code.visitLabel(next);
        }),
    LOOPS(
        code -> {
          Label again = new Label();
          code.visitInsn(Opcodes.ICONST_2);
          code.visitVarInsn(Opcodes.ISTORE, 1);
          code.visitLabel(again);
          code.visitIincInsn(0, 1);
          code.visitIincInsn(1, -1);
          code.visitVarInsn(Opcodes.ILOAD, 1);
          code.visitJumpInsn(Opcodes.IFGT, again);
        }),
    RETURNS(
        code -> {
          Label next = new Label();
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitJumpInsn(Opcodes.IFLE, next);
          code.visitVarInsn(Opcodes.ILOAD, 1);
          code.visitInsn(Opcodes.IRETURN);
          code.visitLabel(next);
        }),
    TABLES(
        code -> {
          Label[] labels = new Label[4_000];
          Label even = new Label();
          Label odd = new Label();
          Label end = new Label();
          for (int i = 0; i < labels.length; i++) {
            labels[i] = i % 2 == 0 ? even : odd;
          }
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitTableSwitchInsn(0, labels.length - 1, end, labels);
          code.visitLabel(even);
          code.visitIincInsn(0, 10);
          code.visitLabel(odd);
          code.visitIincInsn(0, 101);
          code.visitLabel(end);
        }),
    WIDE(
        code -> {
          Label next = new Label();
          code.visitVarInsn(Opcodes.ILOAD, 0);
          code.visitVarInsn(Opcodes.ISTORE, 300);
          code.visitIincInsn(300, 1_000);
          code.visitVarInsn(Opcodes.ILOAD, 300);
          code.visitJumpInsn(Opcodes.IFGE, next);
          code.visitInsn(Opcodes.NOP);
          code.visitLabel(next);
        });

    private final Piece piece;

    Shape(Piece piece) {
      this.piece = piece;
    }
  }

  /** Writes a piece of code. */
  @FunctionalInterface
  interface Piece {
    /** Writes it. */
    void write(MethodVisitor code);
  }

  static Stream<Arguments> huge() {
    return Arrays.stream(Shape.values())
        .flatMap(
            shape ->
                Stream.of(15_000, 60_000, LIMIT - ROOM)
                    .filter(bytes -> shape != Shape.LOOPS || bytes < 60_000)
                    .map(bytes -> Arguments.of(shape, bytes)));
  }

  @ParameterizedTest
  @MethodSource("huge")
  void a_huge_method_gives_what_it_gave_and_counts_no_less_than_it_executes(Shape shape, int bytes)
      throws Exception {
    byte[] classFile = write(shape.piece, bytes);
    Metered counted = load(classFile);
    Metered plain =
        new Metered(
            new InstrumentingLoader(name -> false)
                .withPlain(NAME.replace('/', '.'), classFile)
                .loadClass(NAME.replace('/', '.')));
    for (int argument : List.of(-1, 0, 3)) {
      ReferenceInterpreter interpreter = new ReferenceInterpreter(classFile);
      Object expected = interpreter.call("run", argument, 0);
      assertThat(plain.result("run", argument, 0)).isEqualTo(expected);
      assertThat(counted.result("run", argument, 0)).isEqualTo(expected);
      long units = counted.units("run", argument, 0);
      assertThat(units).isGreaterThanOrEqualTo(interpreter.units());
      assertThat(counted.units("run", argument, 0)).isEqualTo(units);
      if (shape == Shape.STRAIGHT || bytes == 15_000) {
        assertThat(units).isEqualTo(interpreter.units());
      }
    }
  }

  @Test
  void a_method_without_room_for_one_count_is_refused_by_name() {
    byte[] full = write(Shape.STRAIGHT.piece, LIMIT);
    assertThatThrownBy(() -> new ClassInstrumenter(PlainRules.portable()).instrument(full, null))
        .hasMessage("Method too large: generated/Huge.run (II)I");
  }

  @Test
  void thousands_of_loops_are_counted_from_above_or_refused_by_name() throws Exception {
    byte[] some = write(Shape.LOOPS.piece, 40_000);
    ReferenceInterpreter interpreter = new ReferenceInterpreter(some);
    Object expected = interpreter.call("run", 0, 0);
    assertThat(load(some).result("run", 0, 0)).isEqualTo(expected);
    assertThat(load(some).units("run", 0, 0)).isGreaterThan(interpreter.units());
    byte[] full = write(Shape.LOOPS.piece, 60_000);
    assertThatThrownBy(() -> new ClassInstrumenter(PlainRules.portable()).instrument(full, null))
        .hasMessage("Method too large: generated/Huge.run (II)I");
  }

  @Test
  void a_method_without_a_free_local_variable_is_counted_from_above() throws Exception {
    byte[] classFile =
        write(
            code -> {
              code.visitVarInsn(Opcodes.ILOAD, 0);
              code.visitVarInsn(Opcodes.ISTORE, LIMIT - 1);
              Shape.BRANCHES.piece.write(code);
            },
            60);
    ReferenceInterpreter interpreter = new ReferenceInterpreter(classFile);
    assertThat(interpreter.call("run", 3, 0)).isEqualTo(3);
    Metered counted = load(classFile);
    assertThat(counted.result("run", 3, 0)).isEqualTo(3);
    assertThat(counted.units("run", 3, 0)).isGreaterThanOrEqualTo(interpreter.units());
  }

  @Test
  void returns_below_many_handlers_do_not_overflow_the_exception_table() throws Exception {
    ClassWriter writer = start(ClassWriter.COMPUTE_FRAMES);
    MethodVisitor code = method(writer, "run");
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    for (int i = 0; i < 40; i++) {
      code.visitTryCatchBlock(start, end, handler, "java/lang/ArithmeticException");
    }
    code.visitLabel(start);
    for (int i = 0; i < 2_000; i++) {
      Shape.RETURNS.piece.write(code);
    }
    code.visitInsn(Opcodes.ICONST_1);
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitInsn(Opcodes.IDIV);
    code.visitInsn(Opcodes.IRETURN);
    code.visitLabel(end);
    code.visitLabel(handler);
    code.visitInsn(Opcodes.POP);
    end(code);
    byte[] classFile = writer.toByteArray();
    ReferenceInterpreter interpreter = new ReferenceInterpreter(classFile);
    assertThat(interpreter.call("run", 0, 0)).isEqualTo(0);
    Metered counted = load(classFile);
    assertThat(counted.result("run", 0, 0)).isEqualTo(0);
    assertThat(counted.units("run", 0, 0)).isGreaterThanOrEqualTo(interpreter.units());
  }

  @Test
  void a_class_of_many_methods_counts_in_each() throws Exception {
    ClassWriter writer = start(0);
    for (int i = 0; i < 20_000; i++) {
      end(method(writer, "m" + i));
    }
    Metered counted = load(writer.toByteArray());
    assertThat(counted.units("m0", 1, 2)).isEqualTo(2);
    assertThat(counted.units("m19999", 1, 2)).isEqualTo(2);
  }

  @Test
  void a_constant_pool_with_some_room_left_is_enough() throws Exception {
    ClassWriter writer = start(0);
    end(method(writer, "run"));
    int constant = 0;
    while (writer.newConst(constant) < LIMIT - 64) {
      constant++;
    }
    byte[] classFile = writer.toByteArray();
    assertThat(new ClassReader(classFile).getItemCount()).isGreaterThan(LIMIT - 80);
    assertThat(load(classFile).units("run", 0, 0)).isEqualTo(2);
  }

  /** A class whose method {@code run} has exactly {@code bytes} bytes. */
  private static byte[] write(Piece piece, int bytes) {
    ClassWriter writer = start(ClassWriter.COMPUTE_FRAMES);
    MethodVisitor code = method(writer, "run");
    int before = offset(code);
    piece.write(code);
    int most = offset(code) - before + 3;
    while (offset(code) + most < bytes - 2) {
      piece.write(code);
    }
    while (offset(code) < bytes - 2) {
      code.visitInsn(Opcodes.NOP);
    }
    end(code);
    return writer.toByteArray();
  }

  /** Of what comes next, from the beginning of the method. */
  private static int offset(MethodVisitor code) {
    Label here = new Label();
    code.visitLabel(here);
    return here.getOffset();
  }

  private static ClassWriter start(int flags) {
    ClassWriter writer = new ClassWriter(flags);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    writer.visit(Opcodes.V17, access, NAME, null, "java/lang/Object", null);
    return writer;
  }

  private static MethodVisitor method(ClassWriter writer, String name) {
    MethodVisitor code =
        writer.visitMethod(Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, name, "(II)I", null, null);
    code.visitCode();
    return code;
  }

  private static void end(MethodVisitor code) {
    code.visitVarInsn(Opcodes.ILOAD, 0);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(2, 2);
    code.visitEnd();
  }

  private static Metered load(byte[] classFile) throws ClassNotFoundException {
    String name = NAME.replace('/', '.');
    return new Metered(new InstrumentingLoader(n -> false).with(name, classFile).loadClass(name));
  }
}
