package dev.lightspeed.meter.instrument;

/**
 * The internal names by which instrumented code calls the boot classes.
 *
 * @param counting of {@code Counting}
 * @param sizes of {@code Sizes}
 */
public record BootNames(String counting, String sizes) {

  /** Their names in the sources. */
  public static final BootNames PLAIN =
      new BootNames("dev/lightspeed/meter/boot/Counting", "dev/lightspeed/meter/boot/Sizes");

  /** Their names in a JVM with the agent: in the package that every class loader finds. */
  public static final BootNames IN_JAVA_LANG =
      new BootNames("java/lang/LightspeedCounting", "java/lang/LightspeedSizes");
}
