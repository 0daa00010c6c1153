package com.example.shop;

import dev.lightspeed.harness.workload.Event;
import dev.lightspeed.harness.workload.Frame;
import dev.lightspeed.harness.workload.Pace;
import dev.lightspeed.harness.workload.Session;
import dev.lightspeed.harness.workload.SplitMix64;
import dev.lightspeed.harness.workload.Workload;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A workload as people write them, full of work that a JVM does once: class initialisers, call
 * sites of lambdas and of string concatenation, methods of records, a switch over an enum, a
 * pattern that is compiled late and a cache that all sessions fill as they go.
 */
public final class Catalogue implements Workload {

  private static final List<String> NAMES =
      List.of("apple", "bread", "cheese", "dates", "eggs", "figs", "garlic", "honey");

  /** Filled by whichever session asks first. */
  private static final Map<String, Product> PRODUCTS = new ConcurrentHashMap<>();

  /** Found by class name. */
  public Catalogue() {}

  /** What is for sale. */
  private record Product(String name, int cents, Shelf shelf) {}

  /** Where it stands. */
  private enum Shelf {
    COLD,
    DRY
  }

  /** Made at its first use, with some work. */
  private static final class Amounts {

    static final Pattern AMOUNT = Pattern.compile("(?<count>[0-9]+) ?x (?<name>[a-z]+)");
    static final int[] DISCOUNTS = new int[64];

    static {
      for (int i = 1; i < DISCOUNTS.length; i++) {
        DISCOUNTS[i] = (DISCOUNTS[i - 1] * 31 + i) % 17;
      }
    }
  }

  /** Nobody can order that. */
  private static final class OrderException extends Exception {

    private static final long serialVersionUID = 1L;

    OrderException(String order) {
      super("what is '" + order + "'?");
    }
  }

  @Override
  public String label() {
    return "catalogue";
  }

  @Override
  public Pace pace() {
    return Pace.thinking(Duration.ofMillis(1500));
  }

  @Override
  public Iterator<Event> script(int sessionIndex) {
    SplitMix64 random = SplitMix64.forSession(label(), sessionIndex);
    return Stream.generate(() -> event(random)).iterator();
  }

  private static Event event(SplitMix64 random) {
    String name = NAMES.get(random.below(NAMES.size()));
    return switch (random.below(4)) {
      case 0 -> Event.of("search", "letters", name.substring(0, 2));
      case 1 -> Event.of("order", "text", "some " + name);
      default -> Event.of("order", "text", (1 + random.below(20)) + "x " + name);
    };
  }

  private static Product product(String name) {
    return PRODUCTS.computeIfAbsent(name, Catalogue::lookUp);
  }

  private static Product lookUp(String name) {
    int cents = 99;
    for (int i = 0; i < 500; i++) {
      cents = (cents * 31 + name.charAt(i % name.length())) % 1000;
    }
    return new Product(name, cents, name.length() > 4 ? Shelf.COLD : Shelf.DRY);
  }

  @Override
  public Session open(int sessionIndex) {
    return new Order("customer " + sessionIndex);
  }

  /** What one customer has ordered. */
  private static final class Order implements Session {

    private final String customer;
    private final Map<String, Integer> counts = new HashMap<>();

    Order(String customer) {
      this.customer = customer;
    }

    @Override
    public Frame mount() {
      return frame("<h1>" + customer + "</h1>");
    }

    @Override
    public Frame handle(Event event) {
      try {
        return event.name().equals("search")
            ? frame(found(event.params().get("letters")))
            : frame(ordered(event.params().get("text")));
      } catch (OrderException e) {
        return frame("<em>" + e.getMessage() + "</em>");
      }
    }

    @Override
    public Object retained() {
      return counts;
    }

    private static String found(String letters) {
      return NAMES.stream()
          .filter(name -> name.contains(letters))
          .map(Catalogue::product)
          .collect(Collectors.groupingBy(Product::shelf, TreeMap::new, Collectors.counting()))
          .toString();
    }

    private String ordered(String text) throws OrderException {
      Matcher amount = Amounts.AMOUNT.matcher(text);
      if (!amount.matches()) {
        throw new OrderException(text);
      }
      counts.merge(amount.group("name"), Integer.parseInt(amount.group("count")), Integer::sum);
      StringBuilder html = new StringBuilder();
      counts.forEach((name, count) -> html.append(line(product(name), count)));
      return html.append("total ").append(total()).toString();
    }

    private static String line(Product product, int count) {
      String place =
          switch (product.shelf()) {
            case COLD -> "from the fridge";
            case DRY -> "from the shelf";
          };
      boolean same = product.equals(product(product.name()));
      return "<li>" + count + " " + product.name() + " " + place + (same ? "" : "?") + "</li>";
    }

    private String total() {
      int cents =
          counts.entrySet().stream()
              .mapToInt(entry -> product(entry.getKey()).cents() * entry.getValue())
              .sum();
      int discount = IntStream.range(0, counts.size()).map(i -> Amounts.DISCOUNTS[i]).sum();
      return String.format(Locale.ROOT, "%,d", cents - discount);
    }

    private static Frame frame(String html) {
      return Frame.of(html.getBytes(StandardCharsets.UTF_8), 1);
    }
  }
}
