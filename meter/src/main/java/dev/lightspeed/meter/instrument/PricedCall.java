package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.Price;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * Code around one call that counts the part of its price that depends on sizes.
 *
 * <p>Operands that are measured are copied into scratch variables. Those above the lowest of them
 * are taken from the stack for that and put back; the lowest stays where it is, so that the JVM's
 * message about a null receiver names what the source names.
 */
final class PricedCall {

  private static final Type MATCHER = Type.getObjectType("java/util/regex/Matcher");

  private final Rules rules;
  private final MethodEditor editor;
  private final int position;
  private final String frame;
  private final Type result;

  /** Receiver, if there is one, and arguments; void in the place of what a constructor makes. */
  private final List<Type> operands = new ArrayList<>();

  /** 1 where operand 0 is the first argument. */
  private final int firstArgument;

  /** The call at {@code position} of {@code editor}. */
  PricedCall(Rules rules, MethodEditor editor, int position) {
    this.rules = rules;
    this.editor = editor;
    this.position = position;
    String descriptor;
    if (editor.code()[position] instanceof MethodInsnNode call) {
      descriptor = call.desc;
      frame = call.owner.replace('/', '.') + "." + call.name + call.desc;
      firstArgument = call.getOpcode() == Opcodes.INVOKESTATIC ? 1 : 0;
      if (firstArgument == 0) {
        operands.add(call.name.equals("<init>") ? Type.VOID_TYPE : Type.getObjectType(call.owner));
      }
    } else {
      InvokeDynamicInsnNode call = (InvokeDynamicInsnNode) editor.code()[position];
      descriptor = call.desc;
      frame = call.bsm.getOwner().replace('/', '.') + "." + call.name;
      firstArgument = 1;
    }
    result = Type.getReturnType(descriptor);
    operands.addAll(List.of(Type.getArgumentTypes(descriptor)));
  }

  /** What sizes cost, in units or in bytes. */
  private record SizedCost(Price.BySize by, boolean isUnits) {

    boolean needsResult() {
      for (Price.SizeOf size : sizes()) {
        if (size.of() == Price.SizeOf.RESULT) {
          return true;
        }
      }
      return false;
    }

    boolean is(String size) {
      return sizes().get(0).what().equals(size);
    }

    List<Price.SizeOf> sizes() {
      return by.sizes();
    }
  }

  /**
   * Inserts the code.
   *
   * @param ledger that takes the costs where calls are not recorded
   * @param place slot of the method's place in the call tree, -1 if calls are not recorded
   */
  void count(Price price, Ledger ledger, int place) {
    Ledger into =
        place < 0 ? ledger : new Ledger.OfCall(editor, place, rules.frames().number(frame));
    List<SizedCost> before = new ArrayList<>();
    for (SizedCost cost : costs(price)) {
      if (cost.is("consumed")) {
        countConsumed(cost, into);
      } else if (cost.is("sought")) {
        countSought(cost, into);
      } else if (cost.needsResult()) {
        insertBehind(cost, into, size(cost.sizes().get(0), result, editor.snippet()));
      } else {
        before.add(cost);
      }
    }
    if (!before.isEmpty()) {
      editor.insertBefore(position, before(before, into));
    }
    if (place >= 0 && price.units() + price.bytes() > 0) {
      editor.insertBefore(position, into.constant(price.units(), price.bytes()));
    }
  }

  private static List<SizedCost> costs(Price price) {
    List<SizedCost> costs = new ArrayList<>();
    if (price.unitsBySize() != null) {
      costs.add(new SizedCost(price.unitsBySize(), true));
    }
    if (price.bytesBySize() != null) {
      costs.add(new SizedCost(price.bytesBySize(), false));
    }
    return costs;
  }

  private Snippet before(List<SizedCost> costs, Ledger ledger) {
    int last = operands.size() - 1;
    int lowest = last;
    int sizes = 0;
    for (SizedCost cost : costs) {
      for (Price.SizeOf size : cost.sizes()) {
        lowest = Math.min(lowest, operand(size));
        sizes++;
      }
    }
    Snippet code = editor.snippet();
    if (sizes == 1 && lowest == last && operands.get(last).getSize() == 1) {
      SizedCost only = costs.get(0);
      size(only.sizes().get(0), operands.get(last), code.op(Opcodes.DUP));
      return charge(only, ledger, code);
    }
    int[] slots = copyOperands(lowest, code);
    for (SizedCost cost : costs) {
      for (Price.SizeOf size : cost.sizes()) {
        sizeOfCopy(size, slots, code);
      }
      charge(cost, ledger, code);
    }
    return putBackAbove(lowest, slots, code);
  }

