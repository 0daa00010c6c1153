package dev.lightspeed.meter.price;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The prices of calls into the JDK: the file {@code prices.txt} beside this class, whose head says
 * how it is written. It is part of the version of the weights.
 */
public final class PriceTable {

  /** What the head of the file lists. */
  private static final List<String> SIZES =
      split(
          "length elements scanned shifted tree words value memory absent yes uncached streamed"
              + " collected sought consumed region",
          " ");

  /** The table in use; read when it is first asked. */
  public static final PriceTable INSTANCE = new PriceTable(null, true);

  /** The same, but every call is free of further charges. */
  public static final PriceTable FREE = new PriceTable(null, false);

  /** In front of the package of what costs more than its bytecodes tell. */
  private static final String SURCHARGE = "+";

  private final @Nullable Entries entries;
  private final boolean charges;

  /**
   * The table that {@code text} holds.
   *
   * @throws IllegalStateException if a line cannot be read
   */
  public PriceTable(String text) {
    this(new Entries(text), true);
  }

  /** A table of these, or of the published ones if they are null. */
  private PriceTable(@Nullable Entries entries, boolean charges) {
    this.entries = entries;
    this.charges = charges;
  }

  private Entries entries() {
    return entries == null ? Published.ENTRIES : entries;
  }

  /** The file beside this class. */
  private static final class Published {
    static final Entries ENTRIES = new Entries(text());
  }

  /**
   * The price of a call, or null if the table has none for it.
   *
   * @param owner internal name of the class that the call names
   */
  @Nullable Price find(String owner, String name, String descriptor) {
    return charges ? listed(owner, name, descriptor) : null;
  }

  private @Nullable Price listed(String owner, String name, String descriptor) {
    Map<String, Price> prices = entries().byOwner.get(owner);
    if (prices == null) {
      return null;
    }
    Price exact = prices.get(name + MethodNames.parameters(descriptor));
    return exact != null ? exact : prices.get(name);
  }

  /** Whether the price is that of a small method; also if nothing is charged. */
  boolean isSmall(String owner, String name, String descriptor) {
    Price price = listed(owner, name, descriptor);
    return price != null && price.isSmall();
  }

  /** What a call costs in full mode on top of what is counted inside. */
  Price surcharge(String owner, String name, String descriptor) {
    Price price = find(SURCHARGE + owner, name, descriptor);
    return price == null ? Price.NOTHING : price;
  }

  /** The price of a call that the table does not list: that of its like. */
  Price unlisted(String owner, String name) {
    boolean thrown = owner.endsWith("Exception") || owner.endsWith("Error");
    String like = thrown && name.equals("<init>") ? "exception" : "call";
    Price price = charges ? listed("unlisted", like, "()V") : Price.NOTHING;
    if (price == null) {
      throw new IllegalStateException("prices.txt: no price for an unlisted " + like);
    }
    return price;
  }

  /** Bytes of a new instance of a JDK class without its content, as {@code new} allocates it. */
  public int newBytes(String name) {
    Integer bytes = entries().newBytes.get(name);
    if (bytes != null) {
      return bytes;
    }
    return name.endsWith("Exception") || name.endsWith("Error") ? 40 : 24;
  }

  /** The lines of a table. */
  private static final class Entries {

    private final Map<String, Map<String, Price>> byOwner = new LinkedHashMap<>();
    private final Map<String, Integer> newBytes = new LinkedHashMap<>();
    private String folder = "";

    Entries(String text) {
      int number = 0;
      for (String line : split(text, "\n")) {
        number++;
        try {
          read(line.strip());
        } catch (RuntimeException e) {
          throw new IllegalStateException("prices.txt:" + number + ": '" + line + "'", e);
        }
      }
    }

    private void read(String line) {
      if (line.isEmpty() || line.startsWith("#")) {
        return;
      }
      if (line.startsWith("[")) {
        String name = line.substring(1, line.length() - 1);
        folder = name.isEmpty() ? "" : name.replace('.', '/') + "/";
        return;
      }
      List<String> columns = columns(line);
      if (columns.size() < 3 || columns.size() > 4) {
        throw new IllegalArgumentException("expected: classes  methods  units  bytes");
      }
      for (String owner : split(columns.get(0), ",")) {
        add(folder + owner, columns);
      }
    }

