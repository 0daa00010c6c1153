package dev.lightspeed.meter.hazard;

import dev.lightspeed.meter.hazard.HazardTable.Known;
import dev.lightspeed.meter.price.JdkNames;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * The known causes of counts that differ, and a look for them in class files. It sees what a method
 * calls, not what comes of it: where it finds one, that is the usual cause and no proof.
 */
public final class Hazards {

  private final @Nullable ClassLoader loader;
  private final boolean withinJvm;

  private Hazards(@Nullable ClassLoader loader, boolean withinJvm) {
    this.loader = loader;
    this.withinJvm = withinJvm;
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
    for (Known known : HazardTable.ALL) {
      String sign = withinJvm && !known.hazard().withinJvm() ? null : known.sign().apply(method);
      if (sign != null) {
        return Optional.of(new Hazard.Found(known.hazard(), frame, sign));
      }
    }
    return Optional.empty();
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
}
