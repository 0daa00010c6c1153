package dev.lightspeed.meter.price;

/** Tells the JDK's classes by their names, for every package: no class is loaded for that. */
public final class JdkNames {

  private JdkNames() {}

  /**
   * Whether {@code name} (with slashes) is that of a class of the JDK. The JDK uses such names
   * outside its own loaders too: proxies, reflective accessors.
   */
  public static boolean contains(String name) {
    return name.startsWith("java/")
        || name.startsWith("javax/")
        || name.startsWith("jdk/")
        || name.startsWith("sun/");
  }
}