  /** Leaves operand {@code lowest} on the stack and takes those above it; all are in variables. */
  private int[] copyOperands(int lowest, Snippet code) {
    int[] slots = new int[operands.size()];
    for (int operand = operands.size() - 1; operand >= lowest; operand--) {
      slots[operand] = editor.addScratch(operands.get(operand).getSize());
      if (operand == lowest) {
        code.op(operands.get(operand).getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
      }
      code.store(operands.get(operand), slots[operand]);
    }
    return slots;
  }

  private Snippet putBackAbove(int lowest, int[] slots, Snippet code) {
    for (int operand = lowest + 1; operand < operands.size(); operand++) {
      code.load(operands.get(operand), slots[operand]);
    }
    return code;
  }

  /**
   * Counts what {@code size} makes of the result, which is on the stack, and what comes upon it.
   */
  private void insertBehind(SizedCost cost, Ledger ledger, Snippet size) {
    Snippet code = editor.snippet().op(result.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP);
    editor.insertAfter(position, charge(cost, ledger, code.with(size)));
  }

  /** A search: how far it read is known only behind it, from where it started before it. */
  private void countConsumed(SizedCost cost, Ledger ledger) {
    int matcher = editor.addScratch(1);
    int unread = editor.addScratch(1);
    Snippet before =
        editor.snippet().op(Opcodes.DUP).store(MATCHER, matcher).load(MATCHER, matcher);
    editor.insertBefore(
        position,
        sizes("unread", "(Ljava/util/regex/Matcher;)I", before).store(Type.INT_TYPE, unread));
    Snippet read = editor.snippet().load(MATCHER, matcher).load(Type.INT_TYPE, unread);
    insertBehind(cost, ledger, sizes("consumed", "(ZLjava/util/regex/Matcher;I)I", read));
  }

  /** A search for an index: from the start or, by a second size, from an index. */
  private void countSought(SizedCost cost, Ledger ledger) {
    int from = editor.addScratch(1);
    int length = editor.addScratch(1);
    Price.SizeOf sought = cost.sizes().get(0);
    int lowest = operand(sought);
    Snippet before = editor.snippet();
    int[] slots = copyOperands(lowest, before);
    sizeOfCopy(new Price.SizeOf("length", sought.of()), slots, before).store(Type.INT_TYPE, length);
    if (cost.sizes().size() > 1) {
      sizeOfCopy(cost.sizes().get(1), slots, before);
    } else {
      before.push(0);
    }
    before.store(Type.INT_TYPE, from);
    editor.insertBefore(position, putBackAbove(lowest, slots, before));
    Snippet read = editor.snippet().load(Type.INT_TYPE, from).load(Type.INT_TYPE, length);
    insertBehind(cost, ledger, sizes("sought", "(III)I", read));
  }

  /** Where the operand is among all; there is one, or the price would not have the size here. */
  private int operand(Price.SizeOf size) {
    return size.of() - firstArgument;
  }

  private Snippet sizeOfCopy(Price.SizeOf size, int[] slots, Snippet code) {
    int operand = operand(size);
    return size(size, operands.get(operand), code.load(operands.get(operand), slots[operand]));
  }

  private Snippet size(Price.SizeOf size, Type of, Snippet code) {
    return sizes(size.what(), "(" + parameter(size.what(), of) + ")I", code);
  }

  private Snippet sizes(String name, String descriptor, Snippet code) {
    return code.call(rules.boot().sizes(), name, descriptor);
  }

  /** Which of the methods of that name takes it. */
  private static String parameter(String what, Type of) {
    return switch (of.getSort()) {
      case Type.ARRAY ->
          what.equals("memory")
              ? "Ljava/lang/Object;"
              : of.getDescriptor().length() == 2 ? of.getDescriptor() : "[Ljava/lang/Object;";
      case Type.OBJECT -> isTakenAsItIs(what, of) ? of.getDescriptor() : "Ljava/lang/Object;";
      case Type.BYTE, Type.SHORT -> "I";
      default -> of.getDescriptor();
    };
  }

  private static boolean isTakenAsItIs(String what, Type of) {
    return switch (what) {
      case "length" ->
          of.getInternalName().equals("java/lang/String")
              || of.getInternalName().equals("java/lang/StringBuilder");
      case "words" -> true;
      default -> of.equals(MATCHER);
    };
  }

  /** Charges for the sizes that are on the stack. */
  private Snippet charge(SizedCost cost, Ledger ledger, Snippet code) {
    code.push(cost.by().sixteenths());
    if (ledger instanceof Ledger.OfCall call) {
      // What is too large for the stack's int is charged at once, to where the thread is.
      code.push(call.frame()).call("enter", "(I)Ljava/lang/Object;").op(Opcodes.POP);
    }
    if (!cost.isUnits()) {
      return code.call("bytes", "(II)I").with(ledger.takeBytes());
    }
    switch (cost.by().curve()) {
      case LINEAR -> code.call("linear", "(II)I");
      case LOG -> code.call("logarithmic", "(II)I");
      case NLOGN -> code.call("linearithmic", "(II)I");
      case PRODUCT -> code.call("product", "(III)I");
    }
    return code.with(ledger.takeUnits());
  }
}
