package dev.lightspeed.meter.instrument;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodNode;

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

  /** Slots of the local variables that hold the method's place, its units and its bytes. */
  private int place = NONE;

  private int units = NONE;
  private int bytes = NONE;

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
    this.endsByItself = endsByItself();
    HandOffs.note(editor, rules, owner, method.name);
  }

  /** Counts exactly. */
  void count() {
    int body = editor.bodyStart();
    Block block = blocks.get(0);
    boolean straight = blocks.size() == 1 && !block.isLoopHeader();
    if (rules.attributing() && straight && endsByItself && hasConstantCosts()) {
      editor.finish(leaf(editor.snippet().push(block.units()).push(block.bytes())));
      return;
    }
    if (rules.attributing() && (!endsByItself || body < 0)) {
      place = editor.addLocal("java/lang/Object");
    }
    if (!rules.attributing() && straight) {
      Ledger thread = new Ledger.OfThread(editor, !endsByItself);
      countDynamicCosts(0, editor.code().length, thread);
      editor.finish(thread.constant(block.units(), block.bytes()));
    } else if (body < 0) {
      countEachBlock();
    } else {
      countInLocalVariables(body);
    }
  }

  private boolean hasConstantCosts() {
    for (AbstractInsnNode instruction : editor.code()) {
      if (instruction.getOpcode() >= 0 && costs.has(instruction)) {
        return false;
      }
    }
    return true;
  }

  private boolean endsByItself() {
    for (AbstractInsnNode instruction : editor.code()) {
      int opcode = instruction.getOpcode();
      if (opcode >= Opcodes.INVOKEVIRTUAL && opcode <= Opcodes.INVOKEDYNAMIC) {
        return false;
      }
    }
    for (Block block : blocks) {
      if (block.isLoopHeader()) {
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
    leaveAtReturns();
    editor.finish(enter().with(sum(ledger, 0, editor.code().length)));
  }

  private InsnList sum(Ledger ledger, int from, int to) {
    int sumOfUnits = 0;
    int sumOfBytes = 0;
    for (Block block : blocks) {
      if (block.start() >= from && block.start() <= to) {
        sumOfUnits += block.units();
        sumOfBytes += block.bytes();
      }
    }
    return ledger.constant(sumOfUnits, sumOfBytes);
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
    leaveAtReturns();
    editor.finish(enter());
  }

  private void countInLocalVariables(int body) {
    units = editor.addLocal(Opcodes.INTEGER);
    bytes = allocates() ? editor.addLocal(Opcodes.INTEGER) : NONE;
    Ledger ledger = new Ledger.OfMethod(editor, units, bytes);
    Ledger outside = ledgerOutsideBody();
    Block entry = blocks.get(0);
    boolean startsWithEntry = body == 0 && !entry.isLoopHeader();
    for (Block block : blocks) {
      if (block.start() < body) {
        editor.insertBefore(block.start(), outside.constant(block.units(), block.bytes()));
      } else if (block.start() > entry.start() || !startsWithEntry) {
        editor.insertBefore(block.start(), countBlock(block, ledger));
      }
    }
    countDynamicCosts(0, body, outside);
    countDynamicCosts(body, editor.code().length, ledger);
    resumeInHandlers();
    leaveAtReturns();
    Snippet first = enter();
    set(first, units, startsWithEntry ? entry.units() : 0);
    set(first, bytes, startsWithEntry ? entry.bytes() : 0);
    if (Throwing.canThrow(editor.code(), method, body)) {
      editor.finish(first, body, leave());
    } else {
      editor.finish(first);
    }
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

  private Snippet countBlock(Block block, Ledger ledger) {
    Snippet code = editor.snippet().with(ledger.constant(block.units(), block.bytes()));
    if (block.catchesLimit() && !endsByItself) {
      countAndReset(code);
    } else if (block.isLoopHeader()) {
      LabelNode goOn = new LabelNode(new Label());
      code.local(Opcodes.ILOAD, units).push(LOOP_FLUSH);
      countAndReset(code.with(new JumpInsnNode(Opcodes.IF_ICMPLT, goOn)));
      code.with(goOn);
      @Nullable FrameNode frameThere = editor.frameAt(block.start());
      if (frameThere != null) {
        code.with(frameThere);
      }
    }
    return code;
  }

  private void countAndReset(Snippet code) {
    Snippet count = editor.snippet();
    if (place != NONE) {
      loadCounters(count.local(Opcodes.ALOAD, place)).call("charge", "(Ljava/lang/Object;II)V");
    } else {
      loadCounters(count).call("add", bytes == NONE ? "(I)V" : "(II)V");
    }
    code.with(editor.asCall(count));
    set(code, units, 0);
    set(code, bytes, 0);
  }

  private static void set(Snippet code, int slot, int value) {
    if (slot != NONE) {
      code.push(value).local(Opcodes.ISTORE, slot);
    }
  }

  /** Loads the counters: both where calls are recorded, otherwise those that there are. */
  private Snippet loadCounters(Snippet code) {
    for (int slot : new int[] {units, bytes}) {
      if (slot != NONE) {
        code.local(Opcodes.ILOAD, slot);
      } else if (rules.attributing()) {
        code.push(0);
      }
    }
    return code;
  }

  private Snippet enter() {
    Snippet code = editor.snippet();
    return place == NONE
        ? code
        : code.push(rules.frames().number(frame))
            .call("enter", "(I)Ljava/lang/Object;")
            .local(Opcodes.ASTORE, place);
  }

  private InsnList leave() {
    Snippet code = editor.snippet();
    if (place != NONE) {
      return editor.asCall(
          loadCounters(code.local(Opcodes.ALOAD, place)).call("leave", "(Ljava/lang/Object;II)V"));
    }
    if (rules.attributing()) {
      return leaf(loadCounters(code));
    }
    loadCounters(code)
        .call(endsByItself ? "addUnchecked" : "add", bytes == NONE ? "(I)V" : "(II)V");
    return endsByItself ? code : editor.asCall(code);
  }

  /** Records a method that nothing can be called from, in one step; takes {@code amounts}. */
  private Snippet leaf(Snippet amounts) {
    return amounts.push(rules.frames().number(frame)).call("leaf", "(III)V");
  }

  private void leaveAtReturns() {
    if (units == NONE && place == NONE) {
      return;
    }
    for (int at : editor.returns()) {
      editor.insertBefore(at, leave());
    }
  }

  /** A call that has thrown has left the thread somewhere below this method in the call tree. */
  private void resumeInHandlers() {
    if (place == NONE) {
      return;
    }
    Set<LabelNode> handlers = new LinkedHashSet<>();
    method.tryCatchBlocks.forEach(block -> handlers.add(block.handler));
    for (LabelNode handler : handlers) {
      editor.insertAt(
          handler,
          editor.snippet().local(Opcodes.ALOAD, place).call("resume", "(Ljava/lang/Object;)V"));
    }
  }
}
