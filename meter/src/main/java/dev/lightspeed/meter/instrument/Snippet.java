package dev.lightspeed.meter.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Code to be inserted, instruction by instruction. */
final class Snippet extends InsnList {

  private final String counting;

  /**
   * No code yet.
   *
   * @param counting internal name of the boot class {@code Counting}
   */
  Snippet(String counting) {
    this.counting = counting;
  }

  /** An instruction without operands of its own. */
  Snippet op(int opcode) {
    return with(new InsnNode(opcode));
  }

  /** Loads a local variable or stores to one. */
  Snippet local(int opcode, int slot) {
    return with(new VarInsnNode(opcode, slot));
  }

  /** Loads a local variable of {@code type}. */
  Snippet load(Type type, int slot) {
    return local(type.getOpcode(Opcodes.ILOAD), slot);
  }

  /** Stores to a local variable of {@code type}. */
  Snippet store(Type type, int slot) {
    return local(type.getOpcode(Opcodes.ISTORE), slot);
  }

  /** The shortest instruction that pushes {@code value}, at least 0. */
  Snippet push(int value) {
    if (value <= 5) {
      return op(Opcodes.ICONST_0 + value);
    }
    if (value <= Short.MAX_VALUE) {
      int opcode = value <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH;
      return with(new IntInsnNode(opcode, value));
    }
    return with(new LdcInsnNode(value));
  }

  /** Calls a method of the boot class {@code Counting}. */
  Snippet call(String name, String descriptor) {
    return call(counting, name, descriptor);
  }

  /** Calls a static method of {@code owner}. */
  Snippet call(String owner, String name, String descriptor) {
    return with(new MethodInsnNode(Opcodes.INVOKESTATIC, owner, name, descriptor, false));
  }

  /** Any instruction. */
  Snippet with(AbstractInsnNode instruction) {
    add(instruction);
    return this;
  }

  /** Other code, which is empty then. */
  Snippet with(InsnList others) {
    add(others);
    return this;
  }
}
