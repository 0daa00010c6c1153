package dev.lightspeed.metered;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamClass;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Function;
import java.util.function.IntBinaryOperator;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.LongBinaryOperator;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * References to methods of the JDK. Beside each {@code x} there is {@code xLambda}, which says the
 * same by a lambda. Loaded instrumented by tests.
 */
public final class ReferenceSubjects {

  /** Two methods that do the same, which a compiler joins by a bridge. */
  private interface Change extends Function<String, String> {
    @Override
    String apply(String text);
  }

  /** References in an interface. */
  private interface Shape {
    default int length(String text) {
      ToIntFunction<String> length = String::length;
      return length.applyAsInt(text);
    }

    default int lengthLambda(String text) {
      ToIntFunction<String> length = t -> t.length();
      return length.applyAsInt(text);
    }

    static int max(int a, int b) {
      IntBinaryOperator max = Math::max;
      return max.applyAsInt(a, b);
    }

    static int maxLambda(int a, int b) {
      IntBinaryOperator max = (x, y) -> Math.max(x, y);
      return max.applyAsInt(a, b);
    }
  }

  /** Refers to what it inherits from the JDK. */
  private static final class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;

    Consumer<String> adder() {
      return super::add;
    }

    Supplier<Integer> sizer() {
      return this::size;
    }

    @Override
    public boolean add(String name) {
      return super.add(name + "!");
    }
  }

  private ReferenceSubjects() {}

  public static int ofStatic() {
    IntBinaryOperator max = Math::max;
    return max.applyAsInt(3, 4);
  }

  public static int ofStaticLambda() {
    IntBinaryOperator max = (a, b) -> Math.max(a, b);
    return max.applyAsInt(3, 4);
  }

  public static int ofVirtual() {
    ToIntFunction<String> hash = String::hashCode;
    return hash.applyAsInt("a text of some length");
  }

  public static int ofVirtualLambda() {
    ToIntFunction<String> hash = text -> text.hashCode();
    return hash.applyAsInt("a text of some length");
  }

  public static boolean ofInterface() {
    BiPredicate<Collection<String>, String> contains = Collection::contains;
    return contains.test(List.of("a", "b"), "b");
  }

  public static boolean ofInterfaceLambda() {
    BiPredicate<Collection<String>, String> contains = (all, one) -> all.contains(one);
    return contains.test(List.of("a", "b"), "b");
  }

  public static List<String> ofConstructor() {
    Function<Collection<String>, List<String>> copy = ArrayList::new;
    return copy.apply(List.of("a", "b", "c"));
  }

  public static List<String> ofConstructorLambda() {
    Function<Collection<String>, List<String>> copy = all -> new ArrayList<>(all);
    return copy.apply(List.of("a", "b", "c"));
  }

  public static long ofLongs() {
    LongBinaryOperator sum = Long::sum;
    return sum.applyAsLong(1L << 40, 5);
  }

  public static long ofLongsLambda() {
    LongBinaryOperator sum = (a, b) -> Long.sum(a, b);
    return sum.applyAsLong(1L << 40, 5);
  }

  public static double ofDoubles() {
    DoubleBinaryOperator power = Math::pow;
    return power.applyAsDouble(2, 0.5);
  }

  public static double ofDoublesLambda() {
    DoubleBinaryOperator power = (a, b) -> Math.pow(a, b);
    return power.applyAsDouble(2, 0.5);
  }

  public static List<String> ofVoid() {
    List<String> list = new ArrayList<>(List.of("a"));
    Consumer<List<String>> clear = List::clear;
    clear.accept(list);
    return list;
  }

  public static List<String> ofVoidLambda() {
    List<String> list = new ArrayList<>(List.of("a"));
    Consumer<List<String>> clear = all -> all.clear();
    clear.accept(list);
    return list;
  }

  public static List<String> ofVarargs() {
    BiFunction<String, String, List<String>> list = Arrays::asList;
    return list.apply("a", "b");
  }

  public static List<String> ofVarargsLambda() {
    BiFunction<String, String, List<String>> list = (a, b) -> Arrays.asList(a, b);
    return list.apply("a", "b");
  }

  public static int ofArray() {
    IntFunction<int[]> array = int[]::new;
    return array.apply(7).length;
  }

  public static int ofArrayLambda() {
    IntFunction<int[]> array = n -> new int[n];
    return array.apply(7).length;
  }

  public static String ofBridge() {
    Change trim = String::trim;
    return trim.apply(" text ");
  }

  public static String ofBridgeLambda() {
    Change trim = text -> text.trim();
    return trim.apply(" text ");
  }

  public static int inInterface() {
    return new Shape() {}.length("text") + Shape.max(1, 2);
  }

  public static int inInterfaceLambda() {
    return new Shape() {}.lengthLambda("text") + Shape.maxLambda(1, 2);
  }

  /** The receiver is asked for once, and must not be null. */
  public static int bound(String text) {
    IntSupplier length = text::length;
    return length.getAsInt();
  }

  public static int boundLambda(String text) {
    IntSupplier length = () -> text.length();
    return length.getAsInt();
  }

  /** Of what the class inherits. */
  public static List<String> inherited() {
    Names names = new Names();
    names.add("a");
    names.adder().accept("b");
    names.adder().accept("c" + names.sizer().get());
    return names;
  }

  /** The same by an unbound receiver. */
  public static int inheritedUnbound() {
    ToIntFunction<Names> size = Names::size;
    Names names = new Names();
    names.add("a");
    return size.applyAsInt(names);
  }

  /** A chain of comparators. */
  public static List<String> sorted() {
    Map<String, Integer> counts = new TreeMap<>(Map.of("a", 2, "b", 1, "c", 2));
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(counts.entrySet());
    entries.sort(
        Comparator.<Map.Entry<String, Integer>, Integer>comparing(Map.Entry::getValue)
            .reversed()
            .thenComparing(Map.Entry::getKey, Comparator.reverseOrder()));
    List<String> keys = new ArrayList<>();
    entries.forEach(entry -> keys.add(entry.getKey()));
    return keys;
  }

  /** A reference that goes through a stream of bytes. */
  @SuppressWarnings("unchecked")
  public static int serialised() throws IOException, ClassNotFoundException {
    Function<String, Integer> length = (Function<String, Integer> & Serializable) String::length;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(length);
    }
    ClassLoader loader = ReferenceSubjects.class.getClassLoader();
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())) {
          @Override
          protected Class<?> resolveClass(ObjectStreamClass type) throws ClassNotFoundException {
            return Class.forName(type.getName(), false, loader);
          }
        }) {
      return ((Function<String, Integer>) in.readObject()).apply("text");
    }
  }
}
