package dev.lightspeed.corpus.programs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import com.samskivert.mustache.Mustache;
import dev.lightspeed.corpus.Family;
import dev.lightspeed.corpus.Program;
import dev.lightspeed.harness.calibrate.Pass;
import dev.lightspeed.harness.workload.SplitMix64;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * Programs that were written when weights and prices were set, and that neither has been changed
 * for: a check that nobody has peeked at. Their passes are smaller and larger than those of the
 * others, from a sort of a few words, well below a microsecond, to one of 30,000 records.
 */
final class LaterPrograms {

  private LaterPrograms() {}

  static List<Program> list() {
    return List.of(
        new Program("knapsack", Family.ALGORITHMS, LaterPrograms::knapsack),
        new Program("prime_sieve", Family.ALGORITHMS, LaterPrograms::sieve),
        new Program("huffman_code", Family.BYTES, LaterPrograms::huffman),
        new Program("graph_components", Family.COLLECTIONS, LaterPrograms::components),
        new Program("stream_report", Family.COLLECTIONS, LaterPrograms::report),
        new Program("word_index", Family.COLLECTIONS, LaterPrograms::index),
        new Program("json_large", Family.JSON, LaterPrograms::jsonLarge),
        new Program("json_small", Family.JSON, LaterPrograms::jsonSmall),
        new Program("escape_small", Family.MARKUP, LaterPrograms::escape),
        new Program("markdown_book", Family.MARKUP, LaterPrograms::book),
        new Program("decimal_invoice", Family.NUMBERS, LaterPrograms::invoice),
        new Program("statistics", Family.NUMBERS, LaterPrograms::statistics),
        new Program("sort_few", Family.SORTING, LaterPrograms::sortFew),
        new Program("sort_records", Family.SORTING, LaterPrograms::sortRecords),
        new Program("mustache_large", Family.TEMPLATES, LaterPrograms::mustache),
        new Program("line_fields", Family.TEXT, LaterPrograms::fields),
        new Program("uri_parse", Family.TEXT, LaterPrograms::uris));
  }

  private static Pass knapsack() {
    SplitMix64 random = Inputs.random("knapsack");
    int[] weight = new int[200];
    int[] worth = new int[200];
    for (int i = 0; i < weight.length; i++) {
      weight[i] = 1 + random.below(100);
      worth[i] = 1 + random.below(1_000);
    }
    return () -> {
      int[] best = new int[5_000];
      for (int item = 0; item < weight.length; item++) {
        for (int room = best.length - 1; room >= weight[item]; room--) {
          best[room] = Math.max(best[room], best[room - weight[item]] + worth[item]);
        }
      }
      return best[best.length - 1];
    };
  }

  private static Pass sieve() {
    return () -> {
      boolean[] composite = new boolean[1_000_000];
      int primes = 0;
      for (int i = 2; i < composite.length; i++) {
        if (!composite[i]) {
          primes++;
          for (long multiple = (long) i * i; multiple < composite.length; multiple += i) {
            composite[(int) multiple] = true;
          }
        }
      }
      return primes;
    };
  }

  /** A tree of characters; a leaf has no children. */
  private record TrieNode(long count, int symbol, List<TrieNode> children) {

    long bits(int depth) {
      long bits = children.isEmpty() ? count * depth : 0;
      for (TrieNode child : children) {
        bits += child.bits(depth + 1);
      }
      return bits;
    }
  }

  private static Pass huffman() {
    String text = Inputs.paragraph(Inputs.random("huffman"), 700);
    return () -> {
      int[] counts = new int[128];
      for (int i = 0; i < text.length(); i++) {
        counts[text.charAt(i)]++;
      }
      PriorityQueue<TrieNode> queue =
          new PriorityQueue<>(
              Comparator.comparingLong(TrieNode::count).thenComparing(TrieNode::symbol));
      for (int symbol = 0; symbol < counts.length; symbol++) {
        if (counts[symbol] > 0) {
          queue.add(new TrieNode(counts[symbol], symbol, List.of()));
        }
      }
      while (queue.size() > 1) {
        TrieNode a = queue.remove();
        TrieNode b = queue.remove();
        queue.add(new TrieNode(a.count() + b.count(), a.symbol(), List.of(a, b)));
      }
      return queue.remove().bits(0);
    };
  }

