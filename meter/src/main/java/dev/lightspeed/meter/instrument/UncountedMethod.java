package dev.lightspeed.meter.instrument;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a method and all that it calls leave no trace: class initialisers, which run once per JVM,
 * and in full mode what the JVM does on its own account, see {@link JdkShare}.
 */
final class UncountedMethod {

  private final MethodEditor editor;
  private final Rules rules;

  /**
   * An editor of {@code method}.
   *
   * @param version of its class file, the major one
   */
  UncountedMethod(MethodNode method, int version, Rules rules) {
    this.editor = new MethodEditor(method, version, rules.boot().counting());
    this.rules = rules;
  }

  /**
   * Marks where the counters stand at the start, and puts them back at every end, by return or by
   * exception. What the {@code super} call of a constructor throws is out of a handler's reach.
   */
  void forgetWhatRuns() {
    int units = editor.addLocal(Opcodes.LONG);
    int bytes = editor.addLocal(Opcodes.LONG);
    int place = rules.attributing() ? editor.addLocal("java/lang/Object") : -1;
    AbstractInsnNode[] code = editor.code();
    for (int at = 0; at < code.length; at++) {
      if (code[at].getOpcode() >= Opcodes.IRETURN && code[at].getOpcode() <= Opcodes.RETURN) {
        editor.insertBefore(at, restore(units, bytes, place));
      }
    }
    InsnList mark = new InsnList();
    mark.add(editor.call("mark", "()J"));
    mark.add(new VarInsnNode(Opcodes.LSTORE, units));
    mark.add(editor.call("markBytes", "()J"));
    mark.add(new VarInsnNode(Opcodes.LSTORE, bytes));
    if (place >= 0) {
      mark.add(editor.call("suspend", "()Ljava/lang/Object;"));
      mark.add(new VarInsnNode(Opcodes.ASTORE, place));
    }
    putBackWhereItThrows(mark, restore(units, bytes, place));
  }

  private void putBackWhereItThrows(InsnList mark, InsnList restore) {
    int body = editor.bodyStart();
    LabelNode start = new LabelNode(new Label());
    if (body == 0) {
      mark.add(start);
    } else if (body > 0) {
      InsnList behindSuper = new InsnList();
      behindSuper.add(start);
      editor.insertAfter(body - 1, behindSuper);
    }
    editor.insertFirst(mark);
    if (body < 0) {
      editor.finish();
      return;
    }
    LabelNode handler = new LabelNode(new Label());
    InsnList rethrow = new InsnList();
    rethrow.add(handler);
    @Nullable FrameNode frameThere = editor.handlerFrame();
    if (frameThere != null) {
      rethrow.add(frameThere);
    }
    rethrow.add(restore);
    rethrow.add(new InsnNode(Opcodes.ATHROW));
    editor.append(rethrow);
    editor.finish();
    editor.addLastHandler(start, handler, handler);
  }

  private InsnList restore(int units, int bytes, int place) {
    InsnList list = new InsnList();
    list.add(new VarInsnNode(Opcodes.LLOAD, units));
    list.add(new VarInsnNode(Opcodes.LLOAD, bytes));
    list.add(editor.call("restore", "(JJ)V"));
    if (place >= 0) {
      list.add(new VarInsnNode(Opcodes.ALOAD, place));
      list.add(editor.call("resume", "(Ljava/lang/Object;)V"));
    }
    return list;
  }
}
