package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.layout.PinnedLayout;
import dev.lightspeed.meter.price.Price;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * Code that counts what an instruction costs beyond what is known when it is instrumented: the size
 * of what it allocates, and the part of a call's price that depends on a size.
 */
final class DynamicCosts {

  private static final int FIRST_PRIMITIVE_ARRAY = Opcodes.T_BOOLEAN;

  /** By the operand of {@code newarray}: boolean, char, float, double, byte, short, int, long. */
  private static final int[] PRIMITIVE_BYTES = {1, 2, 4, 8, 1, 2, 4, 8};

  private final Rules rules;
  private final MethodEditor editor;
  private final @Nullable ClassLoader loader;

  DynamicCosts(Rules rules, MethodEditor editor, @Nullable ClassLoader loader) {
    this.rules = rules;
    this.editor = editor;
    this.loader = loader;
  }

  /** Whether {@code instruction} has such costs. */
  boolean has(AbstractInsnNode instruction) {
    return allocatesDynamically(instruction) || rules.costs().price(instruction).isDynamic();
  }

  /** Whether {@code instruction} may allocate. */
  boolean mayAllocate(AbstractInsnNode instruction) {
    Price price = rules.costs().price(instruction);
    return rules.costs().bytes(instruction) > 0
        || price.bytes() > 0
        || price.bytesBySize() != null
        || allocatesDynamically(instruction);
  }

  private boolean allocatesDynamically(AbstractInsnNode instruction) {
    return switch (instruction.getOpcode()) {
      case Opcodes.NEW -> !rules.costs().isPriced(((TypeInsnNode) instruction).desc);
      case Opcodes.NEWARRAY, Opcodes.ANEWARRAY, Opcodes.MULTIANEWARRAY -> true;
      default -> false;
    };
  }

  /**
   * Counts the original instruction at {@code position}, which has such costs, into {@code ledger}.
   *
   * @param place slot of the method's place in the call tree, -1 if calls are not recorded
   */
  void count(int position, Ledger ledger, int place) {
    AbstractInsnNode instruction = editor.code()[position];
    switch (instruction.getOpcode()) {
      case Opcodes.NEW -> countInstance(position, (TypeInsnNode) instruction, ledger);
      case Opcodes.NEWARRAY -> {
        int type = ((IntInsnNode) instruction).operand;
        countArray(position, PRIMITIVE_BYTES[type - FIRST_PRIMITIVE_ARRAY], ledger);
      }
      case Opcodes.ANEWARRAY -> countArray(position, PinnedLayout.REFERENCE, ledger);
      case Opcodes.MULTIANEWARRAY -> countArrays(position, ledger);
      default ->
          new PricedCall(rules, editor, position)
              .count(rules.costs().price(instruction), ledger, place);
    }
  }

  private void countInstance(int position, TypeInsnNode instruction, Ledger ledger) {
    int number = rules.sizes().number(loader, instruction.desc);
    Snippet code = editor.snippet().push(number).call("instanceBytes", "(I)I");
    editor.insertBefore(position, code.with(ledger.takeBytes()));
  }

  private void countArray(int position, int elementBytes, Ledger ledger) {
    Snippet code = editor.snippet().op(Opcodes.DUP).push(elementBytes).call("arrayBytes", "(II)I");
    editor.insertBefore(position, code.with(ledger.takeBytes()));
  }

  private void countArrays(int position, Ledger ledger) {
    Snippet code = editor.snippet().op(Opcodes.DUP);
    code.call("arrayTreeBytes", "(Ljava/lang/Object;)I");
    editor.insertAfter(position, code.with(ledger.takeBytes()));
  }
}
