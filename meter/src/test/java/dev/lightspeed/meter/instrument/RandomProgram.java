package dev.lightspeed.meter.instrument;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * Writes a class of random, structured, ending code: loops, switches, nested handlers, handlers in
 * front of what they protect, monitors, values that wait on the operand stack across branches. Its
 * methods are {@code m0(int, int)} to {@code m3}; each calls those behind it only. Handlers are
 * entered in the exception table from the inside out, as the JVM searches them.
 */
final class RandomProgram {

  /** Of the class, with slashes. */
  static final String NAME = "generated/Program";

  /** Of every method. */
  static final String DESCRIPTOR = "(II)I";

  private static final int METHODS = 4;
  private static final int MAX_DEPTH = 4;
  private static final int FIRST_FREE = 8;

  private static final int[] LONG_OPERATIONS = {
    Opcodes.LADD, Opcodes.LSUB, Opcodes.LMUL, Opcodes.LDIV, Opcodes.LREM, Opcodes.LXOR
  };

  private static final @Nullable String[] CAUGHT = {
    "java/lang/ArithmeticException", "java/lang/RuntimeException", "java/lang/Throwable", null
  };

  private final Random random;
  private final MethodVisitor code;
  private final int number;
  private final RandomValue values;

  /** Where a break or a continue may go from here, outermost first. */
  private final List<Label> exits = new ArrayList<>();

  private int nextLocal = FIRST_FREE;
  private int loops;
  private int locks;

  private RandomProgram(Random random, MethodVisitor code, int number) {
    this.random = random;
    this.code = code;
    this.number = number;
    this.values = new RandomValue(random, code);
  }

  /** The class file of the program {@code seed}, of the class file version {@code version}. */
  static byte[] write(long seed, int version) {
    // Before Java 6 there are no frames, and what reads them then is the old verifier.
    boolean frames = (version & 0xFFFF) >= Opcodes.V1_6;
    ClassWriter writer =
        new ClassWriter(frames ? ClassWriter.COMPUTE_FRAMES : ClassWriter.COMPUTE_MAXS);
    int access = Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER;
    writer.visit(version, access, NAME, null, "java/lang/Object", null);
    Random random = new Random(seed);
    for (int number = 0; number < METHODS; number++) {
      MethodVisitor code =
          writer.visitMethod(
              Opcodes.ACC_PUBLIC | Opcodes.ACC_STATIC, "m" + number, DESCRIPTOR, null, null);
      new RandomProgram(random, code, number).method();
    }
    writer.visitEnd();
    return writer.toByteArray();
  }

  private void method() {
    code.visitCode();
    for (int local : new int[] {2, 3}) {
      code.visitInsn(Opcodes.ICONST_1);
      code.visitVarInsn(Opcodes.ISTORE, local);
    }
    for (int local : RandomValue.LONG_LOCALS) {
      code.visitInsn(Opcodes.LCONST_1);
      code.visitVarInsn(Opcodes.LSTORE, local);
    }
    statements(0);
    values.expression(2);
    code.visitInsn(Opcodes.IRETURN);
    code.visitMaxs(0, 0);
    code.visitEnd();
  }

  private void statements(int depth) {
    int count = 1 + random.nextInt(depth == 0 ? 6 : 3);
    for (int i = 0; i < count; i++) {
      statement(depth);
    }
  }

  private void statement(int depth) {
    int choice = random.nextInt(depth < MAX_DEPTH ? 14 : 5);
    switch (choice) {
      case 0 -> assignInt();
      case 1 -> assignLong();
      case 2 ->
          code.visitIincInsn(values.pick(RandomValue.INT_LOCALS), random.nextInt(2000) - 1000);
      case 3 -> leave();
      case 4 -> callOther();
      case 5, 6 -> choose(depth);
      case 7, 8 -> loop(depth);
      case 9 -> switchOver(depth);
      case 10, 11 -> protect(depth);
      case 12 -> retry(depth);
      default -> lock(depth);
    }
  }

  private void assignInt() {
    values.expression(3);
    code.visitVarInsn(Opcodes.ISTORE, values.pick(RandomValue.INT_LOCALS));
  }

  private void assignLong() {
    code.visitVarInsn(Opcodes.LLOAD, values.pick(RandomValue.LONG_LOCALS));
    values.expression(2);
    code.visitInsn(Opcodes.I2L);
    code.visitInsn(values.pick(LONG_OPERATIONS));
    code.visitVarInsn(Opcodes.LSTORE, values.pick(RandomValue.LONG_LOCALS));
  }

  /** Sometimes: a break or continue, a return, a throw. */
  private void leave() {
    Label stay = new Label();
    values.jumpIf(stay);
    if (!exits.isEmpty() && random.nextBoolean()) {
      code.visitJumpInsn(Opcodes.GOTO, exits.get(random.nextInt(exits.size())));
    } else if (locks == 0 && random.nextBoolean()) {
      code.visitVarInsn(Opcodes.ILOAD, values.pick(RandomValue.INT_LOCALS));
      code.visitInsn(Opcodes.IRETURN);
    } else {
      code.visitInsn(Opcodes.ACONST_NULL);
      code.visitInsn(Opcodes.ATHROW);
    }
    code.visitLabel(stay);
  }

  private void callOther() {
    if (number + 1 == METHODS || loops > 1) {
      assignInt();
      return;
    }
    int other = number + 1 + random.nextInt(METHODS - number - 1);
    code.visitVarInsn(Opcodes.ILOAD, values.pick(RandomValue.INT_LOCALS));
    values.expression(1);
    code.visitMethodInsn(Opcodes.INVOKESTATIC, NAME, "m" + other, DESCRIPTOR, false);
    code.visitVarInsn(Opcodes.ISTORE, values.pick(RandomValue.INT_LOCALS));
  }

