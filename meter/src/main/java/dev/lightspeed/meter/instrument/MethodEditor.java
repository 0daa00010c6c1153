package dev.lightspeed.meter.instrument;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Label;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FrameNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Inserts counting code into a method and keeps the method well-formed: its frames, its exception
 * table and its sizes.
 */
final class MethodEditor {

  /** What inserted code may push on top of the method's own operands. */
  private static final int EXTRA_STACK = 8;

  private final MethodNode method;
  private final String counting;
  private final boolean frames;

  /** Original code, in which positions are given; insertions do not change it. */
  private final AbstractInsnNode[] code;

  /** Inserted stretches of code that may throw, start and end. */
  private final List<LabelNode[]> calls = new ArrayList<>();

  /** The type of every local variable that was added, by slot. */
  private final SortedMap<Integer, Object> added = new TreeMap<>();

  /** The NEW instruction behind each label that a frame names as an uninitialised object. */
  private final Map<LabelNode, AbstractInsnNode> uninitialised = new LinkedHashMap<>();

  /**
   * An editor for {@code method}.
   *
   * @param version of its class file, the major one
   * @param counting internal name of the class that inserted code calls
   */
  MethodEditor(MethodNode method, int version, String counting) {
    this.method = method;
    this.counting = counting;
    this.code = method.instructions.toArray();
    boolean found = false;
    for (AbstractInsnNode instruction : code) {
      if (instruction instanceof FrameNode frame) {
        found = true;
        noteUninitialised(frame.local);
        noteUninitialised(frame.stack);
      }
    }
    // Java 6 may have frames, Java 7 must.
    frames = version > Opcodes.V1_6 || found;
    method.maxStack += EXTRA_STACK;
  }

  /** The original code. */
  AbstractInsnNode[] code() {
    return code;
  }

  /**
   * Adds a local variable behind all others, to every frame too, and returns its slot.
   *
   * @param type as frames name it
   */
  int addLocal(Object type) {
    int slot = method.maxLocals;
    method.maxLocals += type == Opcodes.LONG ? 2 : 1;
    added.put(slot, type);
    for (AbstractInsnNode instruction : code) {
      if (instruction instanceof FrameNode frame) {
        frame.local = withLocal(frame.local, slot, type);
      }
    }
    return slot;
  }

  /** Makes room for {@code size} slots that hold something between two instructions only. */
  int addScratch(int size) {
    int slot = method.maxLocals;
    method.maxLocals += size;
    return slot;
  }

  private static List<Object> withLocal(@Nullable List<Object> locals, int slot, Object type) {
    List<Object> all = new ArrayList<>();
    int used = 0;
    if (locals != null) {
      for (Object local : locals) {
        all.add(local);
        used += Opcodes.LONG.equals(local) || Opcodes.DOUBLE.equals(local) ? 2 : 1;
      }
    }
    for (; used < slot; used++) {
      all.add(Opcodes.TOP);
    }
    all.add(type);
    return all;
  }

  /** Inserts {@code added} in front of the original instruction at {@code position}. */
  void insertBefore(int position, InsnList added) {
    method.instructions.insertBefore(code[position], added);
  }

  /** Inserts {@code added} behind the original instruction at {@code position}. */
  void insertAfter(int position, InsnList added) {
    method.instructions.insert(code[position], added);
  }

  /** Inserts {@code added} where an exception handler starts. */
  void insertAt(LabelNode handler, InsnList added) {
    method.instructions.insertBefore(real(handler), added);
  }

  /** The first instruction at {@code label} that is no label, line or frame. */
  private static AbstractInsnNode real(LabelNode label) {
    AbstractInsnNode at = label;
    while (at.getOpcode() < 0) {
      at = at.getNext();
    }
    return at;
  }

  /** A copy of the frame of the original instruction at {@code position}, null if it has none. */
  @Nullable FrameNode frameAt(int position) {
    for (int at = position - 1; at >= 0 && code[at].getOpcode() < 0; at--) {
      if (code[at] instanceof FrameNode frame) {
        return new FrameNode(
            Opcodes.F_NEW,
            frame.local.size(),
            frame.local.toArray(),
            frame.stack == null ? 0 : frame.stack.size(),
            frame.stack == null ? new Object[0] : frame.stack.toArray());
      }
    }
    return null;
  }

  /**
   * Index of the first instruction that a handler may protect: 0, or the one behind the {@code
   * super} call of a constructor, or -1 where that call cannot be told from others.
   */
  int bodyStart() {
    if (!method.name.equals("<init>")) {
      return 0;
    }
    int open = 0;
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
    for (int behind = at + 1; behind < code.length; behind++) {
      if (code[behind] instanceof FrameNode frame
          && frame.local != null
          && frame.local.contains(Opcodes.UNINITIALIZED_THIS)) {
        return true;
      }
    }
    return false;
  }

  /** The frame of a handler that knows of no local variables but the added ones. */
  private FrameNode handlerFrame() {
    List<Object> locals = List.of();
    for (Map.Entry<Integer, Object> local : added.entrySet()) {
      locals = withLocal(locals, local.getKey(), local.getValue());
    }
    return new FrameNode(
        Opcodes.F_NEW, locals.size(), locals.toArray(), 1, new Object[] {"java/lang/Throwable"});
  }

  /** Marks inserted code that may break the limit; see {@link #keepLimitFromHandlers}. */
  InsnList asCall(InsnList list) {
    LabelNode start = new LabelNode(new Label());
    LabelNode end = new LabelNode(new Label());
    calls.add(new LabelNode[] {start, end});
    list.insert(start);
    list.add(end);
    return list;
  }

  /** Code to be inserted, none yet. */
  Snippet snippet() {
    return new Snippet(counting);
  }

