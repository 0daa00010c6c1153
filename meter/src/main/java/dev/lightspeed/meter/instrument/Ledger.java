package dev.lightspeed.meter.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.VarInsnNode;

/** Code that enters what was done, in one of the places where a method may keep it. */
sealed interface Ledger {

  /** Code that enters amounts known beforehand. */
  InsnList constant(int units, int bytes);

  /** Code that takes units, an int, from the operand stack. */
  InsnList takeUnits();

  /** Code that takes bytes, an int, from the operand stack. */
  InsnList takeBytes();

  /**
   * Straight to the thread.
   *
   * @param editor of the method
   * @param checked whether constants are held against the limit
   */
  record OfThread(MethodEditor editor, boolean checked) implements Ledger {

    @Override
    public InsnList constant(int units, int bytes) {
      InsnList list = new InsnList();
      list.add(MethodEditor.push(units));
      if (bytes > 0) {
        list.add(MethodEditor.push(bytes));
      }
      String descriptor = bytes > 0 ? "(II)V" : "(I)V";
      list.add(editor.call(checked ? "add" : "addUnchecked", descriptor));
      return checked ? editor.asCall(list) : list;
    }

    @Override
    public InsnList takeUnits() {
      return list(editor.call("addUnchecked", "(I)V"));
    }

    @Override
    public InsnList takeBytes() {
      return list(editor.call("addBytes", "(I)V"));
    }
  }

  /**
   * To the thread and the method's place in the call tree.
   *
   * @param editor of the method
   * @param place slot of the place
   */
  record OfPlace(MethodEditor editor, int place) implements Ledger {

    @Override
    public InsnList constant(int units, int bytes) {
      InsnList list = new InsnList();
      list.add(new VarInsnNode(Opcodes.ALOAD, place));
      list.add(MethodEditor.push(units));
      list.add(MethodEditor.push(bytes));
      list.add(editor.call("charge", "(Ljava/lang/Object;II)V"));
      return editor.asCall(list);
    }

    @Override
    public InsnList takeUnits() {
      InsnList list = list(new VarInsnNode(Opcodes.ALOAD, place));
      list.add(editor.call("chargeUnits", "(ILjava/lang/Object;)V"));
      return list;
    }

    @Override
    public InsnList takeBytes() {
      InsnList list = list(new VarInsnNode(Opcodes.ALOAD, place));
      list.add(editor.call("chargeBytes", "(ILjava/lang/Object;)V"));
      return list;
    }
  }

  /**
   * In local variables, which are counted where the method is left.
   *
   * @param units slot of the units
   * @param bytes slot of the bytes, or -1 if the method allocates nothing
   */
  record OfMethod(int units, int bytes) implements Ledger {

    @Override
    public InsnList constant(int moreUnits, int moreBytes) {
      InsnList list = new InsnList();
      increase(list, units, moreUnits);
      increase(list, bytes, moreBytes);
      return list;
    }

    private static void increase(InsnList list, int slot, int amount) {
      for (int left = amount; left > 0; left -= Short.MAX_VALUE) {
        list.add(new IincInsnNode(slot, Math.min(left, Short.MAX_VALUE)));
      }
    }

    @Override
    public InsnList takeUnits() {
      return addTo(units);
    }

    @Override
    public InsnList takeBytes() {
      return addTo(bytes);
    }

    private static InsnList addTo(int slot) {
      InsnList list = list(new VarInsnNode(Opcodes.ILOAD, slot));
      list.add(new InsnNode(Opcodes.IADD));
      list.add(new VarInsnNode(Opcodes.ISTORE, slot));
      return list;
    }
  }

  private static InsnList list(AbstractInsnNode first) {
    InsnList list = new InsnList();
    list.add(first);
    return list;
  }
}
