package dev.lightspeed.meter.hazard;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/** Recognises state that all sessions share: static fields that change, or whose content may. */
final class StaticState {

  /** How it is recognised, in words. */
  static final List<String> SIGNS =
      List.of(
          "a static field that is written",
          "a map, collection, atomic or array in a static field that is changed");

  /** How the names of methods that change their object begin. */
  private static final List<String> CHANGES =
      words(
          "put add remove clear compute merge offer poll push pop replace set increment decrement"
              + " getAnd update accumulate");

  private static final List<String> CONTAINERS =
      words("Map; Set; List; Queue; Deque; Collection; Table; Cache;");

  private StaticState() {}

  private static List<String> words(String text) {
    return List.of(text.split(" ", -1));
  }

  /** The static field that is written, or whose content may be, in a method that changes some. */
  static @Nullable String sign(MethodNode method) {
    String container = null;
    boolean changes = false;
    for (AbstractInsnNode instruction : method.instructions) {
      int opcode = instruction.getOpcode();
      if (instruction instanceof FieldInsnNode field) {
        String name = field.owner.substring(field.owner.lastIndexOf('/') + 1) + "." + field.name;
        if (opcode == Opcodes.PUTSTATIC) {
          return name.replace('$', '.');
        }
        if (opcode == Opcodes.GETSTATIC && container == null && isContainer(field.desc)) {
          container = name.replace('$', '.');
        }
      } else if (instruction instanceof MethodInsnNode call) {
        changes |= CHANGES.stream().anyMatch(call.name::startsWith);
      } else {
        changes |= opcode >= Opcodes.IASTORE && opcode <= Opcodes.SASTORE;
      }
    }
    return changes ? container : null;
  }

  private static boolean isContainer(String descriptor) {
    return descriptor.startsWith("[")
        || descriptor.startsWith("Ljava/util/concurrent/atomic/")
        || CONTAINERS.stream().anyMatch(descriptor::endsWith);
  }
}
