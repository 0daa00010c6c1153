package dev.lightspeed.meter.price;

import dev.lightspeed.meter.Meter;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Opcodes;

/**
 * What each bytecode weighs, in CPU units. Version 2 is fitted to CPU times of compiled code, and
 * rounded: {@code lightspeed calibrate --fit} does it again. What stays in registers weighs 1.
 * Changing a weight makes a new version.
 *
 * <p>Short and wide forms ({@code iload_0}, {@code ldc_w}, {@code goto_w}) weigh what their plain
 * form does.
 */
public final class Weights {

  /** Version of the table, part of {@link Meter#version()}. */
  public static final int VERSION = 2;

  private static final List<Group> GROUPS =
      List.of(
          group(0, "no operation", "nop"),
          group(
              1, "constant", "aconst_null iconst_m1 iconst_0 iconst_1 iconst_2 iconst_3 iconst_4"),
          group(1, "constant", "iconst_5 lconst_0 lconst_1 fconst_0 fconst_1 fconst_2 dconst_0"),
          group(1, "constant", "dconst_1 bipush sipush ldc"),
          group(1, "local variable", "iload lload fload dload aload"),
          group(1, "local variable", "istore lstore fstore dstore astore iinc"),
          group(1, "operand stack", "pop pop2 dup dup_x1 dup_x2 dup2 dup2_x1 dup2_x2 swap"),
          group(3, "arithmetic", "iadd ladd fadd dadd isub lsub fsub dsub imul lmul fmul dmul"),
          group(3, "arithmetic", "ineg lneg fneg dneg ishl lshl ishr lshr iushr lushr"),
          group(3, "arithmetic", "iand land ior lor ixor lxor"),
          group(3, "conversion", "i2l i2f i2d l2i l2f l2d f2i f2l f2d d2i d2l d2f i2b i2c i2s"),
          group(3, "comparison", "lcmp fcmpl fcmpg dcmpl dcmpg"),
          group(
              1, "branch", "ifeq ifne iflt ifge ifgt ifle if_icmpeq if_icmpne if_icmplt if_icmpge"),
          group(
              1, "branch", "if_icmpgt if_icmple if_acmpeq if_acmpne ifnull ifnonnull goto jsr ret"),
          group(1, "return", "ireturn lreturn freturn dreturn areturn return"),
          group(2, "field", "getfield putfield getstatic putstatic"),
          group(2, "array element", "iaload laload faload daload aaload baload caload saload"),
          group(2, "array element", "iastore lastore fastore dastore aastore bastore castore"),
          group(2, "array element", "sastore arraylength"),
          group(3, "type check", "checkcast instanceof"),
          group(4, "switch", "tableswitch lookupswitch"),
          group(6, "direct call", "invokestatic invokespecial"),
          group(4, "virtual call", "invokevirtual invokedynamic"),
          group(10, "interface call", "invokeinterface"),
          group(30, "division", "idiv ldiv fdiv ddiv irem lrem frem drem"),
          group(12, "allocation", "new newarray anewarray"),
          group(24, "nested allocation", "multianewarray"),
          group(20, "monitor", "monitorenter monitorexit"),
          group(20, "throw", "athrow"));

