package dev.lightspeed.meter.price;

import dev.lightspeed.meter.Meter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.objectweb.asm.Opcodes;

/**
 * What each bytecode weighs, in CPU units. Version 2 is fitted to CPU times of compiled code, and
 * rounded: {@code benchmark weights} does it again. What stays in registers weighs 1. Changing a
 * weight makes a new version.
 *
 * <p>Short and wide forms ({@code iload_0}, {@code ldc_w}, {@code goto_w}) weigh what their plain
 * form does.
 */
public final class Weights {

  /** Version of the table, part of {@link Meter#version()}. */
  public static final int VERSION = 2;

  /** The lowest opcode, what each weighs, their kind, and the mnemonics from that opcode on. */
  private static final String TABLE =
      """
      0 0 no operation: nop
      1 1 constant: aconst_null iconst_m1 iconst_0 iconst_1 iconst_2 iconst_3 iconst_4 iconst_5
      9 1 constant: lconst_0 lconst_1 fconst_0 fconst_1 fconst_2 dconst_0 dconst_1
      16 1 constant: bipush sipush ldc
      21 1 local variable: iload lload fload dload aload
      54 1 local variable: istore lstore fstore dstore astore
      132 1 local variable: iinc
      87 1 operand stack: pop pop2 dup dup_x1 dup_x2 dup2 dup2_x1 dup2_x2 swap
      96 3 arithmetic: iadd ladd fadd dadd isub lsub fsub dsub imul lmul fmul dmul
      116 3 arithmetic: ineg lneg fneg dneg ishl lshl ishr lshr iushr lushr
      126 3 arithmetic: iand land ior lor ixor lxor
      133 3 conversion: i2l i2f i2d l2i l2f l2d f2i f2l f2d d2i d2l d2f i2b i2c i2s
      148 3 comparison: lcmp fcmpl fcmpg dcmpl dcmpg
      153 1 branch: ifeq ifne iflt ifge ifgt ifle if_icmpeq if_icmpne if_icmplt if_icmpge
      163 1 branch: if_icmpgt if_icmple if_acmpeq if_acmpne
      198 1 branch: ifnull ifnonnull
      167 1 branch: goto jsr ret
      172 1 return: ireturn lreturn freturn dreturn areturn return
      180 2 field: getfield putfield
      178 2 field: getstatic putstatic
      46 2 array element: iaload laload faload daload aaload baload caload saload
      79 2 array element: iastore lastore fastore dastore aastore bastore castore sastore
      190 2 array element: arraylength
      192 3 type check: checkcast instanceof
      170 4 switch: tableswitch lookupswitch
      184 6 direct call: invokestatic
      183 6 direct call: invokespecial
      182 4 virtual call: invokevirtual
      186 4 virtual call: invokedynamic
      185 10 interface call: invokeinterface
      108 30 division: idiv ldiv fdiv ddiv irem lrem frem drem
      187 12 allocation: new newarray anewarray
      197 24 nested allocation: multianewarray
      194 20 monitor: monitorenter monitorexit
      191 20 throw: athrow
      """;

  private static final List<Group> GROUPS = read(TABLE);

  /** What weighs something without being a bytecode: an allocated byte. */
  static final String ALLOCATED_BYTE = "allocated byte";

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
      int end = group.first() + group.opcodes().size();
      Arrays.fill(byOpcode, group.first(), end, group.weight());
    }
  }

  /** Every kind by {@code weights}; kinds that are missing there weigh 0. For fitting the table. */
  public static Weights of(Map<String, Integer> weights) {
    return new Weights(
        GROUPS.stream()
            .map(group -> group.weighing(weights.getOrDefault(group.kind(), 0)))
            .toList(),
        weights.getOrDefault(ALLOCATED_BYTE, 0),
        weights.getOrDefault(RECURSION, 0));
  }

  /**
   * Bytecodes of one kind whose opcodes follow on each other. A kind may take several groups.
   *
   * @param weight CPU units, at least 0
   * @param kind what they do, in words
   * @param first the lowest of the opcodes
   * @param opcodes mnemonics of the JVM specification, in the order of the opcodes
   */
  record Group(int weight, String kind, int first, List<String> opcodes) {

    /** Copies the list. */
    Group {
      opcodes = List.copyOf(opcodes);
    }

    private Group weighing(int units) {
      return new Group(units, kind, first, opcodes);
    }
  }

  /** What {@link #of} would have to take for the table in use. */
  public static SortedMap<String, Integer> byKind() {
    SortedMap<String, Integer> weights = new TreeMap<>();
    GROUPS.forEach(group -> weights.put(group.kind(), group.weight()));
    weights.put(ALLOCATED_BYTE, BYTE_WEIGHT);
    weights.put(RECURSION, RECURSION_WEIGHT);
    return weights;
  }

  /** The whole table, every opcode once, in the order of publication. */
  static List<Group> groups() {
    return GROUPS;
  }

  /** What a recursive call weighs on top of a call. */
  int ofRecursion() {
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

  private static List<Group> read(String table) {
    List<Group> groups = new ArrayList<>();
    for (String line : table.strip().split("\n", -1)) {
      int colon = line.indexOf(": ");
      String[] words = line.substring(0, colon).split(" ", 3);
      groups.add(
          new Group(
              Integer.parseInt(words[1]),
              words[2],
              Integer.parseInt(words[0]),
              List.of(line.substring(colon + 2).split(" ", -1))));
    }
    return List.copyOf(groups);
  }
}