  /** Which of 20,000 nodes 25,000 edges connect. */
  private static Pass components() {
    SplitMix64 random = Inputs.random("components");
    int[] from = new int[25_000];
    int[] to = new int[from.length];
    for (int i = 0; i < from.length; i++) {
      from[i] = random.below(20_000);
      to[i] = random.below(20_000);
    }
    return () -> {
      int[] parent = new int[20_000];
      Arrays.setAll(parent, i -> i);
      int components = parent.length;
      for (int i = 0; i < from.length; i++) {
        int a = root(parent, from[i]);
        int b = root(parent, to[i]);
        if (a != b) {
          parent[a] = b;
          components--;
        }
      }
      return components;
    };
  }

  private static int root(int[] parent, int node) {
    int at = node;
    while (parent[at] != at) {
      parent[at] = parent[parent[at]];
      at = parent[at];
    }
    return at;
  }

  private static Pass report() {
    List<Person> people = Inputs.people(Inputs.random("report"), 3_000);
    return () -> {
      Map<String, Double> richest =
          people.stream()
              .filter(Person::isActive)
              .collect(
                  Collectors.groupingBy(
                      person -> person.getMail().substring(0, 2),
                      TreeMap::new,
                      Collectors.summingDouble(Person::getBalance)));
      return richest.entrySet().stream()
          .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
          .limit(20)
          .map(entry -> entry.getKey() + "=" + Math.round(entry.getValue()))
          .collect(Collectors.joining(", "));
    };
  }

  /** Where each word of a long text stands. */
  private static Pass index() {
    List<String> words = Inputs.words(Inputs.random("index"), 60_000);
    return () -> {
      Map<String, List<Integer>> places = new TreeMap<>();
      for (int i = 0; i < words.size(); i++) {
        places.computeIfAbsent(words.get(i), word -> new ArrayList<>()).add(i);
      }
      long sum = 0;
      for (Map.Entry<String, List<Integer>> entry : places.entrySet()) {
        List<Integer> of = entry.getValue();
        sum = sum * 31 + entry.getKey().length() + of.get(of.size() / 2);
      }
      return sum;
    };
  }

  private static Pass jsonLarge() {
    String text = new Gson().toJson(Inputs.people(Inputs.random("json_large"), 8_000));
    return () -> {
      JsonArray array = JsonParser.parseString(text).getAsJsonArray();
      long sum = 0;
      for (JsonElement element : array) {
        sum += element.getAsJsonObject().get("age").getAsInt();
      }
      return sum;
    };
  }

  private static Pass jsonSmall() throws JsonProcessingException {
    ObjectMapper mapper = new ObjectMapper();
    String text = mapper.writeValueAsString(Inputs.people(Inputs.random("json_small"), 1).get(0));
    return () -> {
      Person person = mapper.readValue(text, Person.class);
      return person.getName().length() + person.getAge();
    };
  }