  /** All mnemonics of the JVM specification, by opcode. */
  private static final List<String> MNEMONICS =
      List.of(
          ("nop aconst_null iconst_m1 iconst_0 iconst_1 iconst_2 iconst_3 iconst_4 iconst_5 "
                  + "lconst_0 lconst_1 fconst_0 fconst_1 fconst_2 dconst_0 dconst_1 bipush sipush ldc "
                  + "ldc_w ldc2_w iload lload fload dload aload iload_0 iload_1 iload_2 iload_3 lload_0 "
                  + "lload_1 lload_2 lload_3 fload_0 fload_1 fload_2 fload_3 dload_0 dload_1 dload_2 "
                  + "dload_3 aload_0 aload_1 aload_2 aload_3 iaload laload faload daload aaload baload "
                  + "caload saload istore lstore fstore dstore astore istore_0 istore_1 istore_2 istore_3 "
                  + "lstore_0 lstore_1 lstore_2 lstore_3 fstore_0 fstore_1 fstore_2 fstore_3 dstore_0 "
                  + "dstore_1 dstore_2 dstore_3 astore_0 astore_1 astore_2 astore_3 iastore lastore "
                  + "fastore dastore aastore bastore castore sastore pop pop2 dup dup_x1 dup_x2 dup2 "
                  + "dup2_x1 dup2_x2 swap iadd ladd fadd dadd isub lsub fsub dsub imul lmul fmul dmul "
                  + "idiv ldiv fdiv ddiv irem lrem frem drem ineg lneg fneg dneg ishl lshl ishr lshr "
                  + "iushr lushr iand land ior lor ixor lxor iinc i2l i2f i2d l2i l2f l2d f2i f2l f2d d2i "
                  + "d2l d2f i2b i2c i2s lcmp fcmpl fcmpg dcmpl dcmpg ifeq ifne iflt ifge ifgt ifle "
                  + "if_icmpeq if_icmpne if_icmplt if_icmpge if_icmpgt if_icmple if_acmpeq if_acmpne goto "
                  + "jsr ret tableswitch lookupswitch ireturn lreturn freturn dreturn areturn return "
                  + "getstatic putstatic getfield putfield invokevirtual invokespecial invokestatic "
                  + "invokeinterface invokedynamic new newarray anewarray arraylength athrow checkcast "
                  + "instanceof monitorenter monitorexit wide multianewarray ifnull ifnonnull")
              .split(" ", -1));

  /** What weighs something without being a bytecode: an allocated byte. */
  public static final String ALLOCATED_BYTE = "allocated byte";

  /** A call of what the caller is, on top of what it weighs as a call. */
  public static final String RECURSION = "recursive call";

  private static final int RECURSION_WEIGHT = 80;

  /** Memory is written when it is handed out, and again and again read into the caches. */
  private static final int BYTE_WEIGHT = 1;

  /** The table in use. */
  public static final Weights INSTANCE = new Weights(GROUPS, BYTE_WEIGHT, RECURSION_WEIGHT);

  private final int[] byOpcode = new int[Opcodes.IFNONNULL + 1];
  private final int ofByte;
  private final int ofRecursion;

  private Weights(List<Group> groups, int ofByte, int ofRecursion) {
    this.ofByte = ofByte;
    this.ofRecursion = ofRecursion;
    for (Group group : groups) {
      for (String mnemonic : group.opcodes()) {
        byOpcode[opcode(mnemonic)] = group.weight();
      }
    }
  }

  /** Every kind by {@code weights}; kinds that are missing there weigh 0. For fitting the table. */
  public static Weights of(Map<String, Integer> weights) {
    return new Weights(
        GROUPS.stream()
            .map(
                group ->
                    new Group(weights.getOrDefault(group.kind(), 0), group.kind(), group.opcodes()))
            .toList(),
        weights.getOrDefault(ALLOCATED_BYTE, 0),
        weights.getOrDefault(RECURSION, 0));
  }

  /**
   * Bytecodes of one kind. A kind may take several groups.
   *
   * @param weight CPU units, at least 0
   * @param kind what they do, in words
   * @param opcodes mnemonics of the JVM specification
   */
  public record Group(int weight, String kind, List<String> opcodes) {

    /** Copies the list. */
    public Group {
      opcodes = List.copyOf(opcodes);
    }
  }

  /** The whole table, every opcode once, lightest first. */
  public static List<Group> groups() {
    return GROUPS;
  }

  /** What a recursive call weighs on top of a call. */
  public int ofRecursion() {
    return ofRecursion;
  }

  /** The weight of {@code bytes} allocated, in CPU units. */
  public long ofBytes(long bytes) {
    return bytes * ofByte;
  }

  /** The weight of {@code opcode} in CPU units. */
  int of(int opcode) {
    return byOpcode[opcode];
  }

  private static Group group(int weight, String kind, String opcodes) {
    return new Group(weight, kind, List.of(opcodes.split(" ", -1)));
  }

  /** The opcode of {@code mnemonic}. */
  static int opcode(String mnemonic) {
    int opcode = MNEMONICS.indexOf(mnemonic);
    if (opcode < 0) {
      throw new IllegalStateException("no opcode is called " + mnemonic);
    }
    return opcode;
  }
}
