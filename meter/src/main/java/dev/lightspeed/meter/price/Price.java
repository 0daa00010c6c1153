package dev.lightspeed.meter.price;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.MethodInsnNode;

/**
 * What a call into the JDK costs beyond the call itself.
 *
 * @param units for every call, at least 0
 * @param unitsBySize what its size adds, null if nothing
 * @param bytes allocated by every call, at least 0
 * @param bytesBySize what its size adds, null if nothing
 */
public record Price(
    int units, @Nullable BySize unitsBySize, int bytes, @Nullable BySize bytesBySize) {

  /** A call that costs nothing but the call. */
  static final Price NOTHING = new Price(0, null, 0, null);

  /** More than one call of a method that is inlined to nearly nothing costs. */
  private static final int SMALL = 40;

  /** Whether it is that of a method which only reads or compares something. */
  boolean isSmall() {
    return !isDynamic() && units <= SMALL && bytes == 0;
  }

  /** Whether it depends on a size. */
  public boolean isDynamic() {
    return unitsBySize != null || bytesBySize != null;
  }

  /** The same as far as it can be measured at {@code call}. */
  Price at(MethodInsnNode call) {
    boolean units = unitsBySize == null || unitsBySize.fits(call);
    boolean allBytes = bytesBySize == null || bytesBySize.fits(call);
    return units && allBytes
        ? this
        : new Price(this.units, units ? unitsBySize : null, bytes, allBytes ? bytesBySize : null);
  }

  /** How a cost grows. */
  public enum Curve {
    /** With n. */
    LINEAR,
    /** With the binary digits of n. */
    LOG,
    /** With n times its binary digits. */
    NLOGN,
    /** With n times m. */
    PRODUCT
  }

  /**
   * A part of a price that depends on a size.
   *
   * @param sixteenths of a unit or byte for each step, at least 1
   * @param curve how many steps a size makes
   * @param sizes what is measured: two for a product, and for a search that begins at an index
   *     ({@code sought} and its {@code value}); otherwise one
   */
  public record BySize(int sixteenths, Curve curve, List<SizeOf> sizes) {

    /** Copies the list. */
    public BySize {
      sizes = List.copyOf(sizes);
    }

    private boolean fits(MethodInsnNode call) {
      for (SizeOf size : sizes) {
        if (!size.fits(operand(size, call))) {
          return false;
        }
      }
      return true;
    }

    /** The type of what is measured; void where there is no such operand. */
    private static Type operand(SizeOf size, MethodInsnNode call) {
      Type[] arguments = Type.getArgumentTypes(call.desc);
      if (size.of() == SizeOf.RESULT) {
        return Type.getReturnType(call.desc);
      }
      if (size.of() == SizeOf.THIS) {
        boolean none = call.getOpcode() == Opcodes.INVOKESTATIC || call.name.equals("<init>");
        return none ? Type.VOID_TYPE : Type.getObjectType(call.owner);
      }
      return size.of() <= arguments.length ? arguments[size.of() - 1] : Type.VOID_TYPE;
    }
  }

  /**
   * A size.
   *
   * @param what the method of the boot class {@code Sizes} that tells it, such as {@code length}
   * @param of which operand: {@link #THIS}, {@link #RESULT}, or the number of an argument from 1
   */
  public record SizeOf(String what, int of) {

    /** Whether it can be had of a value of {@code type}. */
    boolean fits(Type type) {
      return switch (what) {
        case "value" -> type.getSort() == Type.INT || type.getSort() == Type.LONG;
        case "uncached" -> isWhole(type);
        case "yes" -> type.getSort() == Type.BOOLEAN;
        case "words" -> type.getClassName().startsWith("java.math.Big");
        case "consumed", "region" -> type.getClassName().equals("java.util.regex.Matcher");
        case "length", "sought", "memory" ->
            type.getSort() == Type.ARRAY || type.getSort() == Type.OBJECT;
        default -> type.getSort() == Type.OBJECT;
      };
    }

    private static boolean isWhole(Type type) {
      return switch (type.getSort()) {
        case Type.CHAR, Type.BYTE, Type.SHORT, Type.INT, Type.LONG -> true;
        default -> false;
      };
    }

    /** The receiver. */
    public static final int THIS = 0;

    /** What the call returns. */
    public static final int RESULT = -1;
  }
}
