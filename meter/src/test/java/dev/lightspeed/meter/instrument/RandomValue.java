package dev.lightspeed.meter.instrument;

import java.util.Random;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** Writes the random values and conditions of a {@link RandomProgram}. */
final class RandomValue {

  /** The local variables that hold an int. */
  static final int[] INT_LOCALS = {0, 1, 2, 3};

  /** Those that hold a long. */
  static final int[] LONG_LOCALS = {4, 6};

  private static final int[] INT_OPERATIONS = {
    Opcodes.IADD,
    Opcodes.ISUB,
    Opcodes.IMUL,
    Opcodes.IDIV,
    Opcodes.IREM,
    Opcodes.IAND,
    Opcodes.IOR,
    Opcodes.IXOR,
    Opcodes.ISHL,
    Opcodes.ISHR,
    Opcodes.IUSHR
  };

  private static final int[] CONDITIONS = {
    Opcodes.IFEQ, Opcodes.IFNE, Opcodes.IFLT, Opcodes.IFGE, Opcodes.IFGT, Opcodes.IFLE
  };

  private static final int[] COMPARISONS = {
    Opcodes.IF_ICMPEQ,
    Opcodes.IF_ICMPNE,
    Opcodes.IF_ICMPLT,
    Opcodes.IF_ICMPGE,
    Opcodes.IF_ICMPGT,
    Opcodes.IF_ICMPLE
  };

  private final Random random;
  private final MethodVisitor code;

  RandomValue(Random random, MethodVisitor code) {
    this.random = random;
    this.code = code;
  }

  /** Jumps to {@code target}, or does not. */
  void jumpIf(Label target) {
    expression(1);
    switch (random.nextInt(3)) {
      case 0 -> code.visitJumpInsn(pick(CONDITIONS), target);
      case 1 -> {
        expression(1);
        code.visitJumpInsn(pick(COMPARISONS), target);
      }
      default -> {
        code.visitInsn(Opcodes.I2L);
        code.visitVarInsn(Opcodes.LLOAD, pick(LONG_LOCALS));
        code.visitInsn(Opcodes.LCMP);
        code.visitJumpInsn(pick(CONDITIONS), target);
      }
    }
  }

  /** Leaves an int on the operand stack. */
  void expression(int depth) {
    switch (random.nextInt(depth > 0 ? 9 : 3)) {
      case 0 -> constant(random.nextInt(8) - 1);
      case 1 -> code.visitLdcInsn(random.nextInt());
      case 2 -> code.visitVarInsn(Opcodes.ILOAD, pick(INT_LOCALS));
      case 3 -> {
        expression(depth - 1);
        code.visitInsn(random.nextBoolean() ? Opcodes.INEG : Opcodes.I2B);
      }
      case 4 -> {
        code.visitVarInsn(Opcodes.LLOAD, pick(LONG_LOCALS));
        code.visitInsn(Opcodes.L2I);
      }
      case 5 -> {
        expression(depth - 1);
        code.visitInsn(Opcodes.DUP);
        code.visitInsn(pick(INT_OPERATIONS));
      }
      case 6 -> {
        expression(depth - 1);
        conditional(depth - 1);
        code.visitInsn(Opcodes.SWAP);
        code.visitInsn(pick(INT_OPERATIONS));
      }
      default -> {
        expression(depth - 1);
        expression(depth - 1);
        code.visitInsn(pick(INT_OPERATIONS));
      }
    }
  }

  /** Whatever is on the operand stack waits there across the branch. */
  private void conditional(int depth) {
    Label otherwise = new Label();
    Label end = new Label();
    code.visitVarInsn(Opcodes.ILOAD, pick(INT_LOCALS));
    code.visitJumpInsn(pick(CONDITIONS), otherwise);
    expression(depth);
    code.visitJumpInsn(Opcodes.GOTO, end);
    code.visitLabel(otherwise);
    expression(depth);
    code.visitLabel(end);
  }

  /** Leaves {@code value}, at least -1, on the operand stack. */
  void constant(int value) {
    if (value <= 5) {
      code.visitInsn(Opcodes.ICONST_0 + value);
    } else {
      code.visitIntInsn(Opcodes.BIPUSH, value);
    }
  }

  /** One of the {@code choices}. */
  int pick(int[] choices) {
    return choices[random.nextInt(choices.length)];
  }
}
