package dev.lightspeed.meter.instrument;

import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.MethodNode;

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
    for (int at : editor.returns()) {
      editor.insertBefore(at, restore(units, bytes, place));
    }
    Snippet mark = editor.snippet();
    mark.call("mark", "()J").local(Opcodes.LSTORE, units);
    mark.call("markBytes", "()J").local(Opcodes.LSTORE, bytes);
    if (place >= 0) {
      mark.call("suspend", "()Ljava/lang/Object;").local(Opcodes.ASTORE, place);
    }
    int body = editor.bodyStart();
    if (body < 0) {
      editor.finish(mark);
    } else {
      editor.finish(mark, body, restore(units, bytes, place));
    }
  }

  private Snippet restore(int units, int bytes, int place) {
    Snippet code = editor.snippet();
    code.local(Opcodes.LLOAD, units).local(Opcodes.LLOAD, bytes).call("restore", "(JJ)V");
    return place < 0
        ? code
        : code.local(Opcodes.ALOAD, place).call("resume", "(Ljava/lang/Object;)V");
  }
}
