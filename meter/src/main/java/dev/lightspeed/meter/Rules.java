package dev.lightspeed.meter;

import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What counts for how much: all that instrumenting depends on beside the class file.
 *
 * @param mode what the JDK's share counts for
 * @param attributing whether calls are recorded
 * @param weights of the bytecodes
 * @param prices of calls into the JDK
 * @param boot the names of the boot classes that instrumented code calls
 * @param sizes numbers the classes that are instantiated
 * @param frames numbers the methods that are recorded
 */
record Rules(
    MeterMode mode,
    boolean attributing,
    Weights weights,
    PriceTable prices,
    BootNames boot,
    InstanceSizes sizes,
    Names frames) {

  /** Portable, without attribution, by the tables in use. */
  static Rules portable(BootNames boot) {
    return new Rules(
        MeterMode.PORTABLE,
        false,
        Weights.INSTANCE,
        PriceTable.INSTANCE,
        boot,
        new InstanceSizes(PriceTable.INSTANCE),
        new Names());
  }

  /** The same in another mode. */
  Rules with(MeterMode newMode, boolean newAttributing) {
    return new Rules(newMode, newAttributing, weights, prices, boot, sizes, frames);
  }

  /** CPU units of {@code instruction} that are known beforehand. */
  int units(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode < 0 ? 0 : weights.of(opcode) + constant(price(instruction)).units();
  }

  /**
   * CPU units of {@code instruction} on top if it calls what {@code method} is, by name and
   * descriptor: code that walks a tree. Nothing is inlined there, and no branch predicted.
   */
  int recursionUnits(AbstractInsnNode instruction, MethodNode method) {
    return instruction instanceof MethodInsnNode call
            && call.name.equals(method.name)
            && call.desc.equals(method.desc)
            && call.getOpcode() != Opcodes.INVOKESPECIAL
            && !CountedClasses.isJdkName(call.owner)
        ? weights.ofRecursion()
        : 0;
  }

  /** Bytes that {@code instruction} allocates as far as they are known beforehand. */
  int bytes(AbstractInsnNode instruction) {
    return newBytes(instruction) + constant(price(instruction)).bytes();
  }

  /** A priced call that is recorded as a frame of its own is not part of its block. */
  private Price constant(Price price) {
    return attributing && price.isDynamic() ? Price.NOTHING : price;
  }

  private int newBytes(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.NEW
            && mode == MeterMode.PORTABLE
            && CountedClasses.isJdkName(((TypeInsnNode) instruction).desc)
        ? prices.newBytes(((TypeInsnNode) instruction).desc)
        : 0;
  }

  /** What {@code instruction} costs beyond its weight, if it calls the JDK. */
  Price price(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return price(call);
    }
    return instruction instanceof MethodInsnNode call ? price(call) : Price.NOTHING;
  }

  private Price price(MethodInsnNode call) {
    if (call.owner.startsWith("[")) {
      return mode == MeterMode.PORTABLE || call.name.equals("clone")
          ? found(prices.find("java/lang/Object[]", call.name, call.desc)).at(call)
          : Price.NOTHING;
    }
    if (!CountedClasses.isJdkName(call.owner)) {
      return Price.NOTHING;
    }
    @Nullable Price price = prices.find(call.owner, call.name, call.desc);
    if (mode == MeterMode.PORTABLE) {
      return price == null ? prices.unlisted(call.owner, call.name) : price.at(call);
    }
    if (price != null && (Intrinsics.contains(call) || isSmall(price, call))) {
      return price.at(call);
    }
    return prices.surcharge(call.owner, call.name, call.desc).at(call);
  }

  /** Of an interface's method, the body is counted that is called. */
  private static boolean isSmall(Price price, MethodInsnNode call) {
    return call.getOpcode() != Opcodes.INVOKEINTERFACE && price.isSmall();
  }

  /** Whether every JIT makes next to nothing of the JDK's method: its price stands for its body. */
  boolean isSmall(String owner, MethodNode method) {
    return prices.isSmall(owner, method.name, method.desc);
  }

  /** Strings that are concatenated, and lambdas: an object each time if it captures something. */
  private Price price(InvokeDynamicInsnNode call) {
    String maker = call.bsm.getOwner();
    if (maker.equals("java/lang/invoke/StringConcatFactory")) {
      return found(prices.find(maker, "makeConcatWithConstants", call.desc));
    }
    Type[] captured = Type.getArgumentTypes(call.desc);
    if (captured.length == 0 || !maker.equals("java/lang/invoke/LambdaMetafactory")) {
      return Price.NOTHING;
    }
    long bytes = Layout.HEADER;
    for (Type type : captured) {
      bytes += FieldLayout.bytesOf(type.getSort());
    }
    return new Price(0, null, (int) Layout.align(bytes), null);
  }

  private static Price found(@Nullable Price price) {
    return price == null ? Price.NOTHING : price;
  }
}
