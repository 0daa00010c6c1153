package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.Price;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.VarInsnNode;

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
  private final Price price;
  private final String frame;
  private final Type result;

  /** Receiver, if there is one, and arguments; null in the receiver's place of a constructor. */
  private final List<@Nullable Type> operands = new ArrayList<>();

  /** 1 where operand 0 is the first argument. */
  private final int firstArgument;

  PricedCall(Rules rules, MethodEditor editor, Price price, MethodInsnNode call) {
    this(
        rules,
        editor,
        price,
        call.owner.replace('/', '.') + "." + call.name + call.desc,
        call.desc,
        call.getOpcode() == Opcodes.INVOKESTATIC ? 1 : 0);
    if (firstArgument == 0) {
      operands.add(0, call.name.equals("<init>") ? null : Type.getObjectType(call.owner));
    }
  }

  PricedCall(Rules rules, MethodEditor editor, Price price, InvokeDynamicInsnNode call) {
    this(
        rules,
        editor,
        price,
        call.bsm.getOwner().replace('/', '.') + "." + call.name,
        call.desc,
        1);
  }

  private PricedCall(
      Rules rules,
      MethodEditor editor,
      Price price,
      String frame,
      String descriptor,
      int firstArgument) {
    this.rules = rules;
    this.editor = editor;
    this.price = price;
    this.frame = frame;
    this.result = Type.getReturnType(descriptor);
    this.firstArgument = firstArgument;
    operands.addAll(List.of(Type.getArgumentTypes(descriptor)));
  }

  /** A size that is to be had before the call or behind it, and what it costs. */
  private record Part(Price.BySize cost, boolean isUnits) {

    boolean needsResult() {
      for (Price.Size measure : cost.measures()) {
        if (measure.of() == Price.Size.RESULT || isSearch()) {
          return true;
        }
      }
      return false;
    }

    /** What a search has read is known only when it has ended, from where it began. */
    boolean isSearch() {
      return is("consumed") || is("sought");
    }

    boolean is(String size) {
      return cost.measures().get(0).what().equals(size);
    }
  }

  /** Inserts the code. */
  void count(int position, Ledger ledger, int place) {
    List<Part> before = new ArrayList<>();
    List<Part> behind = new ArrayList<>();
    for (Part part : parts()) {
      (part.needsResult() ? behind : before).add(part);
    }
    Sink sink = place < 0 ? new Sink(ledger, -1) : new Sink(ledger, place);
    if (!before.isEmpty()) {
      editor.insertBefore(position, before(before, sink));
    }
    for (Part part : behind) {
      if (part.is("consumed")) {
        countConsumed(position, part, sink);
      } else if (part.is("sought")) {
        countSought(position, part, sink);
      } else {
        editor.insertAfter(position, behind(part, sink));
      }
    }
    if (place >= 0 && price.units() + price.bytes() > 0) {
      InsnList list = new InsnList();
      list.add(MethodEditor.push(price.units()));
      list.add(MethodEditor.push(price.bytes()));
      list.add(sink.call());
      editor.insertBefore(position, list);
    }
  }

  private List<Part> parts() {
    List<Part> parts = new ArrayList<>();
    if (price.unitsBySize() != null) {
      parts.add(new Part(price.unitsBySize(), true));
    }
    if (price.bytesBySize() != null) {
      parts.add(new Part(price.bytesBySize(), false));
    }
    return parts;
  }

  /** Takes what was computed: into the ledger, or as a frame of its own. */
  private final class Sink {

    private final Ledger ledger;
    private final int place;

    Sink(Ledger ledger, int place) {
      this.ledger = ledger;
      this.place = place;
    }

    /** Takes units or bytes, an int, from the stack. */
    InsnList take(boolean units) {
      if (place < 0) {
        return units ? ledger.takeUnits() : ledger.takeBytes();
      }
      InsnList list = new InsnList();
      list.add(MethodEditor.push(0));
      if (!units) {
        list.add(new InsnNode(Opcodes.SWAP));
      }
      list.add(call());
      return list;
    }

    /** Makes the frame the place of amounts that are too large for the stack's int. */
    InsnList enter() {
      InsnList list = new InsnList();
      if (place >= 0) {
        list.add(MethodEditor.push(rules.frames().number(frame)));
        list.add(editor.call("enter", "(I)Ljava/lang/Object;"));
        list.add(new InsnNode(Opcodes.POP));
      }
      return list;
    }

    /** Takes units and bytes from the stack. */
    InsnList call() {
      InsnList list = new InsnList();
      list.add(new VarInsnNode(Opcodes.ALOAD, place));
      list.add(MethodEditor.push(rules.frames().number(frame)));
      list.add(editor.call("call", "(IILjava/lang/Object;I)V"));
      return list;
    }
  }

  private InsnList before(List<Part> parts, Sink sink) {
    List<Price.Size> measures = new ArrayList<>();
    for (Part part : parts) {
      measures.addAll(part.cost().measures());
    }
    int last = operands.size() - 1;
    int lowest = last;
    for (Price.Size measure : measures) {
      lowest = Math.min(lowest, operand(measure));
    }
    InsnList list = new InsnList();
    if (measures.size() == 1 && lowest == last && type(last).getSize() == 1) {
      list.add(new InsnNode(Opcodes.DUP));
      list.add(measure(measures.get(0), type(last)));
      list.add(cost(parts.get(0), sink));
      list.add(sink.take(parts.get(0).isUnits()));
      return list;
    }
    int[] slots = copyOperands(lowest, list);
    for (Part part : parts) {
      for (Price.Size measure : part.cost().measures()) {
        list.add(measured(measure, slots));
      }
      list.add(cost(part, sink));
      list.add(sink.take(part.isUnits()));
    }
    list.add(operandsAbove(lowest, slots));
    return list;
  }

  /** Leaves operand {@code lowest} on the stack and takes those above it; all are in variables. */
  private int[] copyOperands(int lowest, InsnList list) {
    int[] slots = new int[operands.size()];
    for (int operand = operands.size() - 1; operand >= lowest; operand--) {
      slots[operand] = editor.addScratch(type(operand).getSize());
      if (operand == lowest) {
        list.add(new InsnNode(type(operand).getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP));
      }
      list.add(new VarInsnNode(type(operand).getOpcode(Opcodes.ISTORE), slots[operand]));
    }
    return slots;
  }

  private InsnList operandsAbove(int lowest, int[] slots) {
    InsnList list = new InsnList();
    for (int operand = lowest + 1; operand < operands.size(); operand++) {
      list.add(new VarInsnNode(type(operand).getOpcode(Opcodes.ILOAD), slots[operand]));
    }
    return list;
  }

  private InsnList measured(Price.Size measure, int[] slots) {
    int operand = operand(measure);
    InsnList list = new InsnList();
    list.add(new VarInsnNode(type(operand).getOpcode(Opcodes.ILOAD), slots[operand]));
    list.add(measure(measure, type(operand)));
    return list;
  }

  private InsnList behind(Part part, Sink sink) {
    return behind(part, sink, measure(part.cost().measures().get(0), result));
  }

  /** Counts what {@code size}, the last of these, makes of the result and what comes upon it. */
  private InsnList behind(Part part, Sink sink, AbstractInsnNode... size) {
    InsnList list = new InsnList();
    list.add(new InsnNode(result.getSize() == 2 ? Opcodes.DUP2 : Opcodes.DUP));
    for (AbstractInsnNode instruction : size) {
      list.add(instruction);
    }
    list.add(cost(part, sink));
    list.add(sink.take(part.isUnits()));
    return list;
  }

  /** A search: how far it read is known only behind it, from where it started before it. */
  private void countConsumed(int position, Part part, Sink sink) {
    int matcher = editor.addScratch(1);
    int unread = editor.addScratch(1);
    InsnList before = new InsnList();
    before.add(new InsnNode(Opcodes.DUP));
    before.add(new VarInsnNode(Opcodes.ASTORE, matcher));
    before.add(new VarInsnNode(Opcodes.ALOAD, matcher));
    before.add(sizes("unread", "(Ljava/util/regex/Matcher;)I"));
    before.add(new VarInsnNode(Opcodes.ISTORE, unread));
    editor.insertBefore(position, before);
    editor.insertAfter(
        position,
        behind(
            part,
            sink,
            new VarInsnNode(Opcodes.ALOAD, matcher),
            new VarInsnNode(Opcodes.ILOAD, unread),
            sizes("consumed", "(ZLjava/util/regex/Matcher;I)I")));
  }

  /** A search for an index: from the start or, by a second size, from an index. */
  private void countSought(int position, Part part, Sink sink) {
    List<Price.Size> measures = part.cost().measures();
    int from = editor.addScratch(1);
    int length = editor.addScratch(1);
    int lowest = operand(measures.get(0));
    InsnList before = new InsnList();
    int[] slots = copyOperands(lowest, before);
    before.add(measured(new Price.Size("length", measures.get(0).of()), slots));
    before.add(new VarInsnNode(Opcodes.ISTORE, length));
    if (measures.size() > 1) {
      before.add(measured(measures.get(1), slots));
    } else {
      before.add(MethodEditor.push(0));
    }
    before.add(new VarInsnNode(Opcodes.ISTORE, from));
    before.add(operandsAbove(lowest, slots));
    editor.insertBefore(position, before);
    editor.insertAfter(
        position,
        behind(
            part,
            sink,
            new VarInsnNode(Opcodes.ILOAD, from),
            new VarInsnNode(Opcodes.ILOAD, length),
            sizes("sought", "(III)I")));
  }

  private int operand(Price.Size measure) {
    int operand = measure.of() - firstArgument;
    if (operand < 0 || operand >= operands.size() || operands.get(operand) == null) {
      throw new IllegalStateException(
          "prices.txt: " + frame + " has no operand " + measure.of() + " to measure");
    }
    return operand;
  }

  private Type type(int operand) {
    Type type = operands.get(operand);
    if (type == null) {
      throw new IllegalStateException(frame + ": an object under construction has no size");
    }
    return type;
  }

  private MethodInsnNode measure(Price.Size measure, Type of) {
    return sizes(measure.what(), "(" + parameter(measure.what(), of) + ")I");
  }

  private MethodInsnNode sizes(String name, String descriptor) {
    return new MethodInsnNode(Opcodes.INVOKESTATIC, rules.boot().sizes(), name, descriptor, false);
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

  private InsnList cost(Part part, Sink sink) {
    Price.BySize cost = part.cost();
    InsnList list = new InsnList();
    list.add(MethodEditor.push(cost.sixteenths()));
    list.add(sink.enter());
    if (!part.isUnits()) {
      list.add(editor.call("bytes", "(II)I"));
      return list;
    }
    list.add(
        switch (cost.curve()) {
          case LINEAR -> editor.call("linear", "(II)I");
          case LOG -> editor.call("logarithmic", "(II)I");
          case NLOGN -> editor.call("linearithmic", "(II)I");
          case PRODUCT -> editor.call("product", "(III)I");
        });
    return list;
  }
}
