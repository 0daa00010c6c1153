package dev.lightspeed.meter.hazard;

import dev.lightspeed.meter.instrument.CallSign;
import dev.lightspeed.meter.instrument.HandOffs;
import dev.lightspeed.meter.price.JdkNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The known causes of counts that differ, and a look for them in class files. It sees what a method
 * calls, not what comes of it: where it finds one, that is the usual cause and no proof.
 */
public final class Hazards {

  private static final String STATIC_FIELD = "a static field that is written";

  private static final String STATIC_CONTAINER =
      "a map, collection, atomic or array in a static field that is changed";

  private static final List<String> CHANGES =
      List.of(
          "put",
          "add",
          "remove",
          "clear",
          "compute",
          "merge",
          "offer",
          "poll",
          "push",
          "pop",
          "replace",
          "set",
          "increment",
          "decrement",
          "getAnd",
          "update",
          "accumulate");

  private static final List<String> CONTAINERS =
      List.of("Map;", "Set;", "List;", "Queue;", "Deque;", "Collection;", "Table;", "Cache;");

  private static final List<Entry> TABLE = HazardTable.entries();

  private final @Nullable ClassLoader loader;
  private final boolean withinJvm;

  private Hazards(@Nullable ClassLoader loader, boolean withinJvm) {
    this.loader = loader;
    this.withinJvm = withinJvm;
  }

  /**
   * A line of the table.
   *
   * @param hazard the hazard
   * @param calls the calls by which it is recognised; none where that is done otherwise
   * @param kind what else recognises it
   */
  record Entry(Hazard hazard, List<CallSign> calls, Kind kind) {}

  /** What a hazard is recognised by. */
  enum Kind {
    /** Its calls. */
    CALLS,
    /** Calls that hand work to other threads. */
    HAND_OFF,
    /** Static fields that are written, or whose content is. */
    STATIC_STATE
  }

  /** All causes that are known, the surest first. */
  public static List<Hazard> table() {
    return TABLE.stream().map(Entry::hazard).toList();
  }

  /**
   * The first cause in these methods: of the first method that has any, the surest.
   *
   * @param frames of methods, the most suspect first; what has no class file is passed over
   * @param loader that finds their class files, or null for the boot loader
   * @param withinJvm whether only those are meant that show within one JVM
   */
  public static Optional<Hazard.Found> find(
      List<String> frames, @Nullable ClassLoader loader, boolean withinJvm) {
    Hazards hazards = new Hazards(loader, withinJvm);
    return frames.stream().flatMap(frame -> hazards.in(frame).stream()).findFirst();
  }

  private Optional<Hazard.Found> in(String frame) {
    int open = frame.indexOf('(');
    int dot = frame.lastIndexOf('.', Math.max(open, 0));
    if (dot <= 0) {
      return Optional.empty();
    }
    String owner = frame.substring(0, dot).replace('.', '/');
    ClassNode type = JdkNames.contains(owner) ? null : read(owner);
    if (type == null) {
      return Optional.empty();
    }
    String method = frame.substring(dot + 1);
    for (MethodNode each : type.methods) {
      if ((each.name + each.desc).equals(method)) {
        return in(frame, each);
      }
    }
    return Optional.empty();
  }

  private Optional<Hazard.Found> in(String frame, MethodNode method) {
    for (Entry entry : TABLE) {
      if (withinJvm && !entry.hazard().withinJvm()) {
        continue;
      }
      String sign = sign(entry, method);
      if (sign != null) {
        return Optional.of(new Hazard.Found(entry.hazard(), frame, sign));
      }
    }
    return Optional.empty();
  }

  private static @Nullable String sign(Entry entry, MethodNode method) {
    if (entry.kind() == Kind.STATIC_STATE) {
      return staticState(method);
    }
    for (AbstractInsnNode instruction : method.instructions) {
      String sign = null;
      if (instruction instanceof MethodInsnNode call) {
        sign = sign(entry, call.owner, call.name, call.desc);
      } else if (instruction instanceof InvokeDynamicInsnNode reference) {
        for (Object argument : reference.bsmArgs) {
          if (sign == null && argument instanceof Handle handle) {
            sign = sign(entry, handle.getOwner(), handle.getName(), handle.getDesc());
          }
        }
      }
      if (sign != null) {
        return sign;
      }
    }
    return null;
  }

  private static @Nullable String sign(Entry entry, String owner, String name, String descriptor) {
    if (entry.kind() == Kind.HAND_OFF) {
      return HandOffs.sign(owner, name, descriptor);
    }
    for (CallSign call : entry.calls()) {
      if (call.matches(owner, name, descriptor)) {
        return call.brief();
      }
    }
    return null;
  }

  /** The static field that is written, or whose content may be, in a method that changes some. */
  private static @Nullable String staticState(MethodNode method) {
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

  private @Nullable ClassNode read(String owner) {
    String resource = owner + ".class";
    try (InputStream in =
        loader == null
            ? ClassLoader.getSystemResourceAsStream(resource)
            : loader.getResourceAsStream(resource)) {
      if (in == null) {
        return null;
      }
      ClassNode node = new ClassNode();
      new ClassReader(in.readAllBytes()).accept(node, ClassReader.SKIP_DEBUG);
      return node;
    } catch (IOException | RuntimeException e) {
      return null; // a class file that cannot be read has nothing to say
    }
  }

  /** How static state is recognised, in words. */
  static List<String> staticSigns() {
    return List.of(STATIC_FIELD, STATIC_CONTAINER);
  }

  /** The signs of calls, in words: each class once, with its methods. */
  static List<String> inWords(List<CallSign> calls) {
    List<String> words = new ArrayList<>();
    calls.forEach(
        call -> {
          int bracket = call.text().indexOf('(');
          words.add(call.brief() + (bracket < 0 ? "" : call.text().substring(bracket)));
        });
    return words;
  }
}
