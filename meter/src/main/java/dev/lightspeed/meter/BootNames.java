package dev.lightspeed.meter;

/**
 * The internal names by which instrumented code calls the boot classes.
 *
 * @param counting of {@code Counting}
 * @param sizes of {@code Sizes}
 * @param fields of {@code JdkFields}, which only {@code Sizes} calls
 */
record BootNames(String counting, String sizes, String fields) {

  /** Their names in the sources. */
  static final BootNames PLAIN =
      new BootNames(
          "dev/lightspeed/meter/boot/Counting",
          "dev/lightspeed/meter/boot/Sizes",
          "dev/lightspeed/meter/boot/JdkFields");

  /** Their names in a JVM with the agent: in the package that every class loader finds. */
  static final BootNames IN_JAVA_LANG =
      new BootNames(
          "java/lang/LightspeedCounting",
          "java/lang/LightspeedSizes",
          "java/lang/LightspeedJdkFields");

  /** The name in {@code to} of what is called {@code name} here; other names stay as they are. */
  String renamed(String name, BootNames to) {
    if (name.equals(counting)) {
      return to.counting;
    }
    if (name.equals(fields)) {
      return to.fields;
    }
    return name.equals(sizes) ? to.sizes : name;
  }
}
