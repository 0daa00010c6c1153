package dev.lightspeed.meter;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Type;

/**
 * The prices of calls into the JDK: the file {@code prices.txt} beside this class, whose head says
 * how it is written. It is part of the version of the weights.
 */
final class PriceTable {

  private static final Pattern ROW =
      Pattern.compile("(\\S+)\\s+(\\S.*?)\\s{2,}(\\S.*?)(?:\\s{2,}(\\S.*))?");
  private static final Pattern TERM =
      Pattern.compile("(\\d+)(?:/16)?(?: (log|nlogn))? (\\w+)\\((\\w+)\\)(?: (\\w+)\\((\\w+)\\))?");

  /** The table in use. */
  static final PriceTable INSTANCE = new PriceTable(text());

  /** Every call is free of further charges. */
  static final PriceTable FREE = new PriceTable("[]\nunlisted  call  0\nunlisted  exception  0\n");

  private final Map<String, Map<String, Price>> byOwner = new LinkedHashMap<>();
  private final Map<String, Integer> newBytes = new LinkedHashMap<>();
  private String folder = "";

  /**
   * The table that {@code text} holds.
   *
   * @throws IllegalStateException if a line cannot be read
   */
  PriceTable(String text) {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      try {
        read(line.strip());
      } catch (RuntimeException e) {
        throw new IllegalStateException("prices.txt:" + number + ": '" + line + "'", e);
      }
    }
  }

  /**
   * The price of a call, or null if the table has none for it.
   *
   * @param owner internal name of the class that the call names
   */
  @Nullable Price find(String owner, String name, String descriptor) {
    Map<String, Price> prices = byOwner.get(owner);
    if (prices == null) {
      return null;
    }
    Price exact = prices.get(name + parameters(descriptor));
    return exact != null ? exact : prices.get(name);
  }

  /** The price of a call that the table does not list: that of its like. */
  Price unlisted(String owner, String name) {
    boolean thrown = owner.endsWith("Exception") || owner.endsWith("Error");
    String like = thrown && name.equals("<init>") ? "exception" : "call";
    Price price = find("unlisted", like, "()V");
    if (price == null) {
      throw new IllegalStateException("prices.txt: no price for an unlisted " + like);
    }
    return price;
  }

  /** Bytes of a new instance of a JDK class without its content, as {@code new} allocates it. */
  int newBytes(String name) {
    Integer bytes = newBytes.get(name);
    if (bytes != null) {
      return bytes;
    }
    return name.endsWith("Exception") || name.endsWith("Error") ? 40 : 24;
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
    Matcher row = ROW.matcher(line);
    if (!row.matches()) {
      throw new IllegalArgumentException("expected: owners  methods  units  bytes");
    }
    List<String> owners =
        List.of(row.group(1).split(",", -1)).stream().map(owner -> folder + owner).toList();
    if (row.group(2).equals("new")) {
      owners.forEach(owner -> newBytes.put(owner, Integer.parseInt(row.group(3))));
      return;
    }
    Price price = price(row.group(3), row.group(4));
    for (String owner : owners) {
      Map<String, Price> prices = byOwner.computeIfAbsent(owner, o -> new LinkedHashMap<>());
      for (String method : row.group(2).split(" ", -1)) {
        if (prices.put(method, price) != null) {
          throw new IllegalArgumentException(owner + "." + method + " has two prices");
        }
      }
    }
  }

  private static Price price(String units, @Nullable String bytes) {
    String[] cpu = units.split(" \\+ ", -1);
    String[] memory = bytes == null ? new String[] {"0"} : bytes.split(" \\+ ", -1);
    return new Price(
        Integer.parseInt(cpu[0]),
        cpu.length > 1 ? term(cpu[1]) : null,
        Integer.parseInt(memory[0]),
        memory.length > 1 ? term(memory[1]) : null);
  }

  private static Price.BySize term(String text) {
    Matcher term = TERM.matcher(text);
    if (!term.matches()) {
      throw new IllegalArgumentException("'" + text + "', expected such as '8/16 length(this)'");
    }
    int sixteenths = Integer.parseInt(term.group(1)) * (text.contains("/16") ? 1 : 16);
    List<Price.Measure> measures = new ArrayList<>();
    measures.add(measure(term.group(3), term.group(4)));
    Price.Curve curve = Price.Curve.LINEAR;
    if (term.group(5) != null) {
      measures.add(measure(term.group(5), term.group(6)));
      curve = Price.Curve.PRODUCT;
    } else if (term.group(2) != null) {
      curve = term.group(2).equals("log") ? Price.Curve.LOG : Price.Curve.NLOGN;
    }
    return new Price.BySize(sixteenths, curve, measures);
  }

  private static Price.Measure measure(String what, String of) {
    return new Price.Measure(
        what,
        switch (of) {
          case "this" -> Price.Measure.THIS;
          case "result" -> Price.Measure.RESULT;
          default -> Integer.parseInt(of);
        });
  }

  /** The parameters as the table writes them: {@code (int,String,byte[])}. */
  private static String parameters(String descriptor) {
    StringBuilder text = new StringBuilder("(");
    for (Type type : Type.getArgumentTypes(descriptor)) {
      String name = type.getClassName();
      text.append(text.length() == 1 ? "" : ",").append(name.substring(name.lastIndexOf('.') + 1));
    }
    return text.append(')').toString();
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
