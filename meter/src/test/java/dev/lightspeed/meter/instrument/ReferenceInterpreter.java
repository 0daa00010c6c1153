package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.CostModel;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.IincInsnNode;
import org.objectweb.asm.tree.IntInsnNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.LabelNode;
import org.objectweb.asm.tree.LdcInsnNode;
import org.objectweb.asm.tree.LookupSwitchInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.TableSwitchInsnNode;
import org.objectweb.asm.tree.TryCatchBlockNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * A second implementation of what is counted, too simple to be wrong: it executes the static
 * methods of a class one bytecode after the other and adds up their weights. Where an exception
 * leaves a block in its midst, it adds what is left of it. Knows the bytecodes of int and long,
 * branches, switches, calls within the class, monitors and exceptions.
 */
final class ReferenceInterpreter {

  private static final CostModel COSTS = PlainRules.portable().costs();

  /** More is an endless program. */
  private static final long MAX_STEPS = 20_000_000;

  private final Map<String, MethodNode> methods = new LinkedHashMap<>();
  private final Map<String, Set<AbstractInsnNode>> leaders = new LinkedHashMap<>();
  private long units;
  private long steps;

  /** An interpreter of the methods in {@code classFile}. */
  ReferenceInterpreter(byte[] classFile) {
    ClassNode node = new ClassNode();
    new ClassReader(classFile).accept(node, ClassReader.SKIP_FRAMES);
    for (MethodNode method : node.methods) {
      methods.put(method.name, method);
      leaders.put(method.name, leaders(method));
    }
  }

  /** What the bytecodes executed so far weigh. */
  long units() {
    return units;
  }

  /** Executes the method {@code name}; gives what it returns and throws what it throws. */
  @Nullable Object call(String name, Object... arguments) {
    MethodNode method = methods.get(name);
    if (method == null) {
      throw new IllegalArgumentException(name);
    }
    return new Activation(method, arguments).run();
  }

