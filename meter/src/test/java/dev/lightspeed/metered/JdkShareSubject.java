package dev.lightspeed.metered;

import dev.lightspeed.meter.Meter;
import dev.lightspeed.meter.MeterMode;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamReader;

/**
 * Calls the JDK in ways that full mode counts differently. Prints, mode by mode, a line a case: its
 * name, its units and bytes for the small size, and for the large one; and whether references to
 * methods, which were loaded before, count what lambdas do.
 */
public final class JdkShareSubject {

  private static final int SMALL = 10;
  private static final int LARGE = 1_000;

  /** A key that the application compares. */
  private record Key(int value) {}

  /** Does something with what was made before. */
  private interface Case {
    Object run() throws Exception;
  }

  /** A case of either size. */
  private record Sizes(Case small, Case large) {}

  /** Makes a case of a size. */
  private interface Maker {
    Case of(int size) throws Exception;
  }

  private static final Map<String, Maker> MAKERS = new LinkedHashMap<>();

  static {
    MAKERS.put("charAt", JdkShareSubject::characters);
    MAKERS.put("TreeMap.get", size -> lookup(size, false));
    MAKERS.put("TreeMap.put", size -> lookup(size, true));
    MAKERS.put("StAX", JdkShareSubject::markup);
    MAKERS.put("copyOf", size -> copy(new String[size]));
    MAKERS.put("SHA-256", size -> digest(new byte[64 * size]));
  }

  private JdkShareSubject() {}

  private static Case characters(int size) {
    String text = "x".repeat(size);
    return () -> {
      int sum = 0;
      for (int i = 0; i < text.length(); i++) {
        sum += text.charAt(i);
      }
      return sum;
    };
  }

  /** By the name of the class, whose put calls another; of a key that is there. */
  private static Case lookup(int size, boolean put) {
    Comparator<Key> order = (a, b) -> a.value - b.value;
    TreeMap<Key, String> map = new TreeMap<>(order);
    for (int i = 0; i < size; i++) {
      map.put(new Key(i), "");
    }
    Key first = new Key(0);
    return put ? () -> map.put(first, "") != null : () -> map.get(first) != null;
  }

  private static Case markup(int size) {
    String text = "<a>" + "x".repeat(size) + "</a>";
    XMLInputFactory factory = XMLInputFactory.newInstance();
    return () -> {
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text));
      reader.next();
      reader.next();
      return reader.getTextLength();
    };
  }

  private static Case copy(String[] array) {
    return () -> Arrays.copyOf(array, array.length).length;
  }

  private static Case digest(byte[] bytes) throws GeneralSecurityException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    return () -> {
      digest.update(bytes);
      return digest.digest()[0];
    };
  }

  /** Takes no arguments. */
  public static void main(String[] args) throws Exception {
    Map<String, Sizes> cases = new LinkedHashMap<>();
    for (Map.Entry<String, Maker> maker : MAKERS.entrySet()) {
      Maker of = maker.getValue();
      cases.put(maker.getKey(), new Sizes(of.of(SMALL), of.of(LARGE)));
    }
    print(MeterMode.PORTABLE, false, cases);
    print(MeterMode.FULL, false, cases);
    print(MeterMode.PORTABLE, true, cases);
    System.out.println("not counted: " + Meter.require().uninstrumented());
  }

  private static void print(MeterMode mode, boolean attributing, Map<String, Sizes> cases)
      throws InterruptedException {
    Meter.require().configure(mode, attributing);
    StringBuilder lines = new StringBuilder();
    String prefix = mode.word() + (attributing ? " attributing " : " ");
    Runnable work =
        () -> {
          cases.forEach(
              (name, sizes) ->
                  lines
                      .append(prefix + name + ": ")
                      .append(counted(sizes.small()) + " " + counted(sizes.large()) + "\n"));
          lines.append(prefix + "references: " + references() + "\n");
        };
    Thread thread = Meter.require().newThread(work, "subject");
    thread.start();
    thread.join();
    System.out.print(lines);
  }

  private static String counted(Case asked) {
    try {
      Meter meter = Meter.require();
      Object first = asked.run();
      long units = meter.units();
      long bytes = meter.allocatedBytes();
      Object second = asked.run();
      units = meter.units() - units;
      bytes = meter.allocatedBytes() - bytes;
      return first.equals(second) ? units + " " + bytes : "varies";
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** How many references to methods count what the lambda beside them does, and how many do not. */
  private static String references() {
    int equal = 0;
    int different = 0;
    for (Method lambda : ReferenceSubjects.class.getMethods()) {
      String name = lambda.getName();
      if (name.endsWith("Lambda") && lambda.getParameterCount() == 0) {
        Method reference = reference(name.substring(0, name.length() - "Lambda".length()));
        if (counted(() -> reference.invoke(null)).equals(counted(() -> lambda.invoke(null)))) {
          equal++;
        } else {
          different++;
        }
      }
    }
    return equal + " " + different;
  }

  private static Method reference(String name) {
    try {
      return ReferenceSubjects.class.getMethod(name);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
