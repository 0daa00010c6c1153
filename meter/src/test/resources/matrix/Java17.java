package matrix;

/** What Java 12 to 17 added: switch expressions, text blocks, records, sealed types, patterns. */
public final class Java17 {

  sealed interface Shape permits Circle, Square, Group {}

  record Circle(int radius) implements Shape {
    Circle {
      if (radius < 0) {
        throw new IllegalArgumentException("radius");
      }
    }
  }

  record Square(int side, String name) implements Shape {
    static int made;

    Square(int side) {
      this(side, "square" + made++ % 1);
    }
  }

  record Group(Shape... shapes) implements Shape {}

  private static int area(Shape shape) {
    if (shape instanceof Circle circle && circle.radius() > 1) {
      return 3 * circle.radius() * circle.radius();
    }
    if (!(shape instanceof Group group)) {
      return shape instanceof Square square ? square.side() * square.side() : 0;
    }
    int total = 0;
    for (Shape one : group.shapes()) {
      total += area(one);
    }
    return total;
  }

  public static Object patternsOverSealedTypes() {
    return area(new Group(new Circle(1), new Circle(2), new Square(3), new Group()));
  }

  public static Object recordMethods() {
    Square square = new Square(2, "x");
    return square.equals(new Square(2, "x"))
        + square.toString()
        + square.hashCode()
        + new Circle(3).equals(square);
  }

  public static Object compactConstructorThrows() {
    try {
      return new Circle(-1);
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  enum Day {
    MONDAY,
    TUESDAY,
    SUNDAY
  }

  public static Object switchExpressions() {
    int total = 0;
    for (Day day : Day.values()) {
      total +=
          switch (day) {
            case MONDAY, TUESDAY -> day.ordinal() + 1;
            case SUNDAY -> {
              try {
                yield 10 / (day.ordinal() - 2);
              } catch (ArithmeticException e) {
                yield 50;
              }
            }
          };
      // With something on the operand stack.
      total = total + switch (day.name().length()) {
        case 6 -> 1;
        case 7 -> 2;
        default -> throw new IllegalStateException();
      };
    }
    return total;
  }

  public static Object textBlocks() {
    return """
        a
          "b" \
        c
        """.length();
  }

  public static Object localRecordsAndEnums() {
    record Pair(int a, int b) {}
    enum Local {
      ONE,
      TWO
    }
    interface Adder {
      int add(Pair pair);
    }
    Adder adder = pair -> pair.a() + pair.b() + Local.values().length;
    return adder.add(new Pair(1, 2));
  }
}
