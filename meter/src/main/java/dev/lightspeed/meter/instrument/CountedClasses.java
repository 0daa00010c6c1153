package dev.lightspeed.meter.instrument;

import dev.lightspeed.meter.layout.PinnedLayout;
import dev.lightspeed.meter.price.JdkNames;
import org.jspecify.annotations.Nullable;

/**
 * Which classes are counted: all but the JDK's, whose bytecode differs between releases, and those
 * of the harness and of agents, which are not the subject.
 */
public final class CountedClasses {

  private static final String SUBJECTS_IN_HARNESS = "dev/lightspeed/harness/workload/";

  /** The harness, and agents that may be there beside it: JaCoCo's, and those of IntelliJ IDEA. */
  private static final String[] NO_SUBJECTS = {
    "dev/lightspeed/meter/",
    "dev/lightspeed/harness/",
    "dev/lightspeed/cli/",
    "dev/lightspeed/junit/",
    "dev/lightspeed/maven/",
    "org/jacoco/agent/rt/",
    "com/intellij/rt/",
    "org/jetbrains/capture/"
  };

  private CountedClasses() {}

  /**
   * Whether the class {@code name} (with slashes) that {@code loader} defines in {@code module} is
   * counted.
   */
  public static boolean contains(
      @Nullable ClassLoader loader, @Nullable Module module, String name) {
    if (isJdkLoader(loader)) {
      return false;
    }
    if (name.startsWith(SUBJECTS_IN_HARNESS)) {
      return true;
    }
    return !JdkNames.contains(name) && !startsWithAny(name, NO_SUBJECTS) && !isJdkModule(module);
  }

  /** Whether the class {@code name} (with slashes) that {@code loader} defines is the JDK's. */
  static boolean isOfJdk(@Nullable ClassLoader loader, String name) {
    return loader == null
        || loader == ClassLoader.getPlatformClassLoader()
        || JdkNames.contains(name);
  }

  /** Whether {@code name} is a class of the JDK that full mode instruments. */
  public static boolean inFullMode(
      @Nullable ClassLoader loader, @Nullable Module module, String name) {
    boolean ofJdk = isJdkLoader(loader) || (JdkNames.contains(name) && isJdkModule(module));
    return ofJdk && !startsWithAny(name, NO_SUBJECTS) && JdkShare.concerns(name);
  }

  /** The JDK's tools (javac, jlink) are loaded by the application's loader. */
  private static boolean isJdkModule(@Nullable Module module) {
    return module != null && PinnedLayout.isOfJdk(module);
  }

  private static boolean isJdkLoader(@Nullable ClassLoader loader) {
    return loader == null || loader == ClassLoader.getPlatformClassLoader();
  }

  /** Whether {@code name} begins with one of {@code prefixes}. */
  static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