  /** The positions of the instructions that return. */
  List<Integer> returns() {
    List<Integer> returns = new ArrayList<>();
    for (int at = 0; at < code.length; at++) {
      if (code[at].getOpcode() >= Opcodes.IRETURN && code[at].getOpcode() <= Opcodes.RETURN) {
        returns.add(at);
      }
    }
    return returns;
  }

  private void noteUninitialised(@Nullable List<Object> types) {
    if (types != null) {
      for (Object type : types) {
        if (type instanceof LabelNode label) {
          uninitialised.put(label, real(label));
        }
      }
    }
  }

  /**
   * Ends the edit.
   *
   * @param first runs in front of everything, out of reach of branches to the first label
   */
  void finish(InsnList first) {
    method.instructions.insert(first);
    renameUninitialised();
    keepLimitFromHandlers();
  }

  /**
   * Ends the edit of a method that may throw.
   *
   * @param first runs in front of everything
   * @param body position from which on a handler may protect, see {@link #bodyStart}
   * @param atThrow runs where the body throws, except by inserted calls; the exception goes on
   */
  void finish(InsnList first, int body, InsnList atThrow) {
    LabelNode start = new LabelNode(new Label());
    LabelNode handler = new LabelNode(new Label());
    if (body == 0) {
      first.add(start);
    } else {
      method.instructions.insert(code[body - 1], start);
    }
    method.instructions.add(handler);
    if (frames) {
      method.instructions.add(handlerFrame());
    }
    method.instructions.add(atThrow);
    method.instructions.add(new InsnNode(Opcodes.ATHROW));
    finish(first);
    // Behind all others.
    TryCatchBlockNode all = new TryCatchBlockNode(start, handler, handler, null);
    method.tryCatchBlocks.addAll(withoutCalls(all, callsInOrder()));
  }

  /**
   * Breaking the limit must end the method, or a loop around a {@code catch (Throwable)} would run
   * for ever: so no handler of the method covers an inserted call. Handlers that release a monitor
   * keep doing so, unless they protect themselves.
   */
  private void keepLimitFromHandlers() {
    if (method.tryCatchBlocks.isEmpty() || calls.isEmpty()) {
      return;
    }
    List<TryCatchBlockNode> all = new ArrayList<>();
    boolean monitors = hasMonitors(code);
    SortedMap<Integer, LabelNode[]> inOrder = callsInOrder();
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      if (block.type == null && monitors && !protectsItself(block)) {
        all.add(block);
      } else {
        all.addAll(withoutCalls(block, inOrder));
      }
    }
    method.tryCatchBlocks = all;
  }

  /** Counting code may have come between such a label and its NEW, to which it must point. */
  private void renameUninitialised() {
    Map<LabelNode, LabelNode> renamed = new LinkedHashMap<>();
    for (Map.Entry<LabelNode, AbstractInsnNode> entry : uninitialised.entrySet()) {
      LabelNode fresh = new LabelNode(new Label());
      method.instructions.insertBefore(entry.getValue(), fresh);
      renamed.put(entry.getKey(), fresh);
    }
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof FrameNode frame) {
        frame.local = rename(frame.local, renamed);
        frame.stack = rename(frame.stack, renamed);
      }
    }
  }

  private static @Nullable List<Object> rename(
      @Nullable List<Object> types, Map<LabelNode, LabelNode> renamed) {
    if (types == null) {
      return null;
    }
    List<Object> all = new ArrayList<>();
    for (Object type : types) {
      LabelNode fresh = type instanceof LabelNode label ? renamed.get(label) : null;
      all.add(fresh == null ? type : fresh);
    }
    return all;
  }

  /** Whether {@code code} enters a monitor. */
  static boolean hasMonitors(AbstractInsnNode[] code) {
    for (AbstractInsnNode instruction : code) {
      if (instruction.getOpcode() == Opcodes.MONITORENTER) {
        return true;
      }
    }
    return false;
  }

  private boolean protectsItself(TryCatchBlockNode block) {
    int handler = method.instructions.indexOf(block.handler);
    return method.instructions.indexOf(block.start) <= handler
        && handler < method.instructions.indexOf(block.end);
  }

  /**
   * The pieces of {@code block} between the inserted calls.
   *
   * @param inOrder all of these, by the position of their start
   */
  private List<TryCatchBlockNode> withoutCalls(
      TryCatchBlockNode block, SortedMap<Integer, LabelNode[]> inOrder) {
    List<TryCatchBlockNode> pieces = new ArrayList<>();
    LabelNode start = block.start;
    int first = method.instructions.indexOf(start);
    int end = method.instructions.indexOf(block.end);
    for (LabelNode[] call : inOrder.subMap(first, Math.max(first, end)).values()) {
      addPiece(pieces, block, start, call[0]);
      start = call[1];
    }
    addPiece(pieces, block, start, block.end);
    return pieces;
  }

  private SortedMap<Integer, LabelNode[]> callsInOrder() {
    SortedMap<Integer, LabelNode[]> inOrder = new TreeMap<>();
    for (LabelNode[] call : calls) {
      inOrder.put(method.instructions.indexOf(call[0]), call);
    }
    return inOrder;
  }

  /** Adds the piece unless it is empty, which a class file may not have. */
  private static void addPiece(
      List<TryCatchBlockNode> pieces, TryCatchBlockNode block, LabelNode start, LabelNode end) {
    for (AbstractInsnNode at = start; at != end; at = at.getNext()) {
      if (at.getOpcode() >= 0) {
        TryCatchBlockNode piece = new TryCatchBlockNode(start, end, block.handler, block.type);
        piece.visibleTypeAnnotations = block.visibleTypeAnnotations;
        piece.invisibleTypeAnnotations = block.invisibleTypeAnnotations;
        pieces.add(piece);
        return;
      }
    }
  }
}
