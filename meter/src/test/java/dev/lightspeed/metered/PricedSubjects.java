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

  /** A search from the start. */
  public static int indexOf(String text, char sought) {
    return text.indexOf(sought);
  }

  /** A search from an index. */
  public static int indexOfFrom(String text, char sought, int from) {
    return text.indexOf(sought, from);
  }

  /** A search for a text, each of which may be null. */
  public static int indexOfText(String text, String sought) {
    return text.indexOf(sought);
  }

  /** A long above what is measured. */
  public static long[] filled(int n, long value) {
    long[] array = new long[n];
    Arrays.fill(array, value);
    return array;
  }

  /** A double above what is measured, which a range lies between. */
  public static double[] filledBetween(double[] array, int from, int to, double value) {
    Arrays.fill(array, from, to, value);
    return array;
  }

  /** A call by the name of an interface. */
  public static int compared(Comparable<String> one, String other) {
    return one.compareTo(other);
  }

  /** A constructor with something of a size. */
  public static String made(char[] characters) {
    return new String(characters);
  }

  /** Another, of which two arguments are measured, below and above others. */
  public static String madeOfPart(char[] characters, int from, int count) {
    return new String(characters, from, count);
  }
}
