package dev.lightspeed.metered;

import java.util.AbstractMap;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Methods that call the JDK with something that has a size. Loaded instrumented by tests. */
public final class PricedSubjects {

  /** A map of the application, which notes who asks for its size. */
  private static final class Curious extends AbstractMap<String, String> {
    private int questions;

    @Override
    public int size() {
      questions++;
      return 1;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
      return Set.of(Map.entry("key", "value"));
    }
  }

  private PricedSubjects() {}

  /** One call whose price grows with {@code n}. */
  public static int sorted(int n) {
    int[] array = new int[n];
    Arrays.sort(array);
    return array.length;
  }

  /** How often an application's map is asked for its size when its view is asked for something. */
  public static int questions() {
    Curious map = new Curious();
    boolean isThere = map.keySet().contains("key");
    return isThere ? map.questions : -1;
  }

  /** Asks a receiver that lies below an argument. */
  public static boolean contains(List<String> list, String text) {
    return list.contains(text);
  }
}
