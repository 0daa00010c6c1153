package dev.lightspeed.meter.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Tells whether code may throw: a method that cannot needs no handler to count its exit. */
final class Throwing {

  private Throwing() {}

  /** Whether the instructions of {@code method} from index {@code from} on may throw. */
  static boolean canThrow(AbstractInsnNode[] code, MethodNode method, int from) {
    boolean thisIsKept = (method.access & Opcodes.ACC_STATIC) == 0 && !storesTo(code, 0);
    for (int at = from; at < code.length; at++) {
      boolean ofThis = thisIsKept && at > 0 && loadsThis(code[at - 1]);
      if (canThrow(code[at], ofThis)) {
        return true;
      }
    }
    return false;
  }

  private static boolean canThrow(AbstractInsnNode instruction, boolean ofThis) {
    int opcode = instruction.getOpcode();
    return switch (opcode) {
      case Opcodes.LDC -> {
        Object constant = ((LdcInsnNode) instruction).cst;
        yield !(constant instanceof Number) && !(constant instanceof String);
      }
      case Opcodes.GETFIELD -> !ofThis;
      case Opcodes.IDIV, Opcodes.LDIV, Opcodes.IREM, Opcodes.LREM -> true;
      default ->
          (opcode >= Opcodes.IALOAD && opcode <= Opcodes.SALOAD)
              || (opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE)
              || (opcode >= Opcodes.GETSTATIC && opcode <= Opcodes.MULTIANEWARRAY);
    };
  }

  private static boolean loadsThis(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.ALOAD && ((VarInsnNode) instruction).var == 0;
  }

  private static boolean storesTo(AbstractInsnNode[] code, int slot) {
    for (AbstractInsnNode instruction : code) {
      if (instruction.getOpcode() == Opcodes.ASTORE && ((VarInsnNode) instruction).var == slot) {
        return true;
      }
    }
    return false;
  }
}
