package dev.lightspeed.meter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a method count its blocks, as cheaply as its shape allows:
 *
 * <ul>
 *   <li>one block: a constant is counted on entry;
 *   <li>several: each block adds its weight to a local variable, which is counted where the method
 *       is left, by return or by exception. A field in its place would keep the JIT from optimising
 *       loops. Where a loop comes round, a variable past {@link #LOOP_FLUSH} is counted at once, so
 *       that an endless loop meets its limit; so is one that arrives where everything is caught, so
 *       that catching a broken limit leads nowhere;
 *   <li>blocks of a constructor that start before its {@code super} call: a constant each, since no
 *       handler may reach them;
 *   <li>too large for that: coarsely, see {@link #countCoarsely}.
 * </ul>
 */
final class MethodInstrumenter {

  /** A loop counts its units when they are more than this. */
  static final int LOOP_FLUSH = 1 << 20;

  private final MethodNode method;
  private final MethodEditor editor;
  private final List<Block> blocks;

  /**
   * An instrumenter of {@code method}, which has code.
   *
   * @param version of its class file, the major one
   */
  MethodInstrumenter(MethodNode method, int version) {
    this.method = method;
    this.editor = new MethodEditor(method, version);
    this.blocks = BlockFinder.find(method);
  }

  /** Counts exactly. */
  void count() {
    int body = bodyStart();
    if (blocks.size() == 1) {
      int units = blocks.get(0).weight();
      editor.insertFirst(isLeaf() ? editor.addUnchecked(units) : editor.addConstant(units));
      editor.finish();
    } else if (body < 0) {
      for (Block block : blocks) {
        editor.insertBefore(block.start(), editor.addConstant(block.weight()));
      }
      editor.finish();
    } else {
      countInLocalVariable(body);
    }
  }

  private boolean isLeaf() {
    for (AbstractInsnNode instruction : editor.code()) {
      int opcode = instruction.getOpcode();
      if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEDYNAMIC) {
        return false;
      }
    }
    return true;
  }

  /**
   * Counts from above, in little code: all of the method on entry, and all of a loop each time that
   * it comes round. For methods that would pass 64 KiB, the limit of the class file.
   */
  void countCoarsely() {
    int all = blocks.stream().mapToInt(Block::weight).sum();
    for (Block block : blocks) {
      if (block.isLoopHeader()) {
        int loop =
            blocks.stream()
                .filter(b -> b.start() >= block.start() && b.start() <= block.loopEnd())
                .mapToInt(Block::weight)
                .sum();
        editor.insertBefore(block.start(), editor.addConstant(loop));
      } else if (block.catchesLimit()) {
        editor.insertBefore(block.start(), editor.addConstant(0));
      }
    }
    editor.insertFirst(editor.addConstant(all));
    editor.finish();
  }

  private void countInLocalVariable(int body) {
    int slot = editor.addLocal(Opcodes.INTEGER, 1);
    Block entry = blocks.get(0);
    boolean startsWithEntry = body == 0 && !entry.isLoopHeader();
    for (Block block : blocks) {
      if (block.start() < body) {
        editor.insertBefore(block.start(), editor.addConstant(block.weight()));
      } else if (block.start() > entry.start() || !startsWithEntry) {
        editor.insertBefore(block.start(), countBlock(block, slot));
      }
    }
    countAtReturns(slot);
    LabelNode start = new LabelNode(new Label());
    InsnList first = new InsnList();
    first.add(MethodEditor.push(startsWithEntry ? entry.weight() : 0));
    first.add(new VarInsnNode(Opcodes.ISTORE, slot));
    if (body == 0) {
      first.add(start);
      editor.insertFirst(first);
    } else {
      editor.insertFirst(first);
      InsnList behindSuper = new InsnList();
      behindSuper.add(start);
      editor.insertAfter(body - 1, behindSuper);
    }
    if (!Throwing.canThrow(editor.code(), method, body)) {
      editor.finish();
      return;
    }
    LabelNode handler = new LabelNode(new Label());
    editor.append(countAndRethrow(handler, slot));
    editor.finish();
    editor.addLastHandler(start, handler, handler);
  }

  private InsnList countBlock(Block block, int slot) {
    InsnList list = new InsnList();
    for (int left = block.weight(); left > 0; left -= Short.MAX_VALUE) {
      list.add(new IincInsnNode(slot, Math.min(left, Short.MAX_VALUE)));
    }
    if (block.catchesLimit()) {
      addCountAndReset(list, slot);
    } else if (block.isLoopHeader()) {
      LabelNode goOn = new LabelNode(new Label());
      list.add(new VarInsnNode(Opcodes.ILOAD, slot));
      list.add(MethodEditor.push(LOOP_FLUSH));
      list.add(new JumpInsnNode(Opcodes.IF_ICMPLT, goOn));
      addCountAndReset(list, slot);
      list.add(goOn);
      @Nullable FrameNode frame = editor.frameAt(block.start());
      if (frame != null) {
        list.add(frame);
      }
    }
    return list;
  }

  private void addCountAndReset(InsnList list, int slot) {
    list.add(editor.addLocalVariable(slot));
    list.add(MethodEditor.push(0));
    list.add(new VarInsnNode(Opcodes.ISTORE, slot));
  }

  private void countAtReturns(int slot) {
    AbstractInsnNode[] code = editor.code();
    for (int at = 0; at < code.length; at++) {
      int opcode = code[at].getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        editor.insertBefore(at, editor.addLocalVariable(slot));
      }
    }
  }

  private InsnList countAndRethrow(LabelNode handler, int slot) {
    InsnList list = new InsnList();
    list.add(handler);
    @Nullable FrameNode frame = editor.handlerFrame(slot);
    if (frame != null) {
      list.add(frame);
    }
    list.add(editor.addLocalVariable(slot));
    list.add(new InsnNode(Opcodes.ATHROW));
    return list;
  }

  /**
   * Index of the first instruction that a handler may protect: 0, or the one behind the {@code
   * super} call of a constructor, or -1 where that call cannot be told from others.
   */
  private int bodyStart() {
    if (!method.name.equals("<init>")) {
      return 0;
    }
    int open = 0;
    AbstractInsnNode[] code = editor.code();
    for (int at = 0; at < code.length; at++) {
      if (code[at].getOpcode() == Opcodes.NEW) {
        open++;
      } else if (code[at].getOpcode() == Opcodes.INVOKESPECIAL
          && ((MethodInsnNode) code[at]).name.equals("<init>")
          && --open < 0) {
        return isUninitialisedBehind(at) ? -1 : at + 1;
      }
    }
    return -1;
  }

  /**
   * Whether code behind {@code at} runs before the {@code super} call: it is called in several
   * branches, jumped back to, or what was found is another call.
   */
  private boolean isUninitialisedBehind(int at) {
    AbstractInsnNode[] code = editor.code();
    for (int behind = at + 1; behind < code.length; behind++) {
      if (code[behind] instanceof FrameNode frame
          && frame.local != null
          && frame.local.contains(Opcodes.UNINITIALIZED_THIS)) {
        return true;
      }
    }
    return false;
  }
}
