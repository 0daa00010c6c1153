package matrix;

import java.util.List;

/** What Java 18 to 21 added: patterns in switch, with guards, of records. */
public final class Java21 {

  sealed interface Node permits Leaf, Sum, Product {}

  record Leaf(int value) implements Node {}

  record Sum(Node left, Node right) implements Node {}

  record Product(Node left, Node right) implements Node {}

  private static int evaluate(Node node) {
    return switch (node) {
      case Leaf(int value) when value < 0 -> 0;
      case Leaf(int value) -> value;
      case Sum(Leaf(var a), Leaf(var b)) -> a + b;
      case Sum(Node left, Node right) -> evaluate(left) + evaluate(right);
      case Product(Node left, Node right) -> evaluate(left) * evaluate(right);
    };
  }

  public static Object recordPatterns() {
    Node sum = new Sum(new Leaf(2), new Leaf(3));
    return evaluate(new Product(sum, new Sum(sum, new Leaf(-4))));
  }

  private static String kind(Object object) {
    return switch (object) {
      case null -> "null";
      case Integer i when i > 10 -> "big";
      case Integer i -> "int" + i;
      case String s -> s;
      case int[] array -> "array" + array.length;
      case List<?> list -> "list" + list.size();
      default -> object.getClass().getSimpleName();
    };
  }

  public static Object patternSwitch() {
    StringBuilder all = new StringBuilder();
    for (Object object : new Object[] {null, 11, 5, "s", new int[2], List.of(1), 1L}) {
      all.append(kind(object)).append(' ');
    }
    return all.toString();
  }

  record Broken(int value) {
    @Override
    public int value() {
      throw new IllegalStateException("accessor");
    }
  }

  public static Object accessorThrowsInPattern() {
    Object object = new Broken(1);
    try {
      return object instanceof Broken(int value) ? value : -1;
    } catch (MatchException e) {
      return e.getCause().getMessage();
    }
  }

  enum Level {
    LOW,
    HIGH
  }

  public static Object enumsAmongPatterns() {
    int total = 0;
    for (Object object : new Object[] {Level.LOW, Level.HIGH, "x"}) {
      total +=
          switch (object) {
            case Level level when level == Level.HIGH -> 100;
            case Level level -> 10;
            default -> 1;
          };
    }
    return total;
  }
}
