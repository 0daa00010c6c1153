package matrix;

/** What Java 22 to 25 added: code in front of super(), unnamed variables. */
public final class Java25 {

  static class Base {
    final int value;

    Base(int value) {
      this.value = value;
      seen();
    }

    void seen() {}
  }

  static final class Checked extends Base {
    private final long wide;
    private int seen;

    Checked(int value, long wide) {
      if (value < 0) {
        throw new IllegalArgumentException("negative");
      }
      int doubled = 0;
      for (int i = 0; i < value; i++) {
        doubled += 2;
      }
      this.wide = wide + doubled;
      super(doubled);
      try {
        seen += 10 / value;
      } catch (ArithmeticException e) {
        seen = -1;
      }
    }

    Checked(String text) {
      int parsed;
      try {
        parsed = Integer.parseInt(text);
      } catch (NumberFormatException _) {
        parsed = text.length();
      } finally {
        text = "";
      }
      this(parsed, switch (parsed) {
        case 1 -> 10L;
        case 2 -> new StringBuilder(parsed > 1 ? "ab" : "c").length();
        default -> 30L;
      });
    }

    @Override
    void seen() {
      seen = (int) wide;
    }
  }

  public static Object codeInFrontOfSuper() {
    Checked checked = new Checked(4, 100L);
    return checked.value + "," + checked.wide + "," + checked.seen;
  }

  public static Object exceptionInFrontOfSuper() {
    try {
      return new Checked(-1, 0).value;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  public static Object handlersInFrontOfThis() {
    long total = 0;
    for (String text : new String[] {"1", "2", "three", "0"}) {
      Checked checked = new Checked(text);
      total += checked.value + checked.wide * 10 + checked.seen;
    }
    return total;
  }

  record Point(int x, int y) {}

  public static Object unnamedPatterns() {
    Object point = new Point(1, 2);
    int total = 0;
    for (int _ : new int[3]) {
      total += point instanceof Point(_, var y) ? y : 0;
    }
    return total;
  }
}