  /** First real instructions behind every label that something leads to. */
  private static Set<AbstractInsnNode> leaders(MethodNode method) {
    Set<LabelNode> targets = new HashSet<>();
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof JumpInsnNode jump) {
        targets.add(jump.label);
      } else if (instruction instanceof TableSwitchInsnNode choice) {
        targets.add(choice.dflt);
        targets.addAll(choice.labels);
      } else if (instruction instanceof LookupSwitchInsnNode choice) {
        targets.add(choice.dflt);
        targets.addAll(choice.labels);
      }
    }
    method.tryCatchBlocks.forEach(block -> targets.add(block.handler));
    Set<AbstractInsnNode> leaders = new HashSet<>();
    for (LabelNode label : targets) {
      AbstractInsnNode at = label;
      while (at.getOpcode() < 0) {
        at = at.getNext();
      }
      leaders.add(at);
    }
    return leaders;
  }

  /** One call in progress. */
  private final class Activation {

    private final MethodNode method;
    private final @Nullable Object[] locals;
    private final Deque<Object> stack = new ArrayDeque<>();
    private @Nullable AbstractInsnNode next;

    Activation(MethodNode method, Object[] arguments) {
      this.method = method;
      this.locals = Arrays.copyOf(arguments, method.maxLocals);
      this.next = method.instructions.getFirst();
    }

    @Nullable Object run() {
      while (next != null) {
        AbstractInsnNode at = next;
        next = at.getNext();
        int opcode = at.getOpcode();
        if (opcode < 0) {
          continue;
        }
        units += COSTS.units(at);
        if (++steps > MAX_STEPS) {
          throw new IllegalStateException("the program does not end");
        }
        try {
          if (opcode == Opcodes.IRETURN) {
            return stack.pop();
          }
          execute(at, opcode);
        } catch (ArithmeticException | NullPointerException e) {
          chargeRest(at);
          next = handler(at, e);
          if (next == null) {
            throw e;
          }
          stack.clear();
          stack.push(e);
        }
      }
      throw new IllegalStateException("fell off the end of " + method.name);
    }

    private void chargeRest(AbstractInsnNode from) {
      Set<AbstractInsnNode> starts = leaders.getOrDefault(method.name, Set.of());
      AbstractInsnNode at = from;
      while (!endsBlock(at)) {
        at = at.getNext();
        if (at == null || starts.contains(at)) {
          return;
        }
        if (at.getOpcode() >= 0) {
          units += COSTS.units(at);
        }
      }
    }

    private boolean endsBlock(AbstractInsnNode at) {
      return at instanceof JumpInsnNode
          || at instanceof TableSwitchInsnNode
          || at instanceof LookupSwitchInsnNode
          || at.getOpcode() == Opcodes.IRETURN
          || at.getOpcode() == Opcodes.ATHROW;
    }

    private @Nullable AbstractInsnNode handler(AbstractInsnNode at, RuntimeException thrown) {
      int index = method.instructions.indexOf(at);
      for (TryCatchBlockNode block : method.tryCatchBlocks) {
        if (method.instructions.indexOf(block.start) <= index
            && index < method.instructions.indexOf(block.end)
            && catches(block.type, thrown)) {
          return block.handler;
        }
      }
      return null;
    }

    private boolean catches(@Nullable String type, RuntimeException thrown) {
      try {
        return type == null || Class.forName(type.replace('/', '.')).isInstance(thrown);
      } catch (ClassNotFoundException e) {
        throw new IllegalStateException(e);
      }
    }

    private void execute(AbstractInsnNode at, int opcode) {
      if (at instanceof VarInsnNode variable) {
        access(variable);
      } else if (at instanceof IincInsnNode increment) {
        locals[increment.var] = (int) local(increment.var) + increment.incr;
      } else if (at instanceof IntInsnNode constant) {
        stack.push(constant.operand);
      } else if (at instanceof LdcInsnNode constant) {
        stack.push(constant.cst instanceof Type ? Object.class : constant.cst);
      } else if (at instanceof JumpInsnNode jump) {
        if (jumps(opcode)) {
          next = jump.label;
        }
      } else if (at instanceof TableSwitchInsnNode choice) {
        int index = popInt() - choice.min;
        next = index >= 0 && index < choice.labels.size() ? choice.labels.get(index) : choice.dflt;
      } else if (at instanceof LookupSwitchInsnNode choice) {
        int index = choice.keys.indexOf(popInt());
        next = index >= 0 ? choice.labels.get(index) : choice.dflt;
      } else if (at instanceof MethodInsnNode call) {
        int second = popInt();
        stack.push(pushable(ReferenceInterpreter.this.call(call.name, popInt(), second)));
      } else if (opcode >= Opcodes.LCONST_0 && opcode <= Opcodes.LCONST_1) {
        stack.push((long) (opcode - Opcodes.LCONST_0));
      } else if (opcode >= Opcodes.ICONST_M1 && opcode <= Opcodes.ICONST_5) {
        stack.push(opcode - Opcodes.ICONST_0);
      } else {
        operate(opcode);
      }
    }

    private void access(VarInsnNode variable) {
      if (variable.getOpcode() <= Opcodes.ALOAD) {
        stack.push(local(variable.var));
      } else {
        locals[variable.var] = stack.pop();
      }
    }

    private Object local(int slot) {
      return pushable(locals[slot]);
    }

    private static Object pushable(@Nullable Object value) {
      if (value == null) {
        throw new IllegalStateException("a value that was never written");
      }
      return value;
    }

    private boolean jumps(int opcode) {
      if (opcode == Opcodes.GOTO) {
        return true;
      }
      int right = opcode >= Opcodes.IF_ICMPEQ ? popInt() : 0;
      int order = Integer.compare(popInt(), right);
      return switch (opcode) {
        case Opcodes.IFEQ, Opcodes.IF_ICMPEQ -> order == 0;
        case Opcodes.IFNE, Opcodes.IF_ICMPNE -> order != 0;
        case Opcodes.IFLT, Opcodes.IF_ICMPLT -> order < 0;
        case Opcodes.IFGE, Opcodes.IF_ICMPGE -> order >= 0;
        case Opcodes.IFGT, Opcodes.IF_ICMPGT -> order > 0;
        case Opcodes.IFLE, Opcodes.IF_ICMPLE -> order <= 0;
        default -> throw new IllegalStateException("branch " + opcode);
      };
    }

    private void operate(int opcode) {
      switch (opcode) {
        case Opcodes.NOP -> {}
        case Opcodes.ACONST_NULL -> stack.push(void.class);
        case Opcodes.ATHROW -> {
          throw stack.pop() instanceof RuntimeException thrown
              ? thrown
              : new NullPointerException();
        }
        case Opcodes.POP, Opcodes.MONITORENTER, Opcodes.MONITOREXIT -> stack.pop();
        case Opcodes.DUP -> stack.push(stack.getFirst());
        case Opcodes.SWAP -> {
          Object top = stack.pop();
          Object below = stack.pop();
          stack.push(top);
          stack.push(below);
        }
        case Opcodes.INEG -> stack.push(-popInt());
        case Opcodes.I2B -> stack.push((int) (byte) popInt());
        case Opcodes.I2L -> stack.push((long) popInt());
        case Opcodes.L2I -> stack.push((int) popLong());
        case Opcodes.LCMP -> {
          long right = popLong();
          stack.push(Long.compare(popLong(), right));
        }
        default -> {
          if (stack.getFirst() instanceof Long) {
            long right = popLong();
            stack.push(ofLongs(opcode, popLong(), right));
          } else {
            int right = popInt();
            stack.push(ofInts(opcode, popInt(), right));
          }
        }
      }
    }

    private static int ofInts(int opcode, int left, int right) {
      return switch (opcode) {
        case Opcodes.IADD -> left + right;
        case Opcodes.ISUB -> left - right;
        case Opcodes.IMUL -> left * right;
        case Opcodes.IDIV -> left / right;
        case Opcodes.IREM -> left % right;
        case Opcodes.IAND -> left & right;
        case Opcodes.IOR -> left | right;
        case Opcodes.IXOR -> left ^ right;
        case Opcodes.ISHL -> left << right;
        case Opcodes.ISHR -> left >> right;
        case Opcodes.IUSHR -> left >>> right;
        default -> throw new IllegalStateException("operation " + opcode);
      };
    }

    private static long ofLongs(int opcode, long left, long right) {
      return switch (opcode) {
        case Opcodes.LADD -> left + right;
        case Opcodes.LSUB -> left - right;
        case Opcodes.LMUL -> left * right;
        case Opcodes.LDIV -> left / right;
        case Opcodes.LREM -> left % right;
        case Opcodes.LXOR -> left ^ right;
        default -> throw new IllegalStateException("operation " + opcode);
      };
    }

    private int popInt() {
      return (int) stack.pop();
    }

    private long popLong() {
      return (long) stack.pop();
    }
  }
}
