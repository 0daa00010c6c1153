package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Asks the JDK for what has a price by what it keeps in fields. Prints a line a case: its name, how
 * many units and bytes it costs for the small size, and for the large one.
 */
public final class SizesSubject {

  private static final int SMALL = 10;
  private static final int LARGE = 1_000;

  private static final Pattern A = Pattern.compile("a");
  private static final Pattern B = Pattern.compile("b");
  private static final Pattern A_OR_B_AT_THE_END = Pattern.compile("^a|b");
  private static final Pattern CDE = Pattern.compile("cde");

  private static int questions;

  /** Does something with something of a size. */
  private interface Case {
    Object run(Given given);
  }

  /** What the cases are given, made before they are measured. */
  private record Given(
      int size,
      List<String> list,
      List<String> immutable,
      Set<String> set,
      Collection<String> own,
      String text) {

    static Given of(int size) {
      List<String> list = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        list.add("e" + i);
      }
      String text = "a".repeat(size - 1) + "b";
      return new Given(size, list, List.copyOf(list), Set.copyOf(list), new Own(list), text);
    }
  }

  /** A collection of the application, which notes who asks for its size. */
  private static final class Own extends AbstractCollection<String> {
    private final List<String> elements;

    Own(List<String> elements) {
      this.elements = elements;
    }

    @Override
    public Iterator<String> iterator() {
      return elements.iterator();
    }

    @Override
    public int size() {
      questions++;
      return 0;
    }
  }

  /** A list of the same kind. */
  private static final class OwnList extends AbstractList<String> implements RandomAccess {
    @Override
    public String get(int index) {
      return "";
    }

    @Override
    public int size() {
      questions++;
      return 0;
    }
  }

  private static final Map<String, Case> CASES = new LinkedHashMap<>();

  static {
    Predicate<Object> all = Predicate.not(Predicate.isEqual(null));
    CASES.put("list", g -> g.list.stream().count());
    CASES.put("set", g -> g.set.stream().count());
    CASES.put("immutable list", g -> g.immutable.stream().count());
    CASES.put("unmodifiable", g -> Collections.unmodifiableList(g.list).stream().count());
    CASES.put("sub list", g -> g.list.subList(0, g.size).stream().count());
    CASES.put("range", g -> IntStream.range(0, g.size).sum());
    CASES.put("array", g -> Arrays.stream(new int[g.size]).sum());
    CASES.put("concatenated", g -> Stream.concat(g.list.stream(), g.set.stream()).count());
    CASES.put("parallel", g -> g.list.stream().parallel().count());
    CASES.put("filtered", g -> g.list.stream().filter(all).count());
    CASES.put("sorted", g -> g.list.stream().sorted().count());
    CASES.put("distinct", g -> g.list.stream().distinct().count());
    CASES.put("all stages", g -> g.list.stream().filter(all).distinct().sorted().skip(1).count());
    CASES.put("collected", g -> g.list.stream().collect(Collectors.counting()));
    CASES.put(
        "filtered, collected", g -> g.list.stream().filter(all).collect(Collectors.counting()));
    CASES.put("own", g -> g.own.stream().count());
    CASES.put("own in views", g -> Collections.unmodifiableCollection(g.own).stream().count());
    CASES.put("own list", g -> new OwnList().stream().count());
    CASES.put("own concatenated", g -> Stream.concat(g.own.stream(), g.own.stream()).count());
    CASES.put(
        "own passed on",
        g -> StreamSupport.stream(g.own.stream().skip(0).spliterator(), false).count());
    CASES.put("used", g -> used(g.list.stream()));
    CASES.put("closed", g -> closed(g.list.stream()));
    CASES.put("found at the end", g -> B.matcher(g.text).find());
    CASES.put("found in front", g -> A.matcher(g.text).find());
    CASES.put("not found", g -> CDE.matcher(g.text).find());
    CASES.put("found again", g -> findTwice(A_OR_B_AT_THE_END, g.text, false));
    CASES.put("found, reset", g -> findTwice(B, g.text, true));
    CASES.put("in a region", g -> B.matcher(g.text).region(g.size / 2, g.size).find());
  }

  private SizesSubject() {}

  private static Object used(Stream<String> stream) {
    long first = stream.count();
    try {
      return stream.count();
    } catch (IllegalStateException e) {
      return first;
    }
  }

  private static Object closed(Stream<String> stream) {
    stream.close();
    try {
      return stream.count();
    } catch (IllegalStateException e) {
      return 0;
    }
  }

  private static boolean findTwice(Pattern pattern, String text, boolean reset) {
    Matcher matcher = pattern.matcher(text);
    boolean found = matcher.find();
    if (reset) {
      matcher.reset();
    }
    return found && matcher.find();
  }

  /** A receiver that is not there. */
  @SuppressWarnings("NullAway")
  private static String noMatcher(@Nullable Matcher matcher) {
    try {
      return "found " + matcher.find();
    } catch (NullPointerException e) {
      return "" + e.getMessage();
    }
  }

  @SuppressWarnings("NullAway")
  private static String noStream(@Nullable Stream<String> stream) {
    try {
      return "counted " + stream.count();
    } catch (NullPointerException e) {
      return "" + e.getMessage();
    }
  }

  /** Takes no arguments. Without the meter it only prints what does not depend on it. */
  public static void main(String[] args) throws Exception {
    List<Given> sizes = List.of(Given.of(SMALL), Given.of(LARGE));
    Runnable work =
        () ->
            CASES.forEach(
                (name, asked) -> {
                  StringBuilder line = new StringBuilder(name + ":");
                  sizes.forEach(given -> line.append(' ').append(counted(asked, given)));
                  System.out.println(line);
                });
    if (Meter.isActive()) {
      Thread thread = Meter.require().newThread(work, "subject");
      thread.start();
      thread.join();
    } else {
      CASES.values().forEach(asked -> sizes.forEach(given -> twice(asked, given)));
    }
    System.out.println("questions " + questions);
    System.out.println(noMatcher(null));
    System.out.println(noStream(null));
  }

  private static void twice(Case asked, Given given) {
    Object first = asked.run(given);
    if (!first.equals(asked.run(given))) {
      throw new IllegalStateException("varies");
    }
  }

  private static String counted(Case asked, Given given) {
    Object first = asked.run(given);
    Meter meter = Meter.require();
    long units = meter.units();
    long bytes = meter.allocatedBytes();
    Object second = asked.run(given);
    units = meter.units() - units;
    bytes = meter.allocatedBytes() - bytes;
    return first.equals(second) ? units + " " + bytes : "varies";
  }
}
