package dev.lightspeed.meter.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;

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
      Snippet code = editor.snippet().push(units);
      if (bytes > 0) {
        code.push(bytes);
      }
      code.call(checked ? "add" : "addUnchecked", bytes > 0 ? "(II)V" : "(I)V");
      return checked ? editor.asCall(code) : code;
    }

    @Override
    public InsnList takeUnits() {
      return editor.snippet().call("addUnchecked", "(I)V");
    }

    @Override
    public InsnList takeBytes() {
      return editor.snippet().call("addBytes", "(I)V");
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
      return editor.asCall(
          editor
              .snippet()
              .local(Opcodes.ALOAD, place)
              .push(units)
              .push(bytes)
              .call("charge", "(Ljava/lang/Object;II)V"));
    }

    @Override
    public InsnList takeUnits() {
      return take("chargeUnits");
    }

    @Override
    public InsnList takeBytes() {
      return take("chargeBytes");
    }

    private InsnList take(String name) {
      return editor.snippet().local(Opcodes.ALOAD, place).call(name, "(ILjava/lang/Object;)V");
    }
  }

  /**
   * As a frame of its own below the method's place in the call tree.
   *
   * @param editor of the method
   * @param place slot of the place
   * @param frame number of the frame
   */
  record OfCall(MethodEditor editor, int place, int frame) implements Ledger {

    @Override
    public InsnList constant(int units, int bytes) {
      return take(editor.snippet().push(units).push(bytes));
    }

    @Override
    public InsnList takeUnits() {
      return take(editor.snippet().push(0));
    }

    @Override
    public InsnList takeBytes() {
      return take(editor.snippet().push(0).op(Opcodes.SWAP));
    }

    private InsnList take(Snippet amounts) {
      return amounts
          .local(Opcodes.ALOAD, place)
          .push(frame)
          .call("call", "(IILjava/lang/Object;I)V");
    }
  }

  /**
   * In local variables, which are counted where the method is left.
   *
   * @param editor of the method
   * @param units slot of the units
   * @param bytes slot of the bytes, or -1 if the method allocates nothing
   */
  record OfMethod(MethodEditor editor, int units, int bytes) implements Ledger {

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

    private InsnList addTo(int slot) {
      return editor
          .snippet()
          .local(Opcodes.ILOAD, slot)
          .op(Opcodes.IADD)
          .local(Opcodes.ISTORE, slot);
    }
  }
}
