package dev.lightspeed.meter.instrument;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * Makes a method count its blocks, as cheaply as its shape allows:
 *
 * <ul>
 *   <li>one block, entered once: a constant is counted on entry;
 *   <li>several: each block adds its units to a local variable, and its bytes to another where the
 *       method allocates; they are counted where the method is left, by return or by exception. A
 *       field in their place would keep the JIT from optimising loops. Where a loop comes round,
 *       units past {@link #LOOP_FLUSH} are counted at once, so that an endless loop meets its
 *       limit; so are those that arrive where everything is caught, so that catching a broken limit
 *       leads nowhere. A method that neither loops nor calls is not held against the limit;
 *   <li>blocks of a constructor that start before its {@code super} call: a constant each, since no
 *       handler may reach them;
 *   <li>where calls are recorded: always by local variables, and a third one holds the method's
 *       place in the call tree, unless it calls nothing and is recorded when it is left;
 *   <li>too large for that: coarsely, see {@link #countCoarsely}.
 * </ul>
 */
final class MethodInstrumenter {

  /** A loop counts its units when they are more than this. */
  static final int LOOP_FLUSH = 1 << 20;

  private static final int NONE = -1;

  private final MethodNode method;
  private final Rules rules;
  private final MethodEditor editor;
  private final DynamicCosts costs;
  private List<Block> blocks;
  private final String frame;

  /** Whether the method neither calls nor loops, so that it cannot run away. */
  private final boolean endsByItself;

  private int place = NONE;

  /**
   * An instrumenter of {@code method}, which has code.
   *
   * @param owner internal name of its class
   * @param version of its class file, the major one
   */
  MethodInstrumenter(
      String owner, MethodNode method, int version, Rules rules, @Nullable ClassLoader loader) {
    this.method = method;
    this.rules = rules;
    this.editor = new MethodEditor(method, version, rules.boot().counting());
    this.costs = new DynamicCosts(rules, editor, loader);
    this.blocks = BlockFinder.find(method, rules.costs());
    this.frame = owner.replace('/', '.') + "." + method.name + method.desc;
    this.endsByItself = isLeaf() && blocks.stream().noneMatch(Block::isLoopHeader);
    HandOffs.note(editor, rules, owner, method.name);
  }

  /** Counts exactly. */
  void count() {
    int body = editor.bodyStart();
    Block block = blocks.get(0);
    boolean straight = blocks.size() == 1 && !block.isLoopHeader();
    if (rules.attributing() && straight && endsByItself && hasConstantCosts()) {
      countAsLeaf(block);
      return;
    }
    if (rules.attributing() && (!endsByItself || body < 0)) {
      place = editor.addLocal("java/lang/Object");
    }
    if (!rules.attributing() && straight) {
      Ledger thread = new Ledger.OfThread(editor, !endsByItself);
      countDynamicCosts(0, editor.code().length, thread);
      editor.insertFirst(thread.constant(block.units(), block.bytes()));
      editor.finish();
    } else if (body < 0) {
      countEachBlock();
    } else {
      countInLocalVariables(body);
    }
  }

  /** Records a method that nothing can be called from, in one step. */
  private void countAsLeaf(Block block) {
    InsnList list = new InsnList();
    list.add(MethodEditor.push(block.units()));
    list.add(MethodEditor.push(block.bytes()));
    list.add(MethodEditor.push(rules.frames().number(frame)));
    list.add(editor.call("leaf", "(III)V"));
    editor.insertFirst(list);
    editor.finish();
  }

  private boolean hasConstantCosts() {
    for (AbstractInsnNode instruction : editor.code()) {
      if (instruction.getOpcode() >= 0 && costs.has(instruction)) {
        return false;
      }
    }
    return true;
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
   * it comes round; of sizes nothing. For methods that would pass 64 KiB, the limit of the class
   * file.
   */
  void countCoarsely() {
    // Priced calls have no frames here, so that they are part of their blocks again.
    blocks = BlockFinder.find(method, rules.with(rules.costs().countsJdk(), false).costs());
    if (rules.attributing()) {
      place = editor.addLocal("java/lang/Object");
    }
    Ledger ledger = ledgerOutsideBody();
    for (Block block : blocks) {
      if (block.isLoopHeader()) {
        editor.insertBefore(
            block.start(), sum(ledger, block.start(), Math.max(block.start(), block.loopEnd())));
      } else if (block.catchesLimit()) {
        editor.insertBefore(block.start(), ledger.constant(0, 0));
      }
    }
    resumeInHandlers();
    leaveAtReturns(NONE, NONE);
    InsnList first = enter();
    first.add(sum(ledger, 0, editor.code().length));
    editor.insertFirst(first);
    editor.finish();
  }

  private InsnList sum(Ledger ledger, int from, int to) {
    int units = 0;
    int bytes = 0;
    for (Block block : blocks) {
      if (block.start() >= from && block.start() <= to) {
        units += block.units();
        bytes += block.bytes();
      }
    }
    return ledger.constant(units, bytes);
  }

  private Ledger ledgerOutsideBody() {
    return place == NONE ? new Ledger.OfThread(editor, true) : new Ledger.OfPlace(editor, place);
  }

  private void countEachBlock() {
    Ledger ledger = ledgerOutsideBody();
    for (Block block : blocks) {
      editor.insertBefore(block.start(), ledger.constant(block.units(), block.bytes()));
    }
    countDynamicCosts(0, editor.code().length, ledger);
    resumeInHandlers();
    leaveAtReturns(NONE, NONE);
    editor.insertFirst(enter());
    editor.finish();
  }

  private void countInLocalVariables(int body) {
    int units = editor.addLocal(Opcodes.INTEGER);
    int bytes = allocates() ? editor.addLocal(Opcodes.INTEGER) : NONE;
    Ledger ledger = new Ledger.OfMethod(units, bytes);
    Ledger outside = ledgerOutsideBody();
    Block entry = blocks.get(0);
    boolean startsWithEntry = body == 0 && !entry.isLoopHeader();
    for (Block block : blocks) {
      if (block.start() < body) {
        editor.insertBefore(block.start(), outside.constant(block.units(), block.bytes()));
      } else if (block.start() > entry.start() || !startsWithEntry) {
        editor.insertBefore(block.start(), countBlock(block, ledger, units, bytes));
      }
    }
    countDynamicCosts(0, body, outside);
    countDynamicCosts(body, editor.code().length, ledger);
    resumeInHandlers();
    leaveAtReturns(units, bytes);
    LabelNode start = new LabelNode(new Label());
    InsnList first = enter();
    set(first, units, startsWithEntry ? entry.units() : 0);
    set(first, bytes, startsWithEntry ? entry.bytes() : 0);
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
    editor.append(countAndRethrow(handler, units, bytes));
    editor.finish();
    editor.addLastHandler(start, handler, handler);
  }

  private boolean allocates() {
    for (AbstractInsnNode instruction : editor.code()) {
      if (costs.mayAllocate(instruction)) {
        return true;
      }
    }
    return false;
  }

  private void countDynamicCosts(int from, int to, Ledger ledger) {
    AbstractInsnNode[] code = editor.code();
    for (int at = from; at < to; at++) {
      if (code[at].getOpcode() < 0) {
        continue;
      }
      if (costs.has(code[at])) {
        costs.count(at, ledger, place);
      }
      if (HiddenClassCall.isOne(code[at])) {
        HiddenClassCall.instrument(editor, at);
      }
    }
  }

  private InsnList countBlock(Block block, Ledger ledger, int units, int bytes) {
    InsnList list = ledger.constant(block.units(), block.bytes());
    if (block.catchesLimit() && !endsByItself) {
      addCountAndReset(list, units, bytes);
    } else if (block.isLoopHeader()) {
      LabelNode goOn = new LabelNode(new Label());
      list.add(new VarInsnNode(Opcodes.ILOAD, units));
      list.add(MethodEditor.push(LOOP_FLUSH));
      list.add(new JumpInsnNode(Opcodes.IF_ICMPLT, goOn));
      addCountAndReset(list, units, bytes);
      list.add(goOn);
      @Nullable FrameNode frameThere = editor.frameAt(block.start());
      if (frameThere != null) {
        list.add(frameThere);
      }
    }
    return list;
  }

  private void addCountAndReset(InsnList list, int units, int bytes) {
    InsnList count = new InsnList();
    if (place != NONE) {
      count.add(new VarInsnNode(Opcodes.ALOAD, place));
    }
    addLoads(count, units, bytes);
    count.add(
        place != NONE
            ? editor.call("charge", "(Ljava/lang/Object;II)V")
            : editor.call("add", bytes == NONE ? "(I)V" : "(II)V"));
    list.add(editor.asCall(count));
    set(list, units, 0);
    set(list, bytes, 0);
  }

  private static void set(InsnList list, int slot, int value) {
    if (slot != NONE) {
      list.add(MethodEditor.push(value));
      list.add(new VarInsnNode(Opcodes.ISTORE, slot));
    }
  }

  /** Loads the counters: both where calls are recorded, otherwise those that there are. */
  private void addLoads(InsnList list, int units, int bytes) {
    for (int slot : new int[] {units, bytes}) {
      if (slot != NONE) {
        list.add(new VarInsnNode(Opcodes.ILOAD, slot));
      } else if (rules.attributing()) {
        list.add(MethodEditor.push(0));
      }
    }
  }

  private InsnList enter() {
    InsnList list = new InsnList();
    if (place != NONE) {
      list.add(MethodEditor.push(rules.frames().number(frame)));
      list.add(editor.call("enter", "(I)Ljava/lang/Object;"));
      list.add(new VarInsnNode(Opcodes.ASTORE, place));
    }
    return list;
  }

  private InsnList leave(int units, int bytes) {
    InsnList list = new InsnList();
    if (place != NONE) {
      list.add(new VarInsnNode(Opcodes.ALOAD, place));
      addLoads(list, units, bytes);
      list.add(editor.call("leave", "(Ljava/lang/Object;II)V"));
      return editor.asCall(list);
    }
    addLoads(list, units, bytes);
    if (rules.attributing()) {
      list.add(MethodEditor.push(rules.frames().number(frame)));
      list.add(editor.call("leaf", "(III)V"));
      return list;
    }
    String descriptor = bytes == NONE ? "(I)V" : "(II)V";
    list.add(editor.call(endsByItself ? "addUnchecked" : "add", descriptor));
    return endsByItself ? list : editor.asCall(list);
  }

  private void leaveAtReturns(int units, int bytes) {
    if (units == NONE && place == NONE) {
      return;
    }
    AbstractInsnNode[] code = editor.code();
    for (int at = 0; at < code.length; at++) {
      int opcode = code[at].getOpcode();
      if (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) {
        editor.insertBefore(at, leave(units, bytes));
      }
    }
  }

  /** A call that has thrown has left the thread somewhere below this method in the call tree. */
  private void resumeInHandlers() {
    if (place == NONE) {
      return;
    }
    method.tryCatchBlocks.stream()
        .map((TryCatchBlockNode handler) -> handler.handler)
        .distinct()
        .forEach(
            handler -> {
              InsnList list = new InsnList();
              list.add(new VarInsnNode(Opcodes.ALOAD, place));
              list.add(editor.call("resume", "(Ljava/lang/Object;)V"));
              editor.insertAt(handler, list);
            });
  }

  private InsnList countAndRethrow(LabelNode handler, int units, int bytes) {
    InsnList list = new InsnList();
    list.add(handler);
    @Nullable FrameNode frameThere = editor.handlerFrame();
    if (frameThere != null) {
      list.add(frameThere);
    }
    list.add(leave(units, bytes));
    list.add(new InsnNode(Opcodes.ATHROW));
    return list;
  }
}
