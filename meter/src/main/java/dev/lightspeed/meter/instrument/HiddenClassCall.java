package dev.lightspeed.meter.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Code in front of a call that defines a hidden class: agents are not shown those, so the bytes are
 * instrumented on their way.
 */
final class HiddenClassCall {

  private static final String LOOKUP = "java/lang/invoke/MethodHandles$Lookup";

  private HiddenClassCall() {}

  /** Whether {@code instruction} is such a call; its first argument is the class file. */
  static boolean isOne(AbstractInsnNode instruction) {
    return instruction instanceof MethodInsnNode call
        && call.owner.equals(LOOKUP)
        && call.name.startsWith("defineHiddenClass");
  }

  /** Instruments what the call at {@code position} of {@code editor} is given. */
  static void instrument(MethodEditor editor, int position) {
    Type[] arguments = Type.getArgumentTypes(((MethodInsnNode) editor.code()[position]).desc);
    Snippet code = editor.snippet();
    int[] slots = new int[arguments.length];
    for (int i = arguments.length - 1; i >= 0; i--) {
      slots[i] = editor.addScratch(arguments[i].getSize());
      code.store(arguments[i], slots[i]);
    }
    code.op(Opcodes.DUP)
        .load(arguments[0], slots[0])
        .call("instrumented", "(Ljava/lang/Object;[B)[B");
    for (int i = 1; i < arguments.length; i++) {
      code.load(arguments[i], slots[i]);
    }
    editor.insertBefore(position, code);
  }
}