    private void add(String owner, List<String> columns) {
      if (columns.get(1).equals("new")) {
        newBytes.put(owner, Integer.parseInt(columns.get(2)));
        return;
      }
      Price price = price(columns.get(2), columns.size() > 3 ? columns.get(3) : "0");
      Map<String, Price> prices = byOwner.get(owner);
      if (prices == null) {
        prices = new LinkedHashMap<>();
        byOwner.put(owner, prices);
      }
      for (String method : split(columns.get(1), " ")) {
        if (prices.put(method, price) != null) {
          throw new IllegalArgumentException(owner + "." + method + " has two prices");
        }
      }
    }
  }

  private static List<String> columns(String line) {
    List<String> columns = new ArrayList<>();
    for (String column : split(line, "  ")) {
      if (!column.isBlank()) {
        columns.add(column.strip());
      }
    }
    return columns;
  }

  /** The parts between {@code separator}; the JVM starts faster without regular expressions. */
  private static List<String> split(String text, String separator) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static Price price(String units, String bytes) {
    List<String> cpu = split(units, " + ");
    List<String> memory = split(bytes, " + ");
    if (cpu.size() > 2 || memory.size() > 2) {
      String wrong = cpu.size() > 2 ? units : bytes;
      throw new IllegalArgumentException("'" + wrong + "', expected one size");
    }
    Price.BySize bytesBySize = memory.size() > 1 ? term(memory.get(1)) : null;
    if (bytesBySize != null && bytesBySize.curve() != Price.Curve.LINEAR) {
      throw new IllegalArgumentException("'" + memory.get(1) + "', bytes grow with n only");
    }
    return new Price(
        Integer.parseInt(cpu.get(0)),
        cpu.size() > 1 ? term(cpu.get(1)) : null,
        Integer.parseInt(memory.get(0)),
        bytesBySize);
  }

  /** {@code 8 length(this)}, {@code 3/16 nlogn length(1)}, {@code 2 words(this) words(1)}. */
  private static Price.BySize term(String text) {
    List<String> words = split(text, " ");
    List<String> factor = split(words.get(0), "/");
    int sixteenths = Integer.parseInt(factor.get(0)) * (factor.size() > 1 ? 1 : 16);
    if (factor.size() > 1 && !factor.get(1).equals("16")) {
      throw new IllegalArgumentException("'" + words.get(0) + "', expected sixteenths");
    }
    Price.Curve curve =
        switch (words.size() > 1 ? words.get(1) : "") {
          case "log" -> Price.Curve.LOG;
          case "nlogn" -> Price.Curve.NLOGN;
          default -> words.size() > 2 ? Price.Curve.PRODUCT : Price.Curve.LINEAR;
        };
    boolean named = curve == Price.Curve.LOG || curve == Price.Curve.NLOGN;
    List<Price.SizeOf> sizes = new ArrayList<>();
    for (String size : words.subList(named ? 2 : 1, words.size())) {
      sizes.add(size(size));
    }
    if (sizes.size() != (curve == Price.Curve.PRODUCT ? 2 : 1)) {
      throw new IllegalArgumentException("'" + text + "', expected a size");
    }
    if (curve == Price.Curve.PRODUCT && sizes.get(0).what().equals("sought")) {
      // The second size is where the search begins.
      return new Price.BySize(sixteenths, Price.Curve.LINEAR, sizes);
    }
    return new Price.BySize(sixteenths, curve, sizes);
  }

  private static Price.SizeOf size(String text) {
    int bracket = text.indexOf('(');
    if (bracket < 0 || !text.endsWith(")")) {
      throw new IllegalArgumentException("'" + text + "', expected a size of an operand");
    }
    String what = text.substring(0, bracket);
    if (!SIZES.contains(what)) {
      throw new IllegalArgumentException("there is no size '" + what + "'");
    }
    String of = text.substring(bracket + 1, text.length() - 1);
    return new Price.SizeOf(
        what,
        switch (of) {
          case "this" -> Price.SizeOf.THIS;
          case "result" -> Price.SizeOf.RESULT;
          default -> Integer.parseInt(of);
        });
  }

  /** The lines of the table, as they are published. */
  static String text() {
    try (InputStream in = PriceTable.class.getResourceAsStream("prices.txt")) {
      if (in == null) {
        throw new IllegalStateException("prices.txt is missing from the meter's jar");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("prices.txt is unreadable", e);
    }
  }
}