  private static Pass escape() {
    String name = "Kalo & <b>Mertison</b> wrote \"ra vel\" to 'do nis' at 10:45";
    return () -> {
      StringBuilder html = new StringBuilder();
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        switch (c) {
          case '<' -> html.append("&lt;");
          case '&' -> html.append("&amp;");
          case '"' -> html.append("&quot;");
          default -> html.append(c);
        }
      }
      return html.toString();
    };
  }

  private static Pass book() {
    SplitMix64 random = Inputs.random("book");
    StringBuilder text = new StringBuilder();
    for (int chapter = 0; chapter < 60; chapter++) {
      text.append("# ").append(Inputs.word(random)).append("\n\n");
      for (int i = 0; i < 12; i++) {
        text.append(Inputs.paragraph(random, 5)).append(" *").append(Inputs.word(random));
        text.append("* `").append(Inputs.word(random)).append("`\n\n");
      }
      for (int i = 0; i < 8; i++) {
        text.append(i + 1).append(". ").append(Inputs.paragraph(random, 1)).append('\n');
      }
      text.append('\n');
    }
    String markdown = text.toString();
    Parser parser = Parser.builder().build();
    HtmlRenderer renderer = HtmlRenderer.builder().build();
    return () -> renderer.render(parser.parse(markdown)).length();
  }

  private static Pass invoice() {
    SplitMix64 random = Inputs.random("invoice");
    List<BigDecimal> prices = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      prices.add(BigDecimal.valueOf(random.below(100_000), 2));
    }
    BigDecimal tax = new BigDecimal("0.19");
    return () -> {
      BigDecimal total = BigDecimal.ZERO;
      for (BigDecimal price : prices) {
        BigDecimal withTax = price.add(price.multiply(tax)).setScale(2, RoundingMode.HALF_UP);
        total = total.add(withTax);
      }
      return total.toString();
    };
  }

  private static Pass statistics() {
    double[] values = Inputs.fractions(Inputs.random("statistics"), 20_000);
    return () -> {
      double sum = 0;
      double squares = 0;
      for (double value : values) {
        sum += value;
        squares += value * value;
      }
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double mean = sum / values.length;
      double deviation = Math.sqrt(squares / values.length - mean * mean);
      return Double.doubleToLongBits(sorted[sorted.length / 2] + mean + deviation);
    };
  }

  private static Pass sortFew() {
    List<String> words = Inputs.words(Inputs.random("sort_few"), 14);
    return () -> {
      List<String> sorted = new ArrayList<>(words);
      sorted.sort(Comparator.naturalOrder());
      return sorted.get(0) + sorted.get(sorted.size() - 1);
    };
  }

  private static Pass sortRecords() {
    List<Person> people = Inputs.people(Inputs.random("sort_records"), 30_000);
    Comparator<Person> order =
        Comparator.comparing(Person::getName)
            .thenComparingInt(Person::getAge)
            .thenComparingInt(Person::getId);
    return () -> {
      List<Person> sorted = new ArrayList<>(people);
      sorted.sort(order);
      long sum = 0;
      for (int i = 0; i < sorted.size(); i += 101) {
        sum = sum * 31 + sorted.get(i).getId();
      }
      return sum;
    };
  }

  private static Pass mustache() {
    com.samskivert.mustache.Template template =
        Mustache.compiler()
            .compile(
                """
                {{#people}}
                <tr id="r{{id}}"><td>{{name}}</td><td>{{mail}}</td><td>{{age}}</td>
                <td>{{#tags}}<span>{{.}}</span>{{/tags}}</td></tr>
                {{/people}}
                """);
    Map<String, Object> model =
        Map.of("people", Inputs.people(Inputs.random("mustache_large"), 2_000));
    return () -> template.execute(model).length();
  }

  /** A line of numbers, as a spreadsheet writes it. */
  private static Pass fields() {
    String line = "17;Kalo;1234.5;-8;0.25;99;1e3;77;3.75;2026";
    return () -> {
      double sum = 0;
      String[] fields = line.split(";", -1);
      for (int i = 0; i < fields.length; i++) {
        if (i != 1) {
          sum += Double.parseDouble(fields[i].strip());
        }
      }
      return Double.doubleToLongBits(sum + fields[1].length());
    };
  }

  private static Pass uris() {
    SplitMix64 random = Inputs.random("uris");
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      texts.add(
          "https://www."
              + Inputs.word(random)
              + ".example:8443/"
              + Inputs.word(random)
              + "?q="
              + i);
    }
    return () -> {
      long sum = 0;
      for (String text : texts) {
        URI uri = URI.create(text);
        sum = sum * 31 + uri.getPort() + uri.getHost().length() + uri.getRawQuery().length();
      }
      return sum;
    };
  }
}
