package dev.lightspeed.meter;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The options of the agent, for its maintainers: {@code instrument=none} runs it without counting,
 * to be compared with; {@code weights=FILE} counts by other weights, a property for each kind of
 * bytecode, {@code allocated byte}, {@code recursive call} and {@code calls}, to fit the table.
 *
 * @param instruments whether classes are instrumented
 * @param rules what counts
 */
record AgentOptions(boolean instruments, Rules rules) {

  private static final String WEIGHTS = "weights=";
  private static final String CALLS = "calls";

  /**
   * The options in {@code text}.
   *
   * @throws IllegalArgumentException if there are others, or the file cannot be used
   */
  static AgentOptions of(@Nullable String text) {
    Rules usual = Rules.portable(BootNames.IN_JAVA_LANG);
    if (text == null || text.isEmpty()) {
      return new AgentOptions(true, usual);
    }
    if (text.equals("instrument=none")) {
      return new AgentOptions(false, usual);
    }
    if (text.startsWith(WEIGHTS)) {
      return new AgentOptions(true, weighted(usual, Path.of(text.substring(WEIGHTS.length()))));
    }
    throw new IllegalArgumentException(
        "the meter does not know the option '" + text + "', known: instrument=none, weights=FILE");
  }

  /** What the option {@code weights} would have to say for what counts without it. */
  static SortedMap<String, Integer> weights() {
    SortedMap<String, Integer> weights = new TreeMap<>();
    Weights.groups().forEach(group -> weights.put(group.kind(), group.weight()));
    weights.put(Weights.ALLOCATED_BYTE, (int) Weights.INSTANCE.ofBytes(1));
    weights.put(Weights.RECURSION, Weights.INSTANCE.ofRecursion());
    weights.put(CALLS, 1);
    return weights;
  }

  private static Rules weighted(Rules usual, Path file) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (IOException e) {
      throw new IllegalArgumentException("the meter cannot read weights from " + file, e);
    }
    Map<String, Integer> weights = new TreeMap<>();
    properties.forEach((kind, weight) -> weights.put("" + kind, weight("" + kind, "" + weight)));
    boolean calls = weights.getOrDefault(CALLS, 0) > 0;
    return new Rules(
        usual.mode(),
        usual.attributing(),
        Weights.of(weights),
        calls ? usual.prices() : PriceTable.FREE,
        usual.boot(),
        usual.sizes(),
        usual.frames());
  }

  private static int weight(String kind, String weight) {
    try {
      return Integer.parseInt(weight);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "weights: " + kind + ": '" + weight + "' is not a whole number", e);
    }
  }
}
