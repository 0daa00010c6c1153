package dev.lightspeed.harness.flame;

import dev.lightspeed.harness.attribution.MethodName;

/** Which class of the style sheet a frame has. */
final class Paint {

  private static final int HUES = 8;

  private Paint() {}

  /** By who wrote the method: the JDK is grey, and each class has one of a few colours. */
  static String ofFrame(String frame, int depth) {
    if (depth == 0) {
      return "root";
    }
    MethodName name = MethodName.of(frame);
    if (!name.isMethod()) {
      return "kind";
    }
    return name.isJdk() ? "jdk" : "h" + hue(name.owner());
  }

  /**
   * By how much the frame grew or shrank, beside the larger of the two: {@code g1} to {@code g5},
   * {@code s1} to {@code s5}, {@code same}.
   */
  static String ofChange(long before, long now) {
    if (before == now) {
      return "same";
    }
    double share = Math.abs((double) now - before) / Math.max(before, now);
    int step = share < 0.01 ? 1 : share < 0.05 ? 2 : share < 0.2 ? 3 : share < 0.5 ? 4 : 5;
    return (now > before ? "g" : "s") + step;
  }

  /** A class and those within it share a colour. */
  private static int hue(String owner) {
    int dollar = owner.indexOf('$');
    String top = dollar < 0 ? owner : owner.substring(0, dollar);
    return Math.floorMod((top.hashCode() * 0x9E3779B9) >>> 16, HUES);
  }
}
