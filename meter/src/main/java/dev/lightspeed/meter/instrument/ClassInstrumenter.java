package dev.lightspeed.meter.instrument;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodTooLargeException;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Makes a class file count itself. Class files from Java 1.0 to the newest that ASM knows; no other
 * class is ever looked up, since frames are extended by hand and never computed.
 */
public final class ClassInstrumenter {

  private final Rules rules;

  public ClassInstrumenter(Rules rules) {
    this.rules = rules;
  }

  /**
   * The instrumented form of {@code classFile}, or null where there is nothing to count.
   *
   * @param loader that defines the class
   * @throws RuntimeException if it cannot be instrumented
   */
  public byte @Nullable [] instrument(byte[] classFile, @Nullable ClassLoader loader) {
    // Methods that are too large once they count block by block are counted more coarsely.
    Set<String> coarse = new TreeSet<>();
    while (true) {
      try {
        return instrument(classFile, loader, coarse);
      } catch (MethodTooLargeException e) {
        if (!coarse.add(e.getMethodName() + e.getDescriptor())) {
          throw e;
        }
      }
    }
  }

  private byte @Nullable [] instrument(
      byte[] classFile, @Nullable ClassLoader loader, Set<String> coarse) {
    ClassReader reader = new ClassReader(classFile);
    ClassNode node = new ClassNode();
    reader.accept(node, ClassReader.EXPAND_FRAMES);
    if ("java/lang/reflect/Proxy".equals(node.superName)) {
      // Made by the JDK, differently in every release, whatever package it is in.
      return null;
    }
    int version = node.version & 0xFFFF;
    boolean ofJdk = CountedClasses.isOfJdk(loader, node.name);
    if (!ofJdk) {
      MethodReferences.turnIntoLambdas(node);
    }
    boolean counted = false;
    for (MethodNode method : node.methods) {
      if (method.instructions.size() == 0) {
        continue;
      }
      if (ofJdk && rules.costs().isSmall(node.name, method)) {
        continue;
      }
      JdkShare share = ofJdk ? JdkShare.of(node.name, method) : JdkShare.COUNTED;
      if (method.name.equals("<clinit>") || share == JdkShare.FORGOTTEN) {
        new UncountedMethod(method, version, rules).forgetWhatRuns();
      } else if (share == JdkShare.TRANSPARENT) {
        continue;
      } else {
        MethodInstrumenter instrumenter =
            new MethodInstrumenter(node.name, method, version, rules, loader);
        if (coarse.contains(method.name + method.desc)) {
          instrumenter.countCoarsely();
        } else {
          instrumenter.count();
        }
      }
      if (!fits(method)) {
        throw new MethodTooLargeException(node.name, method.name, method.desc, 0);
      }
      counted = true;
    }
    if (!counted) {
      return null;
    }
    ClassWriter writer = new ClassWriter(reader, 0);
    node.accept(writer);
    return writer.toByteArray();
  }

  /** ASM checks the size of the code; of these it would write the lower 16 bits. */
  private static boolean fits(MethodNode method) {
    return method.maxLocals <= 0xFFFF
        && method.maxStack <= 0xFFFF
        && method.tryCatchBlocks.size() <= 0xFFFF;
  }
}
