package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.CostModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;

/**
 * Finds the basic blocks of a method. An exception may leave a block in its midst; the block is
 * charged in full when it is entered, so that does not matter to the count.
 */
final class BlockFinder {

  private final CostModel costs;
  private final MethodNode method;
  private final InsnList instructions;
  private final AbstractInsnNode[] code;
  private final boolean[] leader;
  private final int[] loopEnd;
  private final boolean[] catchesLimit;
  private final boolean monitors;

  private BlockFinder(MethodNode method, CostModel costs) {
    this.method = method;
    this.costs = costs;
    instructions = method.instructions;
    code = instructions.toArray();
    leader = new boolean[code.length + 1];
    loopEnd = new int[code.length + 1];
    Arrays.fill(loopEnd, -1);
    catchesLimit = new boolean[code.length + 1];
    monitors = MethodEditor.hasMonitors(code);
    leader[realFrom(0)] = true;
    for (int at = 0; at < code.length; at++) {
      visit(at);
    }
    for (TryCatchBlockNode block : method.tryCatchBlocks) {
      visitHandler(block);
    }
  }

  /** The blocks of {@code method} in the order of its code; at least one. */
  static List<Block> find(MethodNode method, CostModel costs) {
    return new BlockFinder(method, costs).blocks();
  }

  private void visit(int at) {
    AbstractInsnNode instruction = code[at];
    if (instruction instanceof JumpInsnNode jump) {
      target(at, jump.label);
    } else if (instruction instanceof TableSwitchInsnNode choice) {
      target(at, choice.dflt);
      targets(at, choice.labels);
    } else if (instruction instanceof LookupSwitchInsnNode choice) {
      target(at, choice.dflt);
      targets(at, choice.labels);
    } else if (!endsBlock(instruction.getOpcode())) {
      return;
    }
    leader[realFrom(at + 1)] = true;
  }

  private void targets(int from, List<LabelNode> labels) {
    for (LabelNode label : labels) {
      target(from, label);
    }
  }

  private static boolean endsBlock(int opcode) {
    return (opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN)
        || opcode == Opcodes.ATHROW
        || opcode == Opcodes.RET;
  }

  private void target(int from, LabelNode label) {
    int to = realFrom(instructions.indexOf(label));
    leader[to] = true;
    if (to <= from) {
      loopEnd[to] = Math.max(loopEnd[to], from);
    }
  }

  /** A handler in front of (or inside) the code that it protects closes a loop without a branch. */
  private void visitHandler(TryCatchBlockNode block) {
    int to = realFrom(instructions.indexOf(block.handler));
    leader[to] = true;
    catchesLimit[to] |= catchesLimit(block.type);
    int last = instructions.indexOf(block.end) - 1;
    if (to <= last && canThrow(Math.max(to, realFrom(instructions.indexOf(block.start))), last)) {
      loopEnd[to] = Math.max(loopEnd[to], last);
    }
  }

  /** Handlers without a type release monitors in methods that have some. */
  private boolean catchesLimit(@Nullable String type) {
    return type == null
        ? !monitors
        : type.equals("java/lang/Throwable") || type.equals("java/lang/Error");
  }

  /** Compilers let handlers that release a monitor protect themselves; those are no loops. */
  private boolean canThrow(int first, int last) {
    for (int at = first; at <= last; at++) {
      int opcode = code[at].getOpcode();
      if (opcode >= 0
          && opcode != Opcodes.ALOAD
          && opcode != Opcodes.ASTORE
          && opcode != Opcodes.MONITOREXIT) {
        return true;
      }
    }
    return false;
  }

  private List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int start = 0; start < code.length; start++) {
      if (leader[start]) {
        blocks.add(block(start));
      }
    }
    return blocks;
  }

  private Block block(int start) {
    int units = 0;
    int bytes = 0;
    for (int at = start; at < code.length && (at == start || !leader[at]); at++) {
      units += costs.units(code[at]) + costs.recursionUnits(code[at], method);
      bytes += costs.bytes(code[at]);
    }
    return new Block(start, units, bytes, loopEnd[start], catchesLimit[start]);
  }

  /** Index of the first real instruction (no label, line or frame) at or after {@code at}. */
  private int realFrom(int at) {
    int real = at;
    while (real < code.length && code[real].getOpcode() < 0) {
      real++;
    }
    return real;
  }
}
