package dev.lightspeed.meter.price;

import dev.lightspeed.meter.layout.PinnedLayout;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of the instances that instrumented code makes. Instrumenting a class must not load
 * others, so it only gives them numbers; the first {@code new} asks for the size.
 */
public final class InstanceSizes implements IntUnaryOperator {

  /** A class as instrumented code names it. Loaders come and go. */
  private record Named(String name, WeakReference<@Nullable ClassLoader> loader) {}

  /** The boot loader is null, which this map takes for a key. */
  private final Map<@Nullable ClassLoader, Map<String, Integer>> byLoader = new WeakHashMap<>();

  private final List<Named> classes = new ArrayList<>();
  private final PriceTable prices;

  /** Sizes of which those of JDK classes come from {@code prices}. */
  public InstanceSizes(PriceTable prices) {
    this.prices = prices;
  }

  /** The number of the class that code of {@code loader} calls {@code name}, with slashes. */
  public synchronized int number(@Nullable ClassLoader loader, String name) {
    Map<String, Integer> numbers = byLoader.get(loader);
    if (numbers == null) {
      numbers = new LinkedHashMap<>();
      byLoader.put(loader, numbers);
    }
    Integer known = numbers.putIfAbsent(name, classes.size());
    if (known != null) {
      return known;
    }
    classes.add(new Named(name, new WeakReference<>(loader)));
    return classes.size() - 1;
  }

  /** Bytes of an instance of the class {@code number}, at least that of a header, aligned. */
  @Override
  public int applyAsInt(int number) {
    Named named;
    synchronized (this) {
      named = classes.get(number);
    }
    try {
      return bytes(Class.forName(named.name().replace('/', '.'), false, named.loader().get()));
    } catch (ClassNotFoundException | LinkageError e) {
      // A hidden class knows itself by a name that nobody else finds.
      return (int) PinnedLayout.align(PinnedLayout.HEADER);
    }
  }

  /** Bytes of an instance of {@code type}: header and fields; of the JDK's part as published. */
  int bytes(Class<?> type) {
    Class<?> jdkClass = PinnedLayout.firstOfJdk(type);
    long fields = PinnedLayout.bytesOfFields(type, jdkClass);
    int bare = PinnedLayout.bareBytes(jdkClass.getName());
    return bare > 0
        ? (int) PinnedLayout.align(bare + fields)
        : (int)
            (prices.newBytes(jdkClass.getName().replace('.', '/')) + PinnedLayout.align(fields));
  }
}