  private void choose(int depth) {
    Label otherwise = new Label();
    values.jumpIf(otherwise);
    statements(depth + 1);
    if (random.nextBoolean()) {
      Label end = new Label();
      code.visitJumpInsn(Opcodes.GOTO, end);
      code.visitLabel(otherwise);
      statements(depth + 1);
      code.visitLabel(end);
    } else {
      code.visitLabel(otherwise);
    }
  }

  /** At most a few rounds; tested before or after each. */
  private void loop(int depth) {
    int counter = nextLocal++;
    boolean testFirst = random.nextBoolean();
    Label again = new Label();
    Label test = new Label();
    Label end = new Label();
    code.visitInsn(Opcodes.ICONST_0);
    code.visitVarInsn(Opcodes.ISTORE, counter);
    if (testFirst) {
      code.visitJumpInsn(Opcodes.GOTO, test);
    }
    code.visitLabel(again);
    exits.add(test);
    exits.add(end);
    loops++;
    statements(depth + 1);
    loops--;
    exits.subList(exits.size() - 2, exits.size()).clear();
    code.visitLabel(test);
    code.visitIincInsn(counter, 1);
    code.visitVarInsn(Opcodes.ILOAD, counter);
    values.constant(1 + random.nextInt(4));
    code.visitJumpInsn(Opcodes.IF_ICMPLT, again);
    code.visitLabel(end);
  }

  private void switchOver(int depth) {
    int cases = 1 + random.nextInt(5);
    Label[] labels = new Label[cases];
    int[] keys = new int[cases];
    for (int i = 0; i < cases; i++) {
      labels[i] = new Label();
      keys[i] = i * 3;
    }
    Label end = new Label();
    values.expression(1);
    values.constant(7);
    code.visitInsn(Opcodes.IAND);
    if (random.nextBoolean()) {
      code.visitTableSwitchInsn(1, cases, end, labels);
    } else {
      code.visitLookupSwitchInsn(end, keys, labels);
    }
    for (Label label : labels) {
      code.visitLabel(label);
      statements(depth + 1);
      if (random.nextBoolean()) {
        code.visitJumpInsn(Opcodes.GOTO, end);
      }
    }
    code.visitLabel(end);
  }

  /** A handler behind its code, that swallows or, as a finally does, throws again. */
  private void protect(int depth) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label after = new Label();
    code.visitLabel(start);
    code.visitInsn(Opcodes.NOP);
    statements(depth + 1);
    code.visitLabel(end);
    code.visitJumpInsn(Opcodes.GOTO, after);
    code.visitLabel(handler);
    int caught = nextLocal++;
    code.visitVarInsn(Opcodes.ASTORE, caught);
    statements(depth + 1);
    if (random.nextInt(3) == 0) {
      code.visitVarInsn(Opcodes.ALOAD, caught);
      code.visitInsn(Opcodes.ATHROW);
    }
    code.visitLabel(after);
    code.visitTryCatchBlock(start, end, handler, caughtType());
  }

  /** A handler in front of its code, which it enters again, twice at most. */
  private void retry(int depth) {
    Label handler = new Label();
    Label start = new Label();
    Label end = new Label();
    Label after = new Label();
    int tries = nextLocal++;
    code.visitInsn(Opcodes.ICONST_0);
    code.visitVarInsn(Opcodes.ISTORE, tries);
    code.visitJumpInsn(Opcodes.GOTO, start);
    code.visitLabel(handler);
    code.visitInsn(Opcodes.POP);
    code.visitIincInsn(tries, 1);
    code.visitVarInsn(Opcodes.ILOAD, tries);
    values.constant(3);
    code.visitJumpInsn(Opcodes.IF_ICMPGE, after);
    code.visitLabel(start);
    code.visitInsn(Opcodes.NOP);
    loops++;
    statements(depth + 1);
    loops--;
    code.visitLabel(end);
    code.visitLabel(after);
    code.visitTryCatchBlock(start, end, handler, caughtType());
  }

  private @Nullable String caughtType() {
    return CAUGHT[random.nextInt(CAUGHT.length)];
  }

  /** As compilers write it: the handler that releases the monitor protects itself, too. */
  private void lock(int depth) {
    Label start = new Label();
    Label end = new Label();
    Label handler = new Label();
    Label handlerEnd = new Label();
    Label after = new Label();
    int held = nextLocal++;
    List<Label> outer = List.copyOf(exits);
    code.visitLdcInsn(Type.getObjectType("java/lang/Object"));
    code.visitInsn(Opcodes.DUP);
    code.visitVarInsn(Opcodes.ASTORE, held);
    code.visitInsn(Opcodes.MONITORENTER);
    code.visitLabel(start);
    exits.clear();
    locks++;
    statements(depth + 1);
    locks--;
    exits.clear();
    exits.addAll(outer);
    code.visitVarInsn(Opcodes.ALOAD, held);
    code.visitInsn(Opcodes.MONITOREXIT);
    code.visitLabel(end);
    code.visitJumpInsn(Opcodes.GOTO, after);
    code.visitLabel(handler);
    int caught = nextLocal++;
    code.visitVarInsn(Opcodes.ASTORE, caught);
    code.visitVarInsn(Opcodes.ALOAD, held);
    code.visitInsn(Opcodes.MONITOREXIT);
    code.visitLabel(handlerEnd);
    code.visitVarInsn(Opcodes.ALOAD, caught);
    code.visitInsn(Opcodes.ATHROW);
    code.visitLabel(after);
    code.visitTryCatchBlock(start, end, handler, null);
    code.visitTryCatchBlock(handler, handlerEnd, handler, null);
  }
}
