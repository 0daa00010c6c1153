package dev.lightspeed.meter.price;

import dev.lightspeed.meter.layout.PinnedLayout;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TypeInsnNode;

/**
 * What instructions cost: the weight of each and, where it calls the JDK, the price of the call.
 *
 * @param countsJdk whether the JDK's own bytecodes are counted, as in full mode; if not, calls into
 *     it have prices
 * @param attributing whether calls are recorded
 * @param weights of the bytecodes
 * @param prices of calls into the JDK
 */
public record CostModel(
    boolean countsJdk, boolean attributing, Weights weights, PriceTable prices) {

  /** CPU units of {@code instruction} that are known beforehand. */
  public int units(AbstractInsnNode instruction) {
    int opcode = instruction.getOpcode();
    return opcode < 0 ? 0 : weights.of(opcode) + constant(price(instruction)).units();
  }

  /**
   * CPU units of {@code instruction} on top if it calls what {@code method} is, by name and
   * descriptor: code that walks a tree. Nothing is inlined there, and no branch predicted.
   */
  public int recursionUnits(AbstractInsnNode instruction, MethodNode method) {
    return instruction instanceof MethodInsnNode call
            && call.name.equals(method.name)
            && call.desc.equals(method.desc)
            && call.getOpcode() != Opcodes.INVOKESPECIAL
            && !JdkNames.contains(call.owner)
        ? weights.ofRecursion()
        : 0;
  }

  /** Bytes that {@code instruction} allocates as far as they are known beforehand. */
  public int bytes(AbstractInsnNode instruction) {
    return newBytes(instruction) + constant(price(instruction)).bytes();
  }

  /** A priced call that is recorded as a frame of its own is not part of its block. */
  private Price constant(Price price) {
    return attributing && price.isDynamic() ? Price.NOTHING : price;
  }

  private int newBytes(AbstractInsnNode instruction) {
    return instruction.getOpcode() == Opcodes.NEW && isPriced(((TypeInsnNode) instruction).desc)
        ? prices.newBytes(((TypeInsnNode) instruction).desc)
        : 0;
  }

  /** Whether a new instance of the class {@code name} has a price; if not, its fields tell. */
  public boolean isPriced(String name) {
    return !countsJdk && JdkNames.contains(name);
  }

  /** What {@code instruction} costs beyond its weight, if it calls the JDK. */
  public Price price(AbstractInsnNode instruction) {
    if (instruction instanceof InvokeDynamicInsnNode call) {
      return price(call);
    }
    return instruction instanceof MethodInsnNode call ? price(call) : Price.NOTHING;
  }

  private Price price(MethodInsnNode call) {
    if (call.owner.startsWith("[")) {
      return !countsJdk || call.name.equals("clone")
          ? found(prices.find("java/lang/Object[]", call.name, call.desc)).at(call)
          : Price.NOTHING;
    }
    if (!JdkNames.contains(call.owner)) {
      return Price.NOTHING;
    }
    @Nullable Price price = prices.find(call.owner, call.name, call.desc);
    if (!countsJdk) {
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
  public boolean isSmall(String owner, MethodNode method) {
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
    long bytes = PinnedLayout.HEADER;
    for (Type type : captured) {
      bytes += PinnedLayout.bytesOf(type.getSort());
    }
    return new Price(0, null, (int) PinnedLayout.align(bytes), null);
  }

  private static Price found(@Nullable Price price) {
    return price == null ? Price.NOTHING : price;
  }
}
