package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.price.Intrinsics;
import java.util.Set;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.InvokeDynamicInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * What of the JDK full mode counts: what it does for the application, and nothing that it does on
 * the JVM's account, at moments that depend on what has run before. A call site is linked when it
 * is first met, a method handle is compiled anew after 30 and after 127 calls, an accessor after
 * 15, a cache is filled again when the garbage collector has emptied it.
 */
enum JdkShare {
  /** The method's work is counted. */
  COUNTED,
  /** Whatever runs inside it is forgotten. */
  FORGOTTEN,
  /** It counts nothing itself, and what it calls counts as ever: it may be the application. */
  TRANSPARENT;

  /** Loads, links, reflects: counted code that it calls works for it, not for the application. */
  private static final String[] LINKAGE = {
    "java/lang/Class",
    "java/lang/Module",
    "java/lang/NamedPackage",
    "java/lang/PublicMethods",
    "java/lang/invoke/",
    "java/lang/module/",
    "java/lang/reflect/",
    "java/net/URLClassLoader",
    "java/security/SecureClassLoader",
    "java/util/ResourceBundle",
    "jdk/internal/loader/",
    "jdk/internal/module/",
    "jdk/internal/reflect/",
    "jdk/internal/util/Referenc",
    "sun/instrument/",
    "sun/invoke/",
    "sun/reflect/",
    "sun/util/locale/BaseLocale",
    "sun/util/locale/LocaleObjectCache",
    "sun/util/resources/"
  };

  /** Starts, parks and switches threads, reads jars, asks the JVM. */
  private static final String[] MACHINERY = {
    "java/lang/instrument/",
    "java/lang/ref/",
    "java/lang/Lightspeed",
    "java/lang/Object",
    "java/lang/Shutdown",
    "java/lang/StackTrace",
    "java/lang/System",
    "java/lang/Thread",
    "java/security/AccessController",
    "java/util/concurrent/locks/",
    "java/util/jar/",
    "java/util/zip/Zip",
    "jdk/internal/",
    "sun/launcher/",
    "sun/misc/"
  };

  private static final String[] NO_MACHINERY = {
    "jdk/internal/math/", "jdk/internal/util/", "jdk/internal/icu/"
  };

  /**
   * What the JVM itself throws. Hot code that C2 has compiled throws one that was made beforehand,
   * and the constructor does not run any more.
   */
  private static final Set<String> THROWN_BY_JVM =
      Set.of(
          "java/lang/ArithmeticException",
          "java/lang/ArrayIndexOutOfBoundsException",
          "java/lang/ArrayStoreException",
          "java/lang/ClassCastException",
          "java/lang/NullPointerException");

  /** Whether methods of {@code name}, of the JDK, are counted or forgotten. */
  static boolean concerns(String name) {
    return isLinkage(name)
        || !CountedClasses.startsWithAny(name, MACHINERY)
        || CountedClasses.startsWithAny(name, NO_MACHINERY);
  }

  /** What becomes of {@code method}, which has code, in the class {@code owner} of the JDK. */
  static JdkShare of(String owner, MethodNode method) {
    boolean constructs = method.name.equals("<init>");
    if (constructs && THROWN_BY_JVM.contains(owner)) {
      return FORGOTTEN;
    }
    if (isLinkage(owner)) {
      return constructs || !calls(method) || runsApplication(method) ? TRANSPARENT : FORGOTTEN;
    }
    return Intrinsics.isOne(owner, method) ? FORGOTTEN : COUNTED;
  }

  private static boolean isLinkage(String name) {
    return CountedClasses.startsWithAny(name, LINKAGE);
  }

  private static boolean calls(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode || instruction instanceof InvokeDynamicInsnNode) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether {@code method} invokes a method handle, a method or a constructor that it was given.
   */
  private static boolean runsApplication(MethodNode method) {
    for (AbstractInsnNode instruction : method.instructions) {
      if (instruction instanceof MethodInsnNode call
          && isLinkage(call.owner)
          && (call.name.startsWith("invoke")
              || call.name.startsWith("interpret")
              || call.name.startsWith("linkTo")
              || call.name.startsWith("newInstance")
              || call.name.equals("computeValue"))) {
        return true;
      }
    }
    return false;
  }
}
