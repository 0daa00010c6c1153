package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.JdkNames;
import dev.lightspeed.meter.price.MethodNames;
import java.lang.invoke.LambdaMetafactory;
import java.util.ArrayList;
import java.util.List;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Turns references to methods of the JDK ({@code String::length}) into lambdas, which count: what
 * the JVM makes of such a reference calls the JDK by itself, and nobody could charge the call.
 */
final class MethodReferences {

  private static final String LAMBDAS = "java/lang/invoke/LambdaMetafactory";

  /** The second argument of the bootstrap method: what the lambda does. */
  private static final int IMPLEMENTATION = 1;

  /** The fourth, of the bootstrap method for those that are more than one interface asks for. */
  private static final int FLAGS = 3;

  private final ClassNode node;
  private final List<MethodNode> lambdas = new ArrayList<>();

  private MethodReferences(ClassNode node) {
    this.node = node;
  }

  /** Adds a method to {@code node} for each reference. */
  static void turnIntoLambdas(ClassNode node) {
    MethodReferences references = new MethodReferences(node);
    for (MethodNode method : node.methods) {
      for (AbstractInsnNode instruction : method.instructions) {
        if (instruction instanceof InvokeDynamicInsnNode call && isReference(call)) {
          references.turnIntoLambda(call, method.name);
        }
      }
    }
    node.methods.addAll(references.lambdas);
  }

  private static boolean isReference(InvokeDynamicInsnNode call) {
    return call.bsm.getOwner().equals(LAMBDAS)
        && !isSerialisable(call)
        && call.bsmArgs[IMPLEMENTATION] instanceof Handle handle
        && handle.getTag() != Opcodes.H_INVOKESPECIAL
        && JdkNames.contains(handle.getOwner())
        && !handle.getOwner().startsWith("java/lang/invoke/");
  }

  /** What it makes records which method it refers to. */
  private static boolean isSerialisable(InvokeDynamicInsnNode call) {
    return call.bsm.getName().equals("altMetafactory")
        && call.bsmArgs[FLAGS] instanceof Integer flags
        && (flags & LambdaMetafactory.FLAG_SERIALIZABLE) != 0;
  }

  private void turnIntoLambda(InvokeDynamicInsnNode call, String within) {
    Handle handle = (Handle) call.bsmArgs[IMPLEMENTATION];
    MethodNode lambda = lambda(handle, Type.getArgumentTypes(call.desc), within);
    lambdas.add(lambda);
    boolean inInterface = (node.access & Opcodes.ACC_INTERFACE) != 0;
    call.bsmArgs[IMPLEMENTATION] =
        new Handle(Opcodes.H_INVOKESTATIC, node.name, lambda.name, lambda.desc, inInterface);
  }

  /**
   * A static method that takes the receiver, if there is one, and the arguments.
   *
   * @param captured what the reference binds, which has to be taken as the type that it has there
   */
  private MethodNode lambda(Handle handle, Type[] captured, String within) {
    Type owner = Type.getObjectType(handle.getOwner());
    boolean isNew = handle.getTag() == Opcodes.H_NEWINVOKESPECIAL;
    boolean isStatic = handle.getTag() == Opcodes.H_INVOKESTATIC;
    List<Type> operands = new ArrayList<>(List.of(Type.getArgumentTypes(handle.getDesc())));
    if (!isNew && !isStatic) {
      operands.add(0, owner);
    }
    List<Type> parameters = new ArrayList<>(operands);
    for (int i = 0; i < captured.length; i++) {
      parameters.set(i, captured[i]);
    }
    Type result = isNew ? owner : Type.getReturnType(handle.getDesc());
    String name = isNew ? "new" : handle.getName();
    MethodNode method =
        new MethodNode(
            Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_SYNTHETIC,
            MethodNames.lambda(within, name + "$" + lambdas.size()),
            Type.getMethodDescriptor(result, parameters.toArray(new Type[0])),
            null,
            null);
    if (isNew) {
      method.visitTypeInsn(Opcodes.NEW, handle.getOwner());
      method.visitInsn(Opcodes.DUP);
    }
    for (int i = 0; i < parameters.size(); i++) {
      Type parameter = parameters.get(i);
      method.visitVarInsn(parameter.getOpcode(Opcodes.ILOAD), method.maxLocals);
      method.maxLocals += parameter.getSize();
      if (!parameter.equals(operands.get(i))) {
        method.visitTypeInsn(Opcodes.CHECKCAST, operands.get(i).getInternalName());
      }
    }
    int opcode = opcode(handle.getTag());
    method.visitMethodInsn(
        opcode, handle.getOwner(), handle.getName(), handle.getDesc(), handle.isInterface());
    method.visitInsn(result.getOpcode(Opcodes.IRETURN));
    method.maxStack = Math.max(method.maxLocals + (isNew ? 2 : 0), result.getSize());
    return method;
  }

  private static int opcode(int tag) {
    return switch (tag) {
      case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
      case Opcodes.H_INVOKEINTERFACE -> Opcodes.INVOKEINTERFACE;
      case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
      default -> Opcodes.INVOKEVIRTUAL;
    };
  }
}
